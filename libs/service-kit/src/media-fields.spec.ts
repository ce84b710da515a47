import 'reflect-metadata';
import { readEnvironment } from './environment.js';
import { MediaAccessKey, MediaBucket, MediaEndpoint, MediaFolder, MediaPathStyle, MediaRegion } from './media-fields.js';

class Environment {
  @MediaFolder()
  MADOGUCHI_MEDIA_DIR?: string;

  @MediaBucket()
  MADOGUCHI_MEDIA_S3_BUCKET?: string;

  @MediaRegion()
  MADOGUCHI_MEDIA_S3_REGION?: string;

  @MediaEndpoint()
  MADOGUCHI_MEDIA_S3_ENDPOINT?: string;

  @MediaAccessKey()
  MADOGUCHI_MEDIA_S3_ACCESS_KEY_ID?: string;

  @MediaAccessKey()
  MADOGUCHI_MEDIA_S3_SECRET_ACCESS_KEY?: string;

  @MediaPathStyle()
  MADOGUCHI_MEDIA_S3_FORCE_PATH_STYLE?: 'true' | 'false';
}

const MEDIA = 'MADOGUCHI_MEDIA_';
const read = (settings: Readonly<Record<string, string>>) =>
  readEnvironment(Environment, Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${MEDIA}${name}`, value])));

const bucket = { S3_BUCKET: 'files', S3_REGION: 'ap-northeast-1' };
const elsewhere = { ...bucket, S3_ENDPOINT: 'http://127.0.0.1:9000', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'hunter2' };

describe('the place of files in an environment', () => {
  it.each<Record<string, string>>([
    { DIR: '/var/files' },
    bucket,
    elsewhere,
    { ...elsewhere, S3_FORCE_PATH_STYLE: 'false' },
    { ...bucket, S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'hunter2' },
  ])('may be %j', (settings) => {
    for (const [name, value] of Object.entries(settings)) expect(read(settings)).toHaveProperty(`${MEDIA}${name}`, value);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['there is none', {}, /MADOGUCHI_MEDIA_DIR is missing .*MADOGUCHI_MEDIA_S3_BUCKET to a bucket/],
    ['there are two', { ...bucket, DIR: '/var/files' }, /only one of MADOGUCHI_MEDIA_DIR and MADOGUCHI_MEDIA_S3_BUCKET/],
    ['a bucket has no region', { S3_BUCKET: 'files' }, /MADOGUCHI_MEDIA_S3_REGION is missing/],
    ['the name is none', { ...bucket, S3_BUCKET: 'Files/a' }, /MADOGUCHI_MEDIA_S3_BUCKET must/],
    ['a server has no key', { ...bucket, S3_ENDPOINT: 'http://127.0.0.1:9000' }, /ACCESS_KEY_ID is missing.*SECRET_ACCESS_KEY is missing/],
    ['a key is half', { ...bucket, S3_ACCESS_KEY_ID: 'id' }, /SECRET_ACCESS_KEY is missing/],
    ['the address has a password', { ...elsewhere, S3_ENDPOINT: 'http://a:hunter2@127.0.0.1:9000' }, /S3_ENDPOINT must/],
    ['the style is none', { ...elsewhere, S3_FORCE_PATH_STYLE: 'yes' }, /must be true or false/],
  ])('is refused when %s, and no secret is repeated', (_, settings, words) => {
    expect(() => read(settings)).toThrow(words);
    expect(() => read(settings)).toThrow(/^(?!.*hunter2)/);
  });
});
