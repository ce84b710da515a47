import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@madoguchi/event-sourcing';
import { openPostgresEventStore } from '@madoguchi/event-store-postgres';
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

/** The log that `EVENT_STORE` names, as the services open it: nothing of it is opened or brought into another shape yet. */
export const openLog = (environment: NodeJS.ProcessEnv, databaseUrl: string): Promise<EventStore> => {
  const kind = environment.EVENT_STORE ?? 'postgres';
  if (kind !== 'postgres') throw new Error('EVENT_STORE must be postgres');
  return openPostgresEventStore({ url: databaseUrl });
};
