import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaSettings } from '@madoguchi/media';
import { withFiles } from '@madoguchi/service-kit';
import { databaseUrlOf } from '../replay/open-log.js';

export interface EraseSettings {
  readonly environment: NodeJS.ProcessEnv;
  readonly databaseUrl: string;
  readonly masterKey: string;
  readonly media: MediaSettings;
}

const fromFiles = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  withFiles(environment, (name) => name.startsWith('MADOGUCHI_') || name.startsWith('DATABASE_') || name === 'EVENTSTORE_URL');

/** `MADOGUCHI_MASTER_KEY`, or that of the system that runs with this data folder. @throws when there is none */
export const masterKeyOf = (environment: NodeJS.ProcessEnv, dataFolder: string): string => {
  const { MADOGUCHI_MASTER_KEY, DATABASE_URL } = fromFiles(environment);
  const file = join(dataFolder, 'master.key');
  if (MADOGUCHI_MASTER_KEY) return MADOGUCHI_MASTER_KEY;
  if (DATABASE_URL || !existsSync(file))
    throw new Error('MADOGUCHI_MASTER_KEY is missing: the key that the services have. Without it nothing can be erased or verified.');
  return readFileSync(file, 'utf8').trim();
};

/** @throws when something is missing, saying what */
export const eraseSettings = (given: NodeJS.ProcessEnv, dataFolder: string): EraseSettings => {
  const environment = fromFiles(given);
  const masterKey = masterKeyOf(given, dataFolder);
  const ofFolder = !environment.DATABASE_URL && !environment.MADOGUCHI_MEDIA_DIR && !environment.MADOGUCHI_MEDIA_S3_BUCKET;
  const media = (ofFolder ? { MADOGUCHI_MEDIA_DIR: join(dataFolder, 'media') } : environment) as MediaSettings;
  if (!media.MADOGUCHI_MEDIA_DIR && !media.MADOGUCHI_MEDIA_S3_BUCKET)
    throw new Error(
      'MADOGUCHI_MEDIA_DIR or MADOGUCHI_MEDIA_S3_BUCKET is missing: where the files of messages are, as the services have it.',
    );
  return { environment, databaseUrl: databaseUrlOf(environment, dataFolder), masterKey, media };
};

/** @throws when it is missing */
export const adminUrlOf = (environment: NodeJS.ProcessEnv): string => {
  const { DATABASE_ADMIN_URL } = fromFiles(environment);
  if (!DATABASE_ADMIN_URL)
    throw new Error('DATABASE_ADMIN_URL is missing: the address of the database with the role that owns its tables.');
  return DATABASE_ADMIN_URL;
};
