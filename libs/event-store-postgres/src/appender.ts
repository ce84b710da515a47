import { FencedError, StoreUnavailableError } from '@madoguchi/event-sourcing';
import { setImmediate as turn } from 'node:timers/promises';
import pg from 'pg';
import { appendStatement, readVerdicts, type Verdict } from './append-statement.js';
import type { EncodedAppend } from './encode-append.js';
import { appendFailure, unavailable } from './failures.js';

const MOST_EVENTS_IN_A_BATCH = 1_000;
const MOST_CHARACTERS_IN_A_BATCH = 4 * 1024 * 1024;
/** A server or role may be set to acknowledge before it has written; stricter settings than "on" stay. */
const WAIT_FOR_THE_DISK = "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'";

/** Writes through one connection: what arrives while a statement is in flight waits, and goes together in the next one. */
export interface Appender {
  append(append: EncodedAppend): Promise<Verdict>;
  /** Raises the epoch of the log and goes on under the new one. */
  fence(): Promise<void>;
  /** Takes nothing more, and waits for everything that was asked before. */
  finish(): Promise<void>;
  hangUp(): Promise<void>;
}

interface WaitingAppend {
  readonly append: EncodedAppend;
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (error: Error) => void;
}

interface WaitingFence {
  readonly append?: undefined;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Connects and takes note of the epoch that holds now.
 *
 * @throws StoreUnavailableError
 */
export const openAppender = async (settings: pg.ClientConfig, deadlineMs: number): Promise<Appender> => {
  let connection: pg.Client | undefined;
  let waiting: (WaitingAppend | WaitingFence)[] = [];
  let working: Promise<void> | undefined;
  let closed = false;

  const connect = async (): Promise<pg.Client> => {
    if (connection) return connection;
    const client = new pg.Client({ ...settings, statement_timeout: deadlineMs, query_timeout: deadlineMs + 1_000 });
    client.on('error', () => forget(client));
    client.on('end', () => forget(client));
    try {
      await client.connect();
      await client.query(WAIT_FOR_THE_DISK);
    } catch (error) {
      forget(client);
      throw unavailable(error);
    }
    connection = client;
    return client;
  };

  const forget = (client: pg.Client): void => {
    if (connection === client) connection = undefined;
    client.end().catch(() => undefined);
  };

  const currentEpoch = async (client: pg.Client): Promise<string> => {
    const { rows } = await client.query<{ epoch: string }>('select epoch from event_log.counter');
    return rows[0]!.epoch;
  };

  /** Runs one statement; after an error that leaves doubt about the connection, the next statement gets a new one. */
  const run = async <Result>(statement: (client: pg.Client) => Promise<Result>): Promise<Result> => {
    const client = await connect();
    try {
      return await statement(client);
    } catch (error) {
      const failure = appendFailure(error);
      if (!(failure instanceof FencedError)) forget(client);
      throw failure;
    }
  };

  const record = async (batch: readonly WaitingAppend[]): Promise<void> => {
    const appends = batch.map(({ append }) => append);
    try {
      const { rows } = await run((client) => client.query<unknown[]>(appendStatement(epoch, appends)));
      const verdicts = readVerdicts(appends, rows);
      for (const [index, { resolve }] of batch.entries()) resolve(verdicts[index]!);
    } catch (error) {
      for (const { reject } of batch) reject(error as Error);
      if (!connection && error instanceof StoreUnavailableError) {
        for (const { reject } of waiting.splice(0)) reject(error);
      }
    }
  };

  const raiseEpoch = async ({ resolve, reject }: WaitingFence): Promise<void> => {
    try {
      const raise = 'update event_log.counter set epoch = epoch + 1 returning epoch';
      const { rows } = await run((client) => client.query<{ epoch: string }>(raise));
      epoch = rows[0]!.epoch;
      resolve();
    } catch (error) {
      reject(error as Error);
    }
  };

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Whoever waited for the last batch may append again before the next one is cut.
      await turn();
      const [first] = waiting;
      if (first!.append) {
        await record(nextBatch());
      } else {
        waiting.shift();
        await raiseEpoch(first as WaitingFence);
      }
    }
    working = undefined;
  };

  const nextBatch = (): readonly WaitingAppend[] => {
    let size = 0;
    let events = 0;
    let characters = 0;
    for (const { append } of waiting) {
      if (!append) break;
      events += append.events.length;
      characters += append.length;
      if (size > 0 && (events > MOST_EVENTS_IN_A_BATCH || characters > MOST_CHARACTERS_IN_A_BATCH)) break;
      size += 1;
    }
    const batch = waiting.slice(0, size) as WaitingAppend[];
    waiting = waiting.slice(size);
    return batch;
  };

  const enqueue = (job: WaitingAppend | WaitingFence): void => {
    if (closed) return job.reject(new StoreUnavailableError('This event store is closed'));
    waiting.push(job);
    working ??= work();
  };

  let epoch = await connect()
    .then(currentEpoch)
    .catch((error: unknown) => {
      if (connection) forget(connection);
      throw error instanceof pg.DatabaseError && error.code?.startsWith('42')
        ? new Error(`There is no log that this role may use (${error.message}): run installLog with the owner's address first`)
        : error instanceof StoreUnavailableError
          ? error
          : unavailable(error);
    });

  return {
    append: (append) => new Promise((resolve, reject) => enqueue({ append, resolve, reject })),
    fence: () => new Promise((resolve, reject) => enqueue({ resolve, reject })),
    finish: async () => {
      closed = true;
      await working;
    },
    hangUp: async () => connection?.end(),
  };
};
