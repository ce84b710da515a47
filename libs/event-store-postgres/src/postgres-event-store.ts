import {
  DuplicateEventIdError,
  type EventStore,
  type ExpectedVersion,
  type NewEvent,
  type RecordedEvent,
  WrongExpectedVersionError,
} from '@madoguchi/event-sourcing';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { openAppender } from './appender.js';
import { createBell } from './bell.js';
import { type EncodedAppend, encodeAppend } from './encode-append.js';
import { createReader } from './reader.js';
import { subscription } from './subscription.js';

const CONNECT_DEADLINE_MS = 5_000;
/** A server that is gone does not answer a good-bye. */
const GOODBYE_DEADLINE_MS = 1_000;
const DEFAULT_DEADLINE_MS = 10_000;
const DEFAULT_PAGE_SIZE = 1_000;

export interface PostgresEventStoreOptions {
  /** `postgres://…` of the application's role, in a database where `installLog` has run. */
  readonly url: string;
  /** How long one statement may take; default 10,000. */
  readonly deadlineMs?: number;
}

/**
 * The log on PostgreSQL. Holds one connection for appends, up to four for reading and, once somebody subscribes,
 * one that waits for notifications. Survives restarts of the server.
 *
 * @throws StoreUnavailableError when PostgreSQL cannot be reached
 * @throws Error when the log is not installed
 */
export const openPostgresEventStore = async ({ url, deadlineMs = DEFAULT_DEADLINE_MS }: PostgresEventStoreOptions): Promise<EventStore> => {
  const settings: pg.ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_DEADLINE_MS,
    keepAlive: true,
    application_name: 'madoguchi event log',
  };
  const appender = await openAppender(settings, deadlineMs);
  const reader = createReader(settings, deadlineMs);
  const closing = new AbortController();
  const bell = createBell(settings, closing.signal);

  const recordedBefore = async (append: EncodedAppend): Promise<readonly RecordedEvent[]> => {
    const recorded = await reader.byIds(append.events.map(({ id }) => id));
    if (!isRepetition(append, recorded)) {
      throw new DuplicateEventIdError(append.stream, `event ${recorded[0]!.id} is already recorded in another place`);
    }
    return recorded;
  };

  return {
    append: async (stream, events, expected) => {
      const append = encodeAppend(stream, events, expected);
      if (append.events.length === 0) return [];
      const verdict = await appender.append(append);
      switch (verdict.kind) {
        case 'appended':
          return append.events.map((event, index) => ({
            id: event.id,
            type: event.type,
            schemaVersion: event.schemaVersion,
            data: JSON.parse(event.data) as object,
            metadata: JSON.parse(event.metadata) as NewEvent['metadata'],
            stream,
            version: verdict.head + index + 1,
            position: String(verdict.before + BigInt(index + 1)),
            recordedAt: verdict.recordedAt,
          }));
        case 'conflict':
          throw new WrongExpectedVersionError(stream, expected, verdict.head);
        case 'known':
          return recordedBefore(append);
      }
    },

    readStream: (stream, after = 0) => reader.stream(stream, after),

    async *readAll({ after, categories, pageSize = DEFAULT_PAGE_SIZE }) {
      let next = reader.page(after, categories, pageSize);
      for (;;) {
        const page = await next;
        const more = page.length === pageSize;
        if (more) {
          next = reader.page(page.at(-1)!.position, categories, pageSize);
          // It is awaited in the next turn, if there is one: until then nobody may call its failure unhandled.
          next.catch(() => undefined);
        }
        if (page.length > 0) yield page;
        if (!more) return;
      }
    },

    subscribe: ({ after, categories, pageSize = DEFAULT_PAGE_SIZE, signal }) =>
      subscription(reader, bell, { after, categories, pageSize, signal: AbortSignal.any([signal, closing.signal]) }),

    head: () => reader.head(),

    fence: () => appender.fence(),

    close: async () => {
      closing.abort();
      await appender.finish();
      await Promise.race([Promise.all([appender.hangUp(), reader.hangUp()]), sleep(GOODBYE_DEADLINE_MS, undefined, { ref: false })]);
    },
  };
};

/** The same events at the place where they were expected, all of them. */
const isRepetition = ({ stream, events, expected }: EncodedAppend, recorded: readonly RecordedEvent[]): boolean => {
  const first = recorded[0]!.version;
  return (
    recorded.length === events.length &&
    recorded.every((event, index) => event.stream === stream && event.version === first + index && event.id === events[index]!.id) &&
    (expected === 'any' || first - 1 === versionOf(expected))
  );
};

const versionOf = (expected: Exclude<ExpectedVersion, 'any'>): number => (expected === 'no stream' ? 0 : expected);
