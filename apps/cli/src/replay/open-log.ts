import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@madoguchi/event-sourcing';
import { openEventStoreDbEventStore } from '@madoguchi/event-store-eventstoredb';
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

/** The log that `EVENT_STORE` names, as it stands: what is sealed in it stays sealed. */
export const openLog = async (environment: NodeJS.ProcessEnv, databaseUrl: string): Promise<EventStore> => {
  switch (environment.EVENT_STORE ?? 'postgres') {
    case 'postgres':
      return openPostgresEventStore({ url: databaseUrl });
    case 'eventstoredb':
      if (!environment.EVENTSTORE_URL) throw new Error('EVENTSTORE_URL is missing: the address of EventStoreDB, esdb://host:port.');
      return openEventStoreDbEventStore({ url: environment.EVENTSTORE_URL });
    default:
      throw new Error('EVENT_STORE must be postgres or eventstoredb');
  }
};
