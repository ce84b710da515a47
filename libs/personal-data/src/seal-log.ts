import { categoryOf, currentShape, ERASED, idOf, type RecordedEvent, Refusal, type StreamName } from '@madoguchi/event-sourcing';
import { masterKeysFrom, sealFields } from '@madoguchi/sealing';
import { eventsOf, saysOpenly } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { personalFieldsOf } from './personal-fields.js';
import { PersonKeys } from './person-keys.js';
import { TenantKeys } from './tenant-keys.js';

const PAGE = 500;
const CATEGORIES = ['conversation', 'contact', 'shelf'];

export interface SealLogOptions {
  /** As `MADOGUCHI_MASTER_KEY` has it. */
  readonly masterKey: string;
  /** When it aborts, what is sealed stays sealed, and another call goes on. */
  readonly signal: AbortSignal;
  /** After each page. */
  readonly onProgress?: (progress: { readonly sealed: number; readonly percent: number }) => void;
}

interface Row {
  readonly position: string;
  readonly stream: StreamName;
  readonly id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: string;
  readonly metadata: string;
}

/**
 * Seals, in the log on PostgreSQL, what was recorded before there were keys: the one time that recorded events are written anew. What they
 * say stays the same; an event of an older version is stored in today's shape, because what is personal is known of that alone. May run
 * beside the services, which wait for moments; called again it goes on with what is left.
 *
 * @param adminUrl of the role that owns the log
 */
export const sealLog = async (
  adminUrl: string,
  { masterKey, signal, onProgress }: SealLogOptions,
): Promise<{ readonly sealed: number; readonly complete: boolean }> => {
  const database = await new DataSource({ type: 'postgres', url: adminUrl, applicationName: 'madoguchi seal log' }).initialize();
  const keys = new PersonKeys(database, new TenantKeys(database, masterKeysFrom(masterKey)));
  let sealed = 0;
  try {
    const head = await headOf(database);
    for (let after = '0'; ;) {
      if (signal.aborted) return { sealed, complete: false };
      const rows = await database.query<Row[]>(
        `select position::text, stream, id, type, schema_version, data, metadata from event_log.events
         where position > $1 and category = any ($2) order by position limit ${PAGE}`,
        [after, CATEGORIES],
      );
      if (rows.length === 0) return { sealed, complete: true };
      const open = rows.map(inTodaysShape).filter(saysOpenly);
      const closed: RecordedEvent[] = [];
      for (const event of open) closed.push(await sealedEvent(keys, event, await subjectOf(database, event)));
      await write(database, closed);
      sealed += closed.length;
      after = rows.at(-1)!.position;
      onProgress?.({ sealed, percent: Number((BigInt(after) * 100n) / head) });
    }
  } finally {
    await database.destroy();
  }
};

const headOf = async (database: DataSource): Promise<bigint> => {
  const [row] = await database.query<{ head: string }[]>('select coalesce(max(position), 1)::text as head from event_log.events');
  return BigInt(row!.head);
};

const inTodaysShape = ({ schema_version, data, metadata, ...row }: Row): RecordedEvent =>
  currentShape(eventsOf(categoryOf(row.stream))?.versions, {
    ...row,
    schemaVersion: schema_version,
    data: JSON.parse(data) as object,
    metadata: JSON.parse(metadata) as RecordedEvent['metadata'],
  } as RecordedEvent);

/** Older events do not name the person: a conversation does in its first event. What could not be read is about nobody known: it gets a key of its own. */
const subjectOf = async (database: DataSource, { stream, metadata }: RecordedEvent): Promise<string> => {
  if (metadata.subject) return metadata.subject;
  if (categoryOf(stream) !== 'conversation') return idOf(stream);
  const [first] = await database.query<{ data: string }[]>('select data from event_log.events where stream = $1 and version = 1', [stream]);
  return (JSON.parse(first?.data ?? '{}') as { contactId?: string }).contactId ?? idOf(stream);
};

const sealedEvent = async (keys: PersonKeys, event: RecordedEvent, subject: string): Promise<RecordedEvent> => {
  const fields = personalFieldsOf(event.stream, event.type);
  const metadata = { ...event.metadata, subject };
  try {
    const key = await keys.forSealing(metadata.tenantId, subject, false);
    return { ...event, ...sealFields(event.stream, { ...event, metadata }, fields, key) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // They were erased since: what is left of them in the open goes too.
    const erased = fields.filter((field) => field in event.data).map((field) => [field, ERASED] as const);
    return { ...event, metadata, data: { ...event.data, ...Object.fromEntries(erased) } };
  }
};

/** Nobody but the owner can take the guard of the log away, and only until this transaction ends. */
const write = (database: DataSource, events: readonly RecordedEvent[]): Promise<void> =>
  database.transaction(async (transaction) => {
    if (events.length === 0) return;
    await transaction.query('alter table event_log.events disable trigger events_stay');
    await transaction.query(
      `update event_log.events e set data = s.data, metadata = s.metadata, schema_version = s.schema_version
       from unnest($1::uuid[], $2::text[], $3::text[], $4::integer[]) as s (id, data, metadata, schema_version) where e.id = s.id`,
      [
        events.map(({ id }) => id),
        events.map(({ data }) => JSON.stringify(data)),
        events.map(({ metadata }) => JSON.stringify(metadata)),
        events.map(({ schemaVersion }) => schemaVersion),
      ],
    );
    await transaction.query('alter table event_log.events enable trigger events_stay');
  });
