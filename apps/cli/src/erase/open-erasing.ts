import { openMediaStore } from '@madoguchi/media';
import { openSealedLog, type SealedLog } from '@madoguchi/personal-data';
import { personRows, readModelEntities } from '@madoguchi/read-models';
import { masterKeysFrom } from '@madoguchi/secrets';
import { CertificateSeal, eraseContact, inTodaysShape } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { openLog } from '../replay/open-log.js';
import type { EraseSettings } from './erase-settings.js';

export interface Erasing extends Pick<SealedLog, 'erasures'>, ReturnType<typeof eraseContact> {
  close(): Promise<void>;
}

/** All that erasing needs, as admin has it. The services must run: the desk empties its rows itself. */
export const openErasing = async ({ environment, databaseUrl, masterKey, media: where }: EraseSettings): Promise<Erasing> => {
  const seal = new CertificateSeal(masterKeysFrom(masterKey));
  const media = await openMediaStore(where, { warn: () => undefined });
  const log = inTodaysShape(await openLog(environment, databaseUrl));
  const { store, raw, erasures } = await openSealedLog(log, { url: databaseUrl, masterKey });
  const database = await new DataSource({ type: 'postgres', url: databaseUrl, entities: readModelEntities }).initialize();
  const now = () => new Date();
  return {
    erasures,
    ...eraseContact({ store, raw, erasures, rows: personRows(database), media, seal, now }),
    close: async () => {
      await database.destroy();
      await store.close();
    },
  };
};
