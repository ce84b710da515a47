import { openSealedLog, type SealedLog } from '@madoguchi/personal-data';
import { inTodaysShape } from '@madoguchi/use-cases';
import { type LogAddress, openLog } from './open-log.js';

/** Besides where the log is: what opens its keys, which lie in `DATABASE_URL`, wherever the log is. */
export interface ServiceLogSettings extends LogAddress {
  readonly MADOGUCHI_MASTER_KEY: string;
}

/**
 * The log as a service works with it: every event in today's shape, personal fields sealed. `raw` of it is in today's shape too.
 *
 * @throws what `openLog` throws, and when the database of the keys cannot be reached
 */
export const openServiceLog = async (environment: ServiceLogSettings): Promise<SealedLog> =>
  openSealedLog(inTodaysShape(await openLog(environment)), {
    url: environment.DATABASE_URL,
    masterKey: environment.MADOGUCHI_MASTER_KEY,
  });
