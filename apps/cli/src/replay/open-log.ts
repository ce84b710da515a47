import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLog as openNamedLog } from '@madoguchi/event-log';
import type { EventStore } from '@madoguchi/event-sourcing';
import type { Addresses } from '../start/addresses.js';

/** `DATABASE_URL`, or the database of the system that runs with this data folder. */
export const databaseUrlOf = (environment: NodeJS.ProcessEnv, dataFolder: string): string => {
  if (environment.DATABASE_URL) return environment.DATABASE_URL;
  const file = join(dataFolder, 'addresses.json');
  if (!existsSync(file)) {
    throw new Error(
      'DATABASE_URL is missing: the address of the database, as the services have it. (Or name the folder of a running "madoguchi start" with --data.)',
    );
  }
  return (JSON.parse(readFileSync(file, 'utf8')) as Addresses).database;
};

/** The log that `EVENT_STORE` names, as it stands: what is sealed in it stays sealed. */
export const openLog = async (environment: NodeJS.ProcessEnv, databaseUrl: string): Promise<EventStore> => {
  const { EVENT_STORE = 'postgres', EVENTSTORE_URL } = environment;
  if (EVENT_STORE !== 'postgres' && EVENT_STORE !== 'eventstoredb') throw new Error('EVENT_STORE must be postgres or eventstoredb');
  return openNamedLog({ EVENT_STORE, EVENTSTORE_URL, DATABASE_URL: databaseUrl });
};
