import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { MediaDamagedError, type MediaStore, MediaTooLargeError, NoSuchMediaError } from '../media-store.js';

/** An empty store, and what only its own kind can do to it. */
export interface OpenedMediaStore {
  readonly store: MediaStore;
  /** The same files, opened once more, as another process would. */
  reopen(): MediaStore;
  /** Names of everything that is kept, unfinished parts too. */
  kept(): Promise<readonly string[]>;
  /** Behind the store's back: changes byte 70,000 of a stored file, or loses all its bytes. */
  damage(tenantId: string, mediaId: string, how: 'changed' | 'gone'): Promise<void>;
  close(): Promise<void>;
}

export interface MediaStoreSetup {
  readonly name: string;
  open(): Promise<OpenedMediaStore>;
  /** The storage behind it cannot tell who was first when two save the same file in the same moment. */
  readonly noFirst?: true;
}

const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000154a24f5f0000000049454e44ae426082',
  'hex',
);
const MEBIBYTE = 1024 * 1024;
const LIMIT = 20 * MEBIBYTE;

/** In pieces as a network brings them; `closed` tells that nobody wants more. */
const arriving = (bytes: Uint8Array, { piece = 64 * 1024 - 1, endsWith }: { piece?: number; endsWith?: Error } = {}) => {
  const state = { given: 0, closed: false };
  const pieces = async function* () {
    try {
      for (let at = 0; at < bytes.length; at += piece) {
        const part = bytes.subarray(at, at + piece);
        state.given += part.length;
        yield part;
      }
      if (endsWith) throw endsWith;
    } finally {
      state.closed = true;
    }
  };
  return Object.assign(pieces(), { state });
};

const everything = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
};

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The one suite that every store of files passes. */
export const mediaStoreContract = (setup: MediaStoreSetup): void => {
  describe(`${setup.name} keeps the contract of a store of files`, () => {
    let opened: OpenedMediaStore;
    let store: MediaStore;
    const tenant = randomUUID();
    const other = randomUUID();

    beforeEach(async () => {
      opened = await setup.open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    it.each([0, 1, 4_099, 5 * MEBIBYTE, 5 * MEBIBYTE + 1, 12 * MEBIBYTE + 7])('gives %i bytes back as they came', async (size) => {
      const id = randomUUID();
      const bytes = randomBytes(size);
      const stored = await store.save(tenant, id, arriving(bytes), { limit: LIMIT });
      expect(stored).toMatchObject({ size, sha256: sha256(bytes) });
      expect((await everything(store.read(tenant, id))).equals(bytes)).toBe(true);
      expect((await everything(store.read(tenant, id, { verified: true }))).equals(bytes)).toBe(true);
    });

    it('shows another process what was saved', async () => {
      const id = randomUUID();
      const stored = await store.save(tenant, id, arriving(png), { limit: LIMIT, fileName: 'a.png' });
      expect(await opened.reopen().describe(tenant, id)).toEqual(stored);
      expect(await everything(opened.reopen().read(tenant, id))).toEqual(png);
    });

    it('believes the bytes, not the sender', async () => {
      const claimed = { limit: LIMIT, mimeType: 'text/html', fileName: 'a.html' };
      const stored = await store.save(tenant, randomUUID(), arriving(png, { piece: 3 }), claimed);
      expect(stored).toMatchObject({ mimeType: 'image/png', size: png.length, fileName: 'a.html' });
    });

    it.each([
      ['<script>alert(1)</script>', 'text/html'],
      ['<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', 'image/svg+xml'],
      ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
      ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'application/xhtml+xml'],
      ['alert(1)', 'text/javascript'],
      ['text', 'audio/x\r\nset-cookie: a=b'],
    ])('calls what could act in a browser plain bytes: %s', async (text, mimeType) => {
      const stored = await store.save(tenant, randomUUID(), arriving(Buffer.from(text)), { limit: LIMIT, mimeType });
      expect(stored.mimeType).toBe('application/octet-stream');
    });

    it('believes the sender where bytes tell nothing and nothing can happen', async () => {
      const stored = await store.save(tenant, randomUUID(), arriving(Buffer.from('a,b')), { limit: LIMIT, mimeType: 'text/csv' });
      expect(stored.mimeType).toBe('text/csv');
    });

    it('keeps nothing of a file that is too large, and takes no more of it than it must', async () => {
      const id = randomUUID();
      const source = arriving(Buffer.alloc(30 * MEBIBYTE));
      await expect(store.save(tenant, id, source, { limit: 6 * MEBIBYTE })).rejects.toThrow(MediaTooLargeError);
      expect(source.state.given).toBeLessThan(7 * MEBIBYTE);
      expect(source.state.closed).toBe(true);
      expect(await store.describe(tenant, id)).toBeUndefined();
      expect(await opened.kept()).toEqual([]);
    });

    it('takes a file that is as large as it may be', async () => {
      expect(await store.save(tenant, randomUUID(), arriving(Buffer.alloc(1_000)), { limit: 1_000 })).toMatchObject({ size: 1_000 });
      await expect(store.save(tenant, randomUUID(), arriving(Buffer.alloc(1_001)), { limit: 1_000 })).rejects.toThrow(MediaTooLargeError);
    });

    it.each([100, 11 * MEBIBYTE])('keeps nothing of a file that breaks off after %i bytes, and says why', async (size) => {
      const id = randomUUID();
      const why = new Error('the platform hung up');
      await expect(store.save(tenant, id, arriving(randomBytes(size), { endsWith: why }), { limit: LIMIT })).rejects.toBe(why);
      expect(await store.describe(tenant, id)).toBeUndefined();
      expect(await opened.kept()).toEqual([]);
      expect(await store.save(tenant, id, arriving(png), { limit: LIMIT })).toMatchObject({ size: png.length });
    });

    it('stores once: saving again replaces nothing, tells what is there, and lets go of what came', async () => {
      const id = randomUUID();
      const first = await store.save(tenant, id, arriving(png), { limit: LIMIT, fileName: 'first.png' });
      const before = await opened.kept();
      const second = arriving(randomBytes(MEBIBYTE));
      expect(await opened.reopen().save(tenant, id, second, { limit: LIMIT, fileName: 'second.png' })).toEqual(first);
      expect(second.state.closed).toBe(true);
      expect(await everything(store.read(tenant, id, { verified: true }))).toEqual(png);
      expect(await opened.kept()).toEqual(before);
    });

    if (!setup.noFirst)
      it('stores one of several that come in the same moment: all are told the same, and its bytes are whole', async () => {
        const id = randomUUID();
        const saves = Array.from({ length: 6 }, (_, n) =>
          (n % 2 ? store : opened.reopen()).save(tenant, id, arriving(randomBytes(100_000 + n)), { limit: LIMIT, fileName: `${n}` }),
        );
        const told = await Promise.all(saves);
        expect(new Set(told.map((stored) => JSON.stringify(stored))).size).toBe(1);
        expect(sha256(await everything(store.read(tenant, id, { verified: true })))).toBe(told[0]?.sha256);
        expect(await opened.kept()).toHaveLength(2);
      });

    it('reads a part', async () => {
      const id = randomUUID();
      const bytes = randomBytes(100_000);
      await store.save(tenant, id, arriving(bytes), { limit: LIMIT });
      for (const [first, last] of [
        [0, 0],
        [0, 99_999],
        [70_000, 70_009],
        [99_999, 99_999],
      ] as const)
        expect((await everything(store.read(tenant, id, { range: { first, last } }))).equals(bytes.subarray(first, last + 1))).toBe(true);
    });

    it('notices damage when it is asked to look', async () => {
      const id = randomUUID();
      await store.save(tenant, id, arriving(randomBytes(100_000)), { limit: LIMIT });
      await opened.damage(tenant, id, 'changed');
      expect(await everything(store.read(tenant, id))).toHaveLength(100_000);
      await expect(everything(store.read(tenant, id, { verified: true }))).rejects.toThrow(MediaDamagedError);
      await opened.damage(tenant, id, 'gone');
      await expect(everything(store.read(tenant, id))).rejects.toThrow(MediaDamagedError);
    });

    it('keeps tenants apart, also when their files have the same name', async () => {
      const id = randomUUID();
      await store.save(tenant, id, arriving(png), { limit: LIMIT });
      expect(await store.describe(other, id)).toBeUndefined();
      await expect(everything(store.read(other, id))).rejects.toThrow(NoSuchMediaError);
      await store.save(other, id, arriving(Buffer.from('theirs')), { limit: LIMIT });
      expect(await everything(store.read(tenant, id))).toEqual(png);
      expect(String(await everything(store.read(other, id)))).toBe('theirs');
    });

    it('knows nothing of a file that was never saved', async () => {
      expect(await store.describe(tenant, randomUUID())).toBeUndefined();
      await expect(everything(store.read(tenant, randomUUID()))).rejects.toThrow(NoSuchMediaError);
    });

    it.each(['../escape', '..', '', 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', `${tenant}/../${other}`, `${tenant}\0`, `${tenant}\n`])(
      'takes no names but uuids: %j',
      async (name) => {
        await expect(store.save(tenant, name, arriving(png), { limit: LIMIT })).rejects.toThrow(TypeError);
        await expect(store.save(name, tenant, arriving(png), { limit: LIMIT })).rejects.toThrow(TypeError);
        await expect(store.describe(name, tenant)).rejects.toThrow(TypeError);
        expect(() => store.read(tenant, name)).toThrow(TypeError);
        expect(await opened.kept()).toEqual([]);
      },
    );

    it.each([
      ['../../etc/\u202egnp.exe', 'gnp.exe'],
      ['C:\\Users\\me\\report.pdf', 'report.pdf'],
      ['a\0b\r\nc\u007f.txt', 'abc.txt'],
      ['見積\u200e書.pdf', '見積書.pdf'],
      ['..', 'file'],
      ['dir/', 'file'],
      [`${'あ'.repeat(300)}.pdf`, `${'あ'.repeat(196)}.pdf`],
      ['\u{1f600}'.repeat(250), '\u{1f600}'.repeat(200)],
      ['half \ud83d pair', 'half \ufffd pair'],
    ])('takes the harm out of the file name %j', async (fileName, safe) => {
      const id = randomUUID();
      expect(await store.save(tenant, id, arriving(png), { limit: LIMIT, fileName })).toMatchObject({ fileName: safe });
      expect(await opened.reopen().describe(tenant, id)).toMatchObject({ fileName: safe });
    });

    it('removes files for good, and no others', async () => {
      const [gone, alsoGone, stays] = [randomUUID(), randomUUID(), randomUUID()];
      for (const id of [gone, alsoGone, stays]) await store.save(tenant, id, arriving(png), { limit: LIMIT });
      await store.save(other, gone, arriving(png), { limit: LIMIT });
      await store.remove(tenant, [gone, alsoGone, randomUUID()]);
      for (const id of [gone, alsoGone]) {
        expect(await opened.reopen().describe(tenant, id)).toBeUndefined();
        await expect(everything(store.read(tenant, id))).rejects.toThrow(NoSuchMediaError);
      }
      expect(await opened.kept()).toHaveLength(4);
      expect(await everything(store.read(tenant, stays, { verified: true }))).toEqual(png);
      expect(await everything(store.read(other, gone, { verified: true }))).toEqual(png);
      await store.remove(tenant, [gone]);
      await store.remove(randomUUID(), [gone]);
      await expect(store.remove(tenant, ['../escape'])).rejects.toThrow(TypeError);
      expect(await store.save(tenant, gone, arriving(png), { limit: LIMIT })).toMatchObject({ size: png.length });
    });

    it('can be checked, and names its place', async () => {
      await expect(store.check()).resolves.toBeUndefined();
      expect(store.place).not.toBe('');
    });
  });
};
