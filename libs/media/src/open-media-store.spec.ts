import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMediaStore } from './index.js';
import { startS3StandIn } from './testing/s3-stand-in.js';

describe('the store of files that the settings name', () => {
  const warnings: string[] = [];
  const log = { warn: (_: object, message: string) => void warnings.push(message) };
  beforeEach(() => void (warnings.length = 0));

  it('is a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'madoguchi-media-'));
    const store = await openMediaStore({ MADOGUCHI_MEDIA_DIR: join(folder, 'new') }, log);
    expect(store.place).toBe(`folder ${join(folder, 'new')}`);
    writeFileSync(join(folder, 'file'), '');
    await expect(openMediaStore({ MADOGUCHI_MEDIA_DIR: join(folder, 'file') }, log)).rejects.toMatchObject({ name: 'MediaStoreError' });
    rmSync(folder, { recursive: true });
  });

  it('is a bucket, which must be there and take the key; one that is only away is waited for', async () => {
    const server = await startS3StandIn();
    const settings = {
      MADOGUCHI_MEDIA_S3_BUCKET: server.bucketName,
      MADOGUCHI_MEDIA_S3_REGION: server.key.region,
      MADOGUCHI_MEDIA_S3_ENDPOINT: server.url,
      MADOGUCHI_MEDIA_S3_ACCESS_KEY_ID: server.key.accessKeyId,
      MADOGUCHI_MEDIA_S3_SECRET_ACCESS_KEY: server.key.secretAccessKey,
    };
    expect((await openMediaStore(settings, log)).place).toBe(`bucket ${server.bucketName} at ${server.url}`);
    await expect(openMediaStore({ ...settings, MADOGUCHI_MEDIA_S3_BUCKET: 'nowhere' }, log)).rejects.toMatchObject({ code: 'no-place' });
    await expect(openMediaStore({ ...settings, MADOGUCHI_MEDIA_S3_SECRET_ACCESS_KEY: 'x' }, log)).rejects.toMatchObject({
      code: 'refused',
    });
    expect(warnings).toEqual([]);
    await server.stop();
    await openMediaStore(settings, log);
    expect(warnings).toEqual([expect.stringContaining(server.bucketName)]);
    expect(warnings.join()).not.toContain(server.key.secretAccessKey);
  });
});
