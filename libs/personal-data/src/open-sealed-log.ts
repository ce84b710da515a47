import { categoryOf, currentShape, type EventStore, type RecordedEvent } from '@madoguchi/event-sourcing';
import { masterKeysFrom } from '@madoguchi/sealing';
import { type Erasures, eventsOf, type Pseudonyms } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { ErasureRow } from './erasure.entity.js';
import { type OpenEvents, openEvents } from './open-events.js';
import { personalFieldsOf } from './personal-fields.js';
import { PersonKeys, type PersonKeysOptions } from './person-keys.js';
import { postgresErasures } from './postgres-erasures.js';
import { keyedPseudonyms } from './pseudonyms.js';
import { sealedEventStore } from './sealed-event-store.js';
import { TenantKeys } from './tenant-keys.js';

const CONNECTIONS = 4;
const CONNECT_DEADLINE_MS = 5_000;
const QUERY_DEADLINE_MS = 10_000;

export interface SealedLogOptions extends PersonKeysOptions {
  /** `postgres://…` of the application's role in the database that has the keys; the log itself may lie elsewhere. */
  readonly url: string;
  /** As `MADOGUCHI_MASTER_KEY` has it. */
  readonly masterKey: string;
}

export interface SealedLog {
  /** Seals what goes in and opens what comes out. Closing it closes everything here. */
  readonly store: EventStore;
  /** The log as it stands: for whoever passes events on without looking into them. */
  readonly raw: EventStore;
  /** Opens events that came another way, for example from JetStream. */
  readonly open: OpenEvents;
  /** The same for the one event that is the body of a message, in today’s shape: it may have been copied by older code. What is no event stays as it is. */
  readonly openBody: (body: unknown) => Promise<unknown>;
  /** For ids of conversations and contacts. */
  readonly pseudonyms: Pseudonyms;
  readonly erasures: Erasures;
}

/**
 * A log whose personal fields are sealed, with its keys.
 *
 * @throws when the database of the keys cannot be reached
 */
export const openSealedLog = async (raw: EventStore, { url, masterKey, ...options }: SealedLogOptions): Promise<SealedLog> => {
  const database = await new DataSource({
    type: 'postgres',
    url,
    entities: [ErasureRow],
    applicationName: 'madoguchi keys',
    poolSize: CONNECTIONS,
    connectTimeoutMS: CONNECT_DEADLINE_MS,
    extra: { keepAlive: true, query_timeout: QUERY_DEADLINE_MS },
  }).initialize();
  const tenants = new TenantKeys(database, masterKeysFrom(masterKey));
  const keys = new PersonKeys(database, tenants, options);
  const sealed = sealedEventStore(raw, keys, personalFieldsOf);
  const close = async (): Promise<void> => {
    await sealed.close();
    if (database.isInitialized) await database.destroy();
  };
  const open = openEvents(keys);
  return {
    store: { ...sealed, close },
    raw,
    open,
    openBody: async (body) => {
      if (!isEvent(body)) return body;
      const [event] = (await open([body])) as [RecordedEvent];
      return currentShape(eventsOf(categoryOf(event.stream))?.versions, event);
    },
    pseudonyms: keyedPseudonyms(tenants),
    erasures: postgresErasures(database, options.now ?? (() => new Date())),
  };
};

/** Not everything that JetStream brings stood in the log. */
const isEvent = (body: unknown): body is RecordedEvent => typeof (body as Partial<RecordedEvent> | null)?.stream === 'string';
