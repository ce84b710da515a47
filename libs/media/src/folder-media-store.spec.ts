import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MediaDamagedError } from '@madoguchi/use-cases';
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

  describe('whose folder cannot be made safe', () => {
    const failsWith = (code: string) => new FolderMediaStore(folder, () => Promise.reject(Object.assign(new Error(code), { code })));
    const picture = () => arriving('picture');
    beforeEach(() => mkdirSync(join(folder, tenant)));

    it('keeps the bytes that a description names, and the next save tells no other thing than the reader sees', async () => {
      await expect(failsWith('EIO').save(tenant, id, picture(), { limit: 100 })).rejects.toMatchObject({ code: 'EIO' });
      const store = new FolderMediaStore(folder);
      expect(await store.save(tenant, id, picture(), { limit: 100 })).toMatchObject({ size: 7 });
      expect(String(await store.read(tenant, id, { verified: true }).toArray())).toBe('picture');
      expect(readdirSync(join(folder, tenant))).toHaveLength(2);
    });

    it('says so again for as long as it is so, though the file is there', async () => {
      const store = failsWith('EIO');
      for (let time = 0; time < 3; time += 1)
        await expect(store.save(tenant, id, picture(), { limit: 100 })).rejects.toMatchObject({ code: 'EIO' });
    });

    it('stores where the file system does not know how to do that with a folder', async () => {
      const store = failsWith('EINVAL');
      await store.save(tenant, id, picture(), { limit: 100 });
      expect(String(await store.read(tenant, id, { verified: true }).toArray())).toBe('picture');
      await store.remove(tenant, [id]);
      expect(readdirSync(join(folder, tenant))).toEqual([]);
    });

    it('keeps nothing of a file that breaks off', async () => {
      const breaksOff = async function* () {
        yield Buffer.from('pict');
        throw new Error('the platform hung up');
      };
      await expect(failsWith('EIO').save(tenant, id, breaksOff(), { limit: 100 })).rejects.toThrow('the platform hung up');
      expect(readdirSync(join(folder, tenant))).toEqual([]);
    });
  });

  describe('with a description whose bytes are gone', () => {
    const lost = async () => {
      const store = new FolderMediaStore(folder);
      await store.save(tenant, id, arriving('lost'), { limit: 100, fileName: 'lost.txt' });
      for (const name of readdirSync(join(folder, tenant)).filter((name) => !name.endsWith('.json'))) rmSync(join(folder, tenant, name));
      return store;
    };

    it('says that there is no such file, so that who looks first brings it again', async () => {
      const store = await lost();
      expect(await store.describe(tenant, id)).toBeUndefined();
      await expect(store.read(tenant, id).toArray()).rejects.toThrow(MediaDamagedError);
    });

    it('is healed by the next save, with the bytes that it brings', async () => {
      const store = await lost();
      const stored = await store.save(tenant, id, arriving('found again'), { limit: 100, fileName: 'found.txt' });
      expect(stored).toMatchObject({ size: 11, fileName: 'found.txt' });
      expect(await store.describe(tenant, id)).toEqual(stored);
      expect(String(await store.read(tenant, id, { verified: true }).toArray())).toBe('found again');
      expect(readdirSync(join(folder, tenant))).toHaveLength(2);
      expect(await store.save(tenant, id, arriving('third'), { limit: 100 })).toEqual(stored);
    });

    it('is healed by one of several that come in the same moment, and whole whoever it is', async () => {
      const store = await lost();
      const saves = Array.from({ length: 6 }, (_, n) => store.save(tenant, id, arriving(`${n}`.repeat(50_000)), { limit: 100_000 }));
      const told = (await Promise.all(saves)).map(({ sha256 }) => sha256);
      const stored = await store.describe(tenant, id);
      expect(told).toContain(stored?.sha256);
      expect(Buffer.concat(await store.read(tenant, id, { verified: true }).toArray())).toHaveLength(50_000);
    });
  });
});

const arriving = async function* (text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
};
