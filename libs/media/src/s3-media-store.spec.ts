import { randomBytes, randomUUID } from 'node:crypto';
import type { MediaStoreError } from '@madoguchi/use-cases';
import { mediaStoreContract } from '@madoguchi/use-cases/testing';
import { S3MediaStore } from './index.js';
import { type S3Conditions, type S3Fault, type S3Operation, type S3StandIn, startS3StandIn } from './testing/s3-stand-in.js';

const DEADLINES = { connect: 5_000, answer: 3_000, silence: 3_000 };
const MEBIBYTE = 1024 * 1024;

const storeOn = ({ url, key, bucketName }: S3StandIn, change: Partial<ConstructorParameters<typeof S3MediaStore>[0]> = {}) =>
  new S3MediaStore({ bucket: bucketName, region: key.region, endpoint: url, credentials: key, ...change });

const open = (conditions: S3Conditions) => async () => {
  const server = await startS3StandIn({ conditions });
  const { objects, uploads } = server.bucket;
  return {
    store: storeOn(server),
    reopen: () => storeOn(server),
    kept: async () => [...objects.keys(), ...uploads.keys()],
    damage: async (tenantId: string, mediaId: string, how: 'changed' | 'gone') => {
      for (const [key, object] of objects) {
        if (!key.startsWith(`${tenantId}/${mediaId}/`)) continue;
        if (how === 'gone') objects.delete(key);
        else object.bytes[70_000] = (object.bytes[70_000] ?? 0) ^ 1;
      }
    },
    close: () => server.stop(),
  };
};

mediaStoreContract({ name: 'a bucket', open: open('kept') });
mediaStoreContract({ name: 'a bucket of a server that refuses conditions', open: open('not implemented'), noFirst: true });
mediaStoreContract({ name: 'a bucket of a server that overlooks conditions', open: open('ignored'), noFirst: true });

describe('a bucket of files', () => {
  let server: S3StandIn;
  const tenant = randomUUID();
  const small = randomBytes(1_000);
  const large = randomBytes(11 * MEBIBYTE);
  const limit = 20 * MEBIBYTE;

  beforeEach(async () => {
    server = await startS3StandIn();
  });
  afterEach(() => server.stop());

  async function* pieces(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += MEBIBYTE) yield bytes.subarray(at, at + MEBIBYTE);
  }
  const everything = async (stream: AsyncIterable<Uint8Array>) => {
    const parts: Uint8Array[] = [];
    for await (const part of stream) parts.push(part);
    return Buffer.concat(parts);
  };

  it('removes what broken attempts left of a file too', async () => {
    const store = storeOn(server, { deadlines: DEADLINES });
    const id = randomUUID();
    await store.save(tenant, id, pieces(small), { limit });
    server.bucket.put(`${tenant}/${id}/${randomUUID()}`, small, 'application/octet-stream', false);
    server.bucket.put(`${tenant}/${randomUUID()}/${randomUUID()}`, small, 'application/octet-stream', false);
    server.fault('ListObjects', 'SlowDown');
    await store.remove(tenant, [id]);
    expect(server.bucket.objects.size).toBe(1);
  });

  it.each<[S3Operation, S3Fault, Buffer]>([
    ['PutObject', 'InternalError', small],
    ['PutObject', 'SlowDown', small],
    ['PutObject', 'hang', small],
    ['PutObject', 'reset', small],
    ['PutObject', 'lost', small],
    ['GetObject', 'InternalError', small],
    ['CreateMultipartUpload', 'SlowDown', large],
    ['UploadPart', 'InternalError', large],
    ['UploadPart', 'hang', large],
    ['UploadPart', 'lost', large],
    ['CompleteMultipartUpload', 'SlowDown', large],
  ])('saves though %s once meets "%s"', async (operation, fault, bytes) => {
    const store = storeOn(server, { deadlines: DEADLINES });
    const id = randomUUID();
    server.fault(operation, fault);
    await store.save(tenant, id, pieces(bytes), { limit });
    expect((await everything(store.read(tenant, id, { verified: true }))).equals(bytes)).toBe(true);
    expect({ objects: server.bucket.objects.size, uploads: server.bucket.uploads.size }).toEqual({ objects: 2, uploads: 0 });
  });

  it.each<S3Fault>(['lost', 'ConditionalRequestConflict'])('publishes its description though its answer was "%s"', async (fault) => {
    server.fault('PutObject', fault, { key: /json$/, times: 2 });
    const id = randomUUID();
    expect(await storeOn(server).save(tenant, id, pieces(small), { limit, fileName: 'a' })).toMatchObject({ size: 1_000, fileName: 'a' });
    expect(await storeOn(server).describe(tenant, id)).toMatchObject({ fileName: 'a' });
  });

  it('leaves the bytes where they are when nobody knows whether they were described', async () => {
    const id = randomUUID();
    server.fault('PutObject', 'lost', { key: /json$/ });
    server.fault('PutObject', 'InternalError', { key: /json$/, times: 3 });
    await expect(storeOn(server).save(tenant, id, pieces(small), { limit })).rejects.toMatchObject({ code: 'not-reached' });
    expect(await everything(storeOn(server).read(tenant, id, { verified: true }))).toEqual(small);
  });

  it.each<[S3Fault, number]>([
    ['cut', 3],
    ['hang in the body', 1],
  ])('reads on where the line broke: %s, %i times', async (fault, times) => {
    const store = storeOn(server, { deadlines: DEADLINES });
    const id = randomUUID();
    await store.save(tenant, id, pieces(large), { limit });
    const reading = everything(store.read(tenant, id, { verified: true }));
    server.fault('GetObject', fault, { times, key: /json$/ });
    server.fault('GetObject', fault, { times, key: /[^n]$/ });
    expect((await reading).equals(large)).toBe(true);
  });

  it('gives no byte more than it was asked for, and none twice, when a server overlooks ranges', async () => {
    const store = storeOn(server);
    const id = randomUUID();
    await store.save(tenant, id, pieces(large), { limit });
    const bytes = { key: /[^n]$/ };
    for (const [first, last] of [
      [0, 0],
      [3 * MEBIBYTE, 3 * MEBIBYTE + 9],
    ] as const) {
      server.fault('GetObject', 'whole', bytes);
      expect(await everything(store.read(tenant, id, { range: { first, last } }))).toEqual(large.subarray(first, last + 1));
    }
    server.fault('GetObject', 'cut', bytes);
    server.fault('GetObject', 'whole', bytes);
    expect((await everything(store.read(tenant, id, { verified: true }))).equals(large)).toBe(true);
  });

  it.each<S3Operation>(['PutObject', 'UploadPart', 'CompleteMultipartUpload'])(
    'keeps nothing when the server does not recover: %s',
    async (operation) => {
      const store = storeOn(server);
      const id = randomUUID();
      server.fault(operation, 'InternalError', { times: 8 });
      await expect(store.save(tenant, id, pieces(operation === 'PutObject' ? small : large), { limit })).rejects.toMatchObject({
        name: 'MediaStoreError',
        code: 'not-reached',
        message: expect.stringContaining('500 InternalError'),
      });
      expect(await store.describe(tenant, id)).toBeUndefined();
      expect({ objects: server.bucket.objects.size, uploads: server.bucket.uploads.size }).toEqual({ objects: 0, uploads: 0 });
    },
  );

  it('takes no more of a source than it can send', async () => {
    const store = storeOn(server, { deadlines: { ...DEADLINES, answer: 200 } });
    let taken = 0;
    const endless = async function* () {
      for (;;) {
        taken += MEBIBYTE;
        yield Buffer.alloc(MEBIBYTE);
      }
    };
    server.fault('UploadPart', 'hang', { times: 8 });
    await expect(store.save(tenant, randomUUID(), endless(), { limit: 1_000 * MEBIBYTE })).rejects.toMatchObject({ code: 'not-reached' });
    expect(taken).toBeLessThanOrEqual(20 * MEBIBYTE);
  });

  const wrongKey = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-the-secret' };
  it.each<[string, Parameters<typeof storeOn>[1], string, RegExp]>([
    ['there is no such bucket', { bucket: 'nowhere' }, 'no-place', /"nowhere".*MADOGUCHI_MEDIA_S3_BUCKET/],
    ['the key is wrong', { credentials: wrongKey }, 'refused', /403.*s3:ListBucket/],
    ['the key is unknown', { credentials: { ...wrongKey, accessKeyId: 'AKIAI44QH8DHBEXAMPLE' } }, 'refused', /403/],
    ['the region is wrong', { region: 'eu-west-1' }, 'refused', /region|REGION/],
    ['nobody listens', { endpoint: 'http://127.0.0.1:9' }, 'not-reached', /ECONNREFUSED|did not do it/],
  ])('says what to do when %s, and tells no secret', async (_, change, code, words) => {
    const store = storeOn(server, change);
    const id = randomUUID();
    for (const attempt of [
      () => store.check(),
      () => store.describe(tenant, id),
      () => store.save(tenant, id, pieces(small), { limit }),
      () => everything(store.read(tenant, id)),
    ]) {
      const error = await Promise.resolve(attempt()).catch((thrown: unknown) => thrown as MediaStoreError);
      expect(error).toMatchObject({ name: 'MediaStoreError', code });
      if (attempt.toString().includes('describe') || code !== 'refused') expect((error as MediaStoreError).message).toMatch(words);
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/not-the-secret|wJalrXUtnFEMI/);
    }
  });

  it('names its place without secrets', () => {
    const { url } = server;
    expect(storeOn(server).place).toBe(`bucket madoguchi-files at ${url}`);
    expect(new S3MediaStore({ bucket: 'b', region: 'ap-northeast-1' }).place).toBe('bucket b at AWS ap-northeast-1');
  });
});
