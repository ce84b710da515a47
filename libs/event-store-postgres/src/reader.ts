import { type Position, type RecordedEvent, StoreUnavailableError, type StreamName } from '@madoguchi/event-sourcing';
import pg from 'pg';
import { connectionFailed, readFailure } from './failures.js';

const CONNECTIONS = 4;
const COLUMNS = 'position, stream, version, id, type, schema_version, data, metadata, (extract(epoch from recorded_at) * 1000)::bigint';
const LARGEST_PAGE = 100_000;
const LARGEST_POSITION = 2n ** 63n - 1n;

type Row = [
  position: string,
  stream: string,
  version: string,
  id: string,
  type: string,
  schemaVersion: string,
  data: string,
  metadata: string,
  recordedMs: string,
];

/** Values stay text: what is needed of them is parsed here, faster than through pg's table of types. */
const asText = { getTypeParser: () => (text: string) => text };

/** The questions one can ask the log. All throw StoreUnavailableError when PostgreSQL does not answer. */
export interface Reader {
  stream(stream: StreamName, after: number): Promise<readonly RecordedEvent[]>;
  /** At most `size` events behind `after`; `categories` leaves out everything else. */
  page(after: Position, categories: readonly string[] | undefined, size: number): Promise<readonly RecordedEvent[]>;
  /** In the order of the log; ids that are not recorded are left out. */
  byIds(ids: readonly string[]): Promise<readonly RecordedEvent[]>;
  head(): Promise<Position>;
  close(): Promise<void>;
}

export const createReader = (settings: pg.ClientConfig, deadlineMs: number): Reader => {
  const pool = new pg.Pool({ ...settings, max: CONNECTIONS, statement_timeout: deadlineMs, query_timeout: deadlineMs + 1_000 });
  // A connection that breaks while nobody uses it is replaced by the pool.
  pool.on('error', () => undefined);

  const query = async (name: string, text: string, values: readonly unknown[]): Promise<readonly Row[]> => {
    if (pool.ending) throw new StoreUnavailableError('This event store is closed');
    const ask = async () => (await pool.query<Row>({ name, text, values: [...values], rowMode: 'array', types: asText })).rows;
    try {
      // The pool may hand out a connection whose end it has not noticed yet.
      return await ask().catch((error: unknown) => (connectionFailed(error) ? ask() : Promise.reject(error)));
    } catch (error) {
      throw readFailure(error);
    }
  };

  return {
    stream: async (stream, after) => {
      const text = `select ${COLUMNS} from event_log.events where stream = $1 and version > $2 order by version`;
      return (await query('stream', text, [stream, after])).map(eventOf);
    },

    page: async (after, categories, size) => {
      checkPage(after, size);
      if (!categories) {
        const text = `select ${COLUMNS} from event_log.events where position > $1 order by position limit ${size}`;
        return (await query(`page ${size}`, text, [after])).map(eventOf);
      }
      const wanted = [...new Set(categories)];
      if (wanted.length === 0) return [];
      const text = pageOfCategories(wanted.length, size);
      return (await query(`page ${size} of ${wanted.length}`, text, [after, ...wanted])).map(eventOf);
    },

    byIds: async (ids) =>
      (await query('by ids', `select ${COLUMNS} from event_log.events where id = any ($1::uuid[]) order by position`, [ids])).map(eventOf),

    head: async () => (await query('head', 'select coalesce(max(position), 0) from event_log.events', []))[0]![0],

    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
};

/** One ordered scan per category, merged: no category is read further than the page needs. */
const pageOfCategories = (count: number, size: number): string => {
  const scans = Array.from(
    { length: count },
    (_, index) => `(select * from event_log.events where category = $${index + 2} and position > $1 order by position)`,
  );
  return `select ${COLUMNS} from (${scans.join(' union all ')}) as wanted order by position limit ${size}`;
};

const eventOf = ([position, stream, version, id, type, schemaVersion, data, metadata, recordedMs]: Row): RecordedEvent => ({
  id,
  type,
  schemaVersion: Number(schemaVersion),
  data: JSON.parse(data) as object,
  metadata: JSON.parse(metadata) as RecordedEvent['metadata'],
  stream: stream as StreamName,
  version: Number(version),
  position,
  recordedAt: new Date(Number(recordedMs)).toISOString(),
});

const checkPage = (after: Position, size: number): void => {
  if (!/^(0|[1-9][0-9]{0,18})$/.test(after) || BigInt(after) > LARGEST_POSITION) {
    throw new TypeError(`"${after}" is no position in the log: a decimal number is needed`);
  }
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE) {
    throw new RangeError(`A page cannot have ${size} events: 1 to ${LARGEST_PAGE} are possible`);
  }
};
