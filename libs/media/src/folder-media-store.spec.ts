import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mediaStoreContract } from '@madoguchi/use-cases/testing';
import { FolderMediaStore } from './index.js';

const newFolder = () => mkdtempSync(join(tmpdir(), 'madoguchi-media-'));

mediaStoreContract({
  name: 'a folder',
  open: async () => {
    const folder = newFolder();
    const store = new FolderMediaStore(folder);
    return {
      store,
      reopen: () => new FolderMediaStore(folder),
      kept: async () =>
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => name)
          .sort(),
      damage: async (tenantId, mediaId, how) => {
        const { bytes } = JSON.parse(readFileSync(join(folder, tenantId, `${mediaId}.json`), 'utf8')) as { bytes: string };
        const path = join(folder, tenantId, bytes);
        if (how === 'gone') return rmSync(path);
        const content = readFileSync(path);
        content[70_000] = (content[70_000] ?? 0) ^ 1;
        writeFileSync(path, content);
      },
      close: async () => rmSync(folder, { recursive: true }),
    };
  },
});

describe('a folder of files', () => {
  const tenant = randomUUID();
  const id = randomUUID();
  let folder: string;
  beforeEach(() => (folder = newFolder()));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('of the first version is read on', async () => {
    mkdirSync(join(folder, tenant));
    writeFileSync(join(folder, tenant, id), 'old');
    writeFileSync(join(folder, tenant, `${id}.json`), JSON.stringify({ mimeType: 'text/plain', size: 3, sha256: 'x' }));
    const store = new FolderMediaStore(folder);
    expect(await store.describe(tenant, id)).toEqual({ mimeType: 'text/plain', size: 3, sha256: 'x' });
    expect(String(await store.read(tenant, id).toArray())).toBe('old');
  });

  it('removes what broken attempts left of a file too, and the bytes of the first version', async () => {
    const store = new FolderMediaStore(folder);
    mkdirSync(join(folder, tenant));
    for (const name of [id, `${id}.json`, `${id}.${randomUUID()}`, `${id}.${randomUUID()}.json`, `${randomUUID()}.json`]) {
      writeFileSync(join(folder, tenant, name), '{}');
    }
    await store.remove(tenant, [id]);
    expect(readdirSync(join(folder, tenant))).toHaveLength(1);
  });

  it('is made when it is not there, and says what is wrong when it cannot be', async () => {
    await new FolderMediaStore(join(folder, 'a', 'b')).check();
    expect(readdirSync(join(folder, 'a'))).toEqual(['b']);
    writeFileSync(join(folder, 'file'), '');
    await expect(new FolderMediaStore(join(folder, 'file', 'c')).check()).rejects.toMatchObject({
      name: 'MediaStoreError',
      code: 'no-place',
    });
  });
});
