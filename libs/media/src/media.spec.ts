import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderMediaStore, MediaTooLargeError, PublicLinks } from './index.js';

const tenant = randomUUID();
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000154a24f5f0000000049454e44ae426082', 'hex');

async function* chunks(...parts: Uint8Array[]) {
  yield* parts;
}

const readAll = async (stream: AsyncIterable<Uint8Array>) => {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
};

describe('the folder of files', () => {
  let folder: string;
  let store: FolderMediaStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'madoguchi-media-'));
    store = new FolderMediaStore(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('believes the bytes, not the sender', async () => {
    const id = randomUUID();
    const stored = await store.save(tenant, id, chunks(png.subarray(0, 10), png.subarray(10)), { limit: 1_000, mimeType: 'text/html', fileName: 'a.html' });
    expect(stored).toMatchObject({ mimeType: 'image/png', size: png.length, fileName: 'a.html' });
    expect(await readAll(store.read(tenant, id))).toEqual(png);
  });

  it('calls markup and unknown bytes plain bytes', async () => {
    const html = Buffer.from('<script>alert(1)</script>');
    expect(await store.save(tenant, randomUUID(), chunks(html), { limit: 1_000, mimeType: 'text/html' })).toMatchObject({ mimeType: 'application/octet-stream' });
    expect(await store.save(tenant, randomUUID(), chunks(html), { limit: 1_000, mimeType: 'image/svg+xml' })).toMatchObject({ mimeType: 'application/octet-stream' });
  });

  it('keeps nothing of a file that is too large', async () => {
    const id = randomUUID();
    await expect(store.save(tenant, id, chunks(randomBytes(600), randomBytes(600)), { limit: 1_000 })).rejects.toThrow(MediaTooLargeError);
    expect(await store.describe(tenant, id)).toBeUndefined();
    expect(readdirSync(join(folder, tenant))).toEqual([]);
  });

  it('stores once: the second save tells what is there', async () => {
    const id = randomUUID();
    const first = await store.save(tenant, id, chunks(png), { limit: 1_000 });
    expect(await store.save(tenant, id, chunks(Buffer.from('other')), { limit: 1_000 })).toEqual(first);
  });

  it('takes the harm out of file names and refuses ids that are no uuids', async () => {
    const stored = await store.save(tenant, randomUUID(), chunks(png), { limit: 1_000, fileName: '../../etc/\u202egnp.exe' });
    expect(stored.fileName).toBe('gnp.exe');
    await expect(store.save(tenant, '../escape', chunks(png), { limit: 1_000 })).rejects.toThrow(TypeError);
  });

  it('shows a file of one tenant to no other', async () => {
    const id = randomUUID();
    await store.save(tenant, id, chunks(png), { limit: 1_000 });
    expect(await store.describe(randomUUID(), id)).toBeUndefined();
  });
});

describe('public links', () => {
  const links = new PublicLinks(randomBytes(32));
  const file = { tenantId: tenant, mediaId: randomUUID() };
  const now = new Date('2026-11-23T10:00:00Z');
  const token = links.token(file, new Date('2026-11-23T11:00:00Z'));

  it('open until they expire', () => {
    expect(links.open(token, now)).toEqual(file);
    expect(links.open(token, new Date('2026-11-23T11:00:01Z'))).toBeUndefined();
  });

  it('refuse what was changed, cut, or signed by somebody else', () => {
    const [payload, signature] = token.split('.');
    expect(links.open(`${payload}x.${signature}`, now)).toBeUndefined();
    expect(links.open(payload!, now)).toBeUndefined();
    expect(links.open('', now)).toBeUndefined();
    expect(new PublicLinks(randomBytes(32)).open(token, now)).toBeUndefined();
  });
});
