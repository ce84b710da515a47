import { type Position, type RecordedEvent, StoreUnavailableError, type StreamName } from '@madoguchi/event-sourcing';
import pg from 'pg';
import { connectionFailed, readFailure } from './failures.js';
import {
  EVENTS_BY_ID,
  EVENTS_OF_STREAM,
  LAST_POSITION,
  ORDERED_INDEX_SCANS,
  pageOfCategories,
  pageOfLog,
  type Statement,
} from './read-statements.js';

const CONNECTIONS = 4;
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
  /** Takes no question more. */
  hangUp(): Promise<void>;
}

export const createReader = (settings: pg.ClientConfig, deadlineMs: number): Reader => {
  const pool = new pg.Pool({
    ...settings,
    max: CONNECTIONS,
    statement_timeout: deadlineMs,
    query_timeout: deadlineMs + 1_000,
    onConnect: (client) => client.query(ORDERED_INDEX_SCANS),
  });
  // A connection that breaks while nobody uses it is replaced by the pool.
  pool.on('error', () => undefined);

  const query = async (statement: Statement, values: readonly unknown[]): Promise<readonly Row[]> => {
    if (pool.ending) throw new StoreUnavailableError('This event store is closed');
    const ask = async () => (await pool.query<Row>({ ...statement, values: [...values], rowMode: 'array', types: asText })).rows;
    const asked = performance.now();
    try {
      return await ask().catch((error: unknown) => {
        // The pool may hand out a connection whose end it has not noticed yet; a server that is silent is not asked again.
        const again = connectionFailed(error) && performance.now() - asked < deadlineMs;
        return again ? ask() : Promise.reject(error);
      });
    } catch (error) {
      throw readFailure(error);
    }
  };

  return {
    stream: async (stream, after) => (await query(EVENTS_OF_STREAM, [stream, after])).map(eventOf),

    page: async (after, categories, size) => {
      checkPage(after, size);
      if (!categories) return (await query(pageOfLog(size), [after])).map(eventOf);
      const wanted = [...new Set(categories)];
      if (wanted.length === 0) return [];
      return (await query(pageOfCategories(wanted.length, size), [after, ...wanted])).map(eventOf);
    },

    byIds: async (ids) => (await query(EVENTS_BY_ID, [ids])).map(eventOf),

    head: async () => (await query(LAST_POSITION, []))[0]![0],

    hangUp: async () => {
      if (!pool.ending) await pool.end();
    },
  };
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
