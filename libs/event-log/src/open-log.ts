import { type EventStore, withFirstTimes } from '@madoguchi/event-sourcing';
import { openEventStoreDbEventStore } from '@madoguchi/event-store-eventstoredb';
import { openPostgresEventStore } from '@madoguchi/event-store-postgres';

/** Where the log is, in the words of the environment. */
export interface LogAddress {
  readonly EVENT_STORE: 'postgres' | 'eventstoredb';
  /** The log is there with `EVENT_STORE=postgres`. */
  readonly DATABASE_URL: string;
  /** With `EVENT_STORE=eventstoredb`: `esdb://…` or `esdb+discover://…` */
  readonly EVENTSTORE_URL?: string;
}

/** Where it is, in one address; it may bear a password. */
export const urlOfLog = ({ EVENT_STORE, DATABASE_URL, EVENTSTORE_URL }: LogAddress): string =>
  EVENT_STORE === 'eventstoredb' ? (EVENTSTORE_URL ?? '') : DATABASE_URL;

/**
 * The log that `EVENT_STORE` names, as it stands; the one place that knows more than one kind of it.
 *
 * @throws StoreUnavailableError when its server cannot be reached
 * @throws Error when its address is missing or cannot be read
 */
export const openLog = async ({ EVENT_STORE, DATABASE_URL, EVENTSTORE_URL }: LogAddress): Promise<EventStore> => {
  switch (EVENT_STORE) {
    case 'postgres':
      return withFirstTimes(await openPostgresEventStore({ url: DATABASE_URL }));
    case 'eventstoredb':
      if (!EVENTSTORE_URL) throw new Error('EVENTSTORE_URL is missing: the address of EventStoreDB, esdb://host:port.');
      return withFirstTimes(await openEventStoreDbEventStore({ url: EVENTSTORE_URL }));
  }
};
