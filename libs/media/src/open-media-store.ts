import { type MediaStore, MediaStoreError } from '@madoguchi/use-cases';
import { FolderMediaStore } from './folder-media-store.js';
import { S3MediaStore } from './s3-media-store.js';

/** As the environment of a service has them: a folder, or a bucket with its region. */
export interface MediaSettings {
  readonly MADOGUCHI_MEDIA_DIR?: string;
  readonly MADOGUCHI_MEDIA_S3_BUCKET?: string;
  readonly MADOGUCHI_MEDIA_S3_REGION?: string;
  readonly MADOGUCHI_MEDIA_S3_ENDPOINT?: string;
  readonly MADOGUCHI_MEDIA_S3_ACCESS_KEY_ID?: string;
  readonly MADOGUCHI_MEDIA_S3_SECRET_ACCESS_KEY?: string;
  readonly MADOGUCHI_MEDIA_S3_FORCE_PATH_STYLE?: 'true' | 'false';
}

export interface Warnings {
  warn(details: object, message: string): void;
}

/**
 * The store of files that the settings name. One that cannot be reached now is opened all the same: messages are taken in without it.
 *
 * @throws MediaStoreError when an operator must mend something first
 */
export const openMediaStore = async (settings: MediaSettings, log: Warnings): Promise<MediaStore> => {
  const store = storeOf(settings);
  try {
    await store.check();
  } catch (error) {
    if (!(error instanceof MediaStoreError && error.code === 'not-reached')) throw error;
    log.warn({ files: store.place }, error.message);
  }
  return store;
};

const storeOf = (settings: MediaSettings): MediaStore => {
  const bucket = settings.MADOGUCHI_MEDIA_S3_BUCKET;
  if (!bucket) return new FolderMediaStore(settings.MADOGUCHI_MEDIA_DIR ?? '');
  const accessKeyId = settings.MADOGUCHI_MEDIA_S3_ACCESS_KEY_ID;
  const secretAccessKey = settings.MADOGUCHI_MEDIA_S3_SECRET_ACCESS_KEY;
  const pathStyle = settings.MADOGUCHI_MEDIA_S3_FORCE_PATH_STYLE;
  return new S3MediaStore({
    bucket,
    region: settings.MADOGUCHI_MEDIA_S3_REGION ?? '',
    endpoint: settings.MADOGUCHI_MEDIA_S3_ENDPOINT,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    forcePathStyle: pathStyle === undefined ? undefined : pathStyle === 'true',
  });
};
