import type { NatsConnection } from '@nats-io/nats-core';
import { checkSize, MAX_BATCH, type OutgoingMessage, publishBatch, supportsBatches } from './batch.js';
import { BusTimeoutError, BusUnavailableError, QueueFullError } from './errors.js';
import type { Log } from './log.js';

export interface GroupPublisherOptions {
  readonly log: Log;
  /** Milliseconds from the call to the answer, at most. Default 800. */
  readonly deadlineMs?: number;
  /** Messages in one commit, at most. Default 500, no more than 1,000. */
  readonly maxBatch?: number;
  /** Bytes in one commit, about. Default 4 MB. */
  readonly maxBatchBytes?: number;
  /** Messages that wait for their commit, at most. Default 5,000. */
  readonly maxQueued?: number;
  /** Bytes that wait for their commit, at most. Default 64 MB. */
  readonly maxQueuedBytes?: number;
}

export interface GroupPublisher {
  /**
   * Resolves when all messages are stored, in this order, and (with `sync_interval: always`) on the disk. The messages of
   * one call are stored together or not at all.
   *
   * @throws BusTimeoutError outcome unknown
   * @throws QueueFullError | BusUnavailableError | MessageTooLargeError certainly nothing was stored
   */
  publish(messages: readonly OutgoingMessage[]): Promise<void>;
  /** Messages that wait for their commit now. */
  queued(): number;
}

interface Call {
  readonly messages: readonly OutgoingMessage[];
  readonly bytes: number;
  readonly settle: (error?: Error) => void;
  /** Its deadline has passed: nobody waits for it any more. */
  over: boolean;
}

/** A batch costs nats-server six syncs whatever its size, a single message one (seen with strace on 2.15). */
const SMALL_GROUP = 8;

/**
 * Group commit: while one batch is on its way to the disk, everything that comes in waits and goes with the next one.
 * One flight at a time keeps the order. After a flight without an answer nothing more is thrown at a server that does
 * not move: a ping must come back first.
 *
 * See docs/decisions/0003-intake-group-commit.md.
 */
export const groupPublisher = (connection: NatsConnection, options: GroupPublisherOptions): GroupPublisher => {
  const { log, deadlineMs = 800, maxBatch = 500, maxBatchBytes = 4_000_000, maxQueued = 5_000, maxQueuedBytes = 64_000_000 } = options;
  const waiting: Call[] = [];
  let queued = 0;
  let queuedBytes = 0;
  let running = false;
  let doubtful = false;
  let warned = false;

  const takeGroup = (): Call[] => {
    const group: Call[] = [];
    let messages = 0;
    let bytes = 0;
    for (let next = waiting[0]; next; next = waiting[0]) {
      const fits = messages + next.messages.length <= maxBatch && bytes + next.bytes <= maxBatchBytes;
      if (group.length > 0 && !fits && !next.over) break;
      waiting.shift();
      if (next.over) continue;
      group.push(next);
      messages += next.messages.length;
      bytes += next.bytes;
    }
    return group;
  };

  const commit = async (group: readonly Call[]): Promise<void> => {
    const small = group.length <= SMALL_GROUP && group.every((call) => call.messages.length === 1);
    if (supportsBatches(connection) && !small) {
      const messages = group.flatMap((call) => call.messages);
      await publishBatch(connection, messages, { deadlineMs });
      group.forEach((call) => call.settle());
      return;
    }
    if (!small && !warned) {
      warned = true;
      log.warn(
        { version: connection.info?.version },
        'nats-server is older than 2.12: webhooks are stored one by one, which is slower. Update nats-server',
      );
    }
    const results = await Promise.allSettled(group.map((call) => publishOneByOne(connection, call, deadlineMs)));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  };

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    // Everything that arrives in the same turn of the event loop still gets on board.
    await new Promise((resolve) => setImmediate(resolve));
    for (let group = takeGroup(); group.length > 0; group = takeGroup()) {
      try {
        if (doubtful && !(await answers(connection, deadlineMs))) throw new BusUnavailableError('NATS does not answer; nothing was sent');
        doubtful = false;
        const awaited = group.filter((call) => !call.over);
        if (awaited.length > 0) await commit(awaited);
      } catch (error) {
        doubtful ||= !(error instanceof BusUnavailableError);
        log.warn(
          { reason: (error as Error).message, calls: group.length },
          'a group of webhooks could not be stored; the platforms are asked to come again',
        );
        group.forEach((call) => call.settle(error as Error));
      }
    }
    running = false;
  };

  return {
    queued: () => queued,
    publish: (messages) => {
      if (messages.length === 0) return Promise.resolve();
      if (messages.length > MAX_BATCH) return Promise.reject(new TypeError(`One call takes ${MAX_BATCH} messages, not ${messages.length}`));
      const bytes = messages.reduce((sum, message) => sum + message.data.length, 0);
      if (queued + messages.length > maxQueued || queuedBytes + bytes > maxQueuedBytes) return Promise.reject(new QueueFullError(queued));
      return new Promise((resolve, reject) => {
        for (const message of messages) checkSize(connection, message);
        queued += messages.length;
        queuedBytes += bytes;
        const settle = (error?: Error) => {
          if (call.over) return;
          call.over = true;
          clearTimeout(timer);
          queued -= messages.length;
          queuedBytes -= bytes;
          if (error) reject(error);
          else resolve();
        };
        const call: Call = { messages, bytes, settle, over: false };
        const timer = setTimeout(() => settle(new BusTimeoutError(deadlineMs)), deadlineMs);
        waiting.push(call);
        void run();
      });
    },
  };
};

/** In order: the next one goes when the one before it is stored. A failure in the middle leaves the first ones stored. */
const publishOneByOne = async (connection: NatsConnection, call: Call, deadlineMs: number): Promise<void> => {
  try {
    for (const message of call.messages) await publishBatch(connection, [message], { deadlineMs });
    call.settle();
  } catch (error) {
    call.settle(error as Error);
    throw error;
  }
};

const answers = async (connection: NatsConnection, deadlineMs: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), deadlineMs);
  });
  const pong = connection.rtt().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([pong, late]);
  } finally {
    clearTimeout(timer);
  }
};
