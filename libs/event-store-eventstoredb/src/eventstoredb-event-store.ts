import { type EventStore, parseStreamName, type Position } from '@madoguchi/event-sourcing';
import { createAppendPipe } from './append-pipe.js';
import { checkAppend } from './check-append.js';
import { claimedBy, createClaims } from './claims.js';
import { createConfirm } from './confirm.js';
import { connect } from './connection.js';
import { AccessRefused, closed } from './failures.js';
import { findFences } from './fences.js';
import { createHistory } from './history.js';
import { createReader } from './reader.js';
import { createRecorder } from './recorder.js';
import { streamNames } from './stream-names.js';
import { subscription } from './subscription.js';
import { createLine, createTurns } from './turns.js';
import { createWriter } from './writer.js';

const DEFAULT_DEADLINE_MS = 10_000;
const DEFAULT_PAGE_SIZE = 1_000;
const LARGEST_PAGE = 100_000;
const LARGEST_POSITION = 2n ** 63n - 1n;

export interface EventStoreDbEventStoreOptions {
  /** `esdb://user:password@host:2113?tls=true`, several hosts for a cluster, or `esdb+discover://name`. */
  readonly url: string;
  /** How long one append or one question may take, with the search for another node; default 10,000. */
  readonly deadlineMs?: number;
  /** Lower-case letters and digits; for a second log on the same server. Default: the log without a name. */
  readonly log?: string;
}

/**
 * The log on EventStoreDB or KurrentDB. Holds one connection, to the leader of a cluster; finds the next leader when it
 * is lost, and the server when it comes back.
 *
 * @throws StoreUnavailableError when the server cannot be reached, or is not ready, until the deadline
 * @throws Error when the address cannot be read, or the server refuses its user
 */
export const openEventStoreDbEventStore = async ({
  url,
  deadlineMs = DEFAULT_DEADLINE_MS,
  log,
}: EventStoreDbEventStoreOptions): Promise<EventStore> => {
  const names = streamNames(log);
  const connection = connect(url);
  const reader = createReader(connection, deadlineMs);
  const writer = createWriter(createAppendPipe(connection), reader, deadlineMs);
  const fences = await findFences(reader, writer, names).catch(async (error: unknown) => {
    await connection.close();
    throw error instanceof AccessRefused ? new Error(error.message) : error;
  });
  const history = createHistory(reader, names, fences);
  const claims = createClaims({ reader, writer, history, names, fences }, deadlineMs);
  const confirm = createConfirm(reader, names, fences);
  const record = createRecorder({ reader, writer, history, names, fences, claims, confirm });
  const inTurn = createTurns();
  const joinLine = createLine();
  const closing = new AbortController();
  const writing = new Set<Promise<unknown>>();

  const open = (): void => {
    if (closing.signal.aborted) throw closed();
  };

  /** Appends and fences are waited for when the store is closed. */
  const untilDone = async <Result>(job: Promise<Result>): Promise<Result> => {
    const over = job.catch(() => undefined);
    writing.add(over);
    try {
      return await job;
    } finally {
      writing.delete(over);
    }
  };

  return {
    append: async (stream, events, expected) => {
      open();
      const checked = checkAppend(stream, events, expected);
      if (checked.length === 0) return [];
      const claimed = claimedBy(checked);
      const place = joinLine();
      const recorded = inTurn([stream, ...claimed], () => record(stream, checked, claimed, expected, place));
      return untilDone(recorded.finally(place.leave));
    },

    readStream: async (stream, after = 0) => {
      open();
      return history.stream(parseStreamName(stream), after);
    },

    async *readAll({ after, categories, pageSize = DEFAULT_PAGE_SIZE }) {
      open();
      checkPage(after, pageSize);
      if (categories?.length === 0) return;
      // Fences in front of the place do not come along.
      await fences.knowUpTo(after);
      let next = history.page(after, categories, pageSize);
      for (;;) {
        const { events, place, more } = await next;
        if (more) {
          next = history.page(place, categories, pageSize);
          // It is awaited in the next turn, if there is one: until then nobody may call its failure unhandled.
          next.catch(() => undefined);
        }
        if (events.length > 0) yield events;
        if (!more) return;
        open();
      }
    },

    async *subscribe({ after, categories, pageSize = DEFAULT_PAGE_SIZE, signal }) {
      checkPage(after, pageSize);
      const end = AbortSignal.any([signal, closing.signal]);
      if (categories?.length === 0)
        await new Promise<void>((resolve) => (end.aborted ? resolve() : end.addEventListener('abort', () => resolve())));
      yield* subscription({ connection, history, names, fences }, { after, categories, pageSize, signal: end });
    },

    head: async () => {
      open();
      return history.head();
    },

    fence: async () => {
      open();
      await untilDone(fences.raise());
    },

    close: async () => {
      closing.abort();
      await Promise.all(writing);
      await connection.close();
    },
  };
};

const checkPage = (after: Position, size: number): void => {
  if (!/^(0|[1-9][0-9]{0,18})$/.test(after) || BigInt(after) > LARGEST_POSITION) {
    throw new TypeError(`"${after}" is no position in the log: a decimal number is needed`);
  }
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE) {
    throw new RangeError(`A page cannot have ${size} events: 1 to ${LARGEST_PAGE} are possible`);
  }
};
