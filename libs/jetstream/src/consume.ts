import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { AppendOutcomeUnknownError, PARTITIONS, StoreUnavailableError } from '@madoguchi/event-sourcing';
import { type NatsConnection, NoRespondersError, RequestError, TimeoutError } from '@nats-io/nats-core';
import { CommandUnansweredError } from './command-bus.js';
import { Delivery, NotBefore } from './delivery.js';
import { BusTimeoutError, BusUnavailableError, MessageTooLargeError } from './errors.js';
import type { HeldMessage } from './held-message.js';
import type { Log } from './log.js';
import { nameOf, traceOf } from './name-of.js';
import { ParkingLot } from './park.js';
import { pause } from './pause.js';
import { pullOneByOne, type Verdict } from './pull.js';
import { retryRounds } from './retry-parked.js';
import { PARKED_STREAM } from './streams.js';

export interface ConsumeOptions {
  readonly connection: NatsConnection;
  readonly stream: string;
  /** Who consumes: letters, digits, `-` and `_`. Every process of the same name shares the work. */
  readonly durable: string;
  /** The subjects of one partition, 0 … 15. */
  readonly subjects: (partition: number) => readonly string[];
  /**
   * What keeps its order: messages with the same key are handled one after the other, also when one of them fails.
   * Must lie within one partition. When it throws, the message's subject is taken.
   */
  readonly key: (delivery: Delivery) => string;
  /**
   * Resolves when the work is done for good; may be called again for the same message at any time. Throws
   * {@link NotBefore} to be called again then, anything else to be called again soon.
   */
  readonly handler: (delivery: Delivery) => Promise<void>;
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly now: () => Date;
  /** Failures after which a message is parked. Default 5. */
  readonly maxFailures?: number;
  /** Errors that would meet every message (the database is away): nothing is parked for them, everything waits. */
  readonly isOutage?: (error: unknown) => boolean;
  /** Milliseconds after which the message of a process that died goes to another one. Default 10,000. */
  readonly ackWaitMs?: number;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
const ROUND_EVERY_MS = 1_000;

/**
 * Works on a stream in sixteen lines, each strictly in order. A message that keeps failing, or must wait for a time, is
 * parked, and what follows under its key behind it; nobody else waits.
 *
 * @returns when the signal has aborted and the work in hand is done
 */
export const consumePartitions = async (options: ConsumeOptions): Promise<void> => {
  const { connection, stream, durable, subjects, signal, log, ackWaitMs } = options;
  // Every line listens for the end.
  setMaxListeners(0, signal);
  const lot = new ParkingLot(connection, durable);
  const lines = Array.from({ length: PARTITIONS }, (_, partition) => {
    const take = line(options, lot);
    return pullOneByOne({
      connection,
      stream,
      durable: `${durable}-${partition}`,
      subjects: subjects(partition),
      take,
      signal,
      log,
      ackWaitMs,
    });
  });
  await Promise.all([...lines, retryParked(options, lot)]);
  if (!connection.isClosed()) await connection.flush().catch(() => undefined);
};

/** What one partition does with its messages; it remembers how often the one at hand has failed. */
const line = (options: ConsumeOptions, lot: ParkingLot): ((message: HeldMessage) => Promise<Verdict>) => {
  const { handler, log, durable, maxFailures = 5, isOutage = isOutageByDefault } = options;
  let current = { sequence: 0, attempts: 0, failures: 0 };

  /** One that fits nowhere is given up, loudly: tried for ever, it would stop everybody else in its partition. */
  const park = async (delivery: Delivery, ...how: [key: string, reason: string, notBefore?: Date]): Promise<void> => {
    try {
      await lot.park(delivery, ...how);
    } catch (error) {
      if (!(error instanceof MessageTooLargeError)) throw error;
      const { subject, sequence, data } = delivery;
      const sha256 = createHash('sha256').update(data).digest('hex');
      log.error({ durable, subject, sequence, bytes: data.length, sha256 }, 'a message is too large even to be parked, and is GIVEN UP');
    }
  };

  const handle = async (delivery: Delivery, key: string): Promise<void> => {
    if (await lot.holds(key)) return park(delivery, key, 'waits behind another message');
    try {
      await handler(delivery);
    } catch (error) {
      if (error instanceof NotBefore) return park(delivery, key, 'waits for its time', error.until);
      if (isOutage(error)) throw error;
      current.failures += 1;
      if (current.failures < maxFailures) throw error;
      await park(delivery, key, `failed ${current.failures} times: ${nameOf(error)}`);
      log.error({ durable, sequence: delivery.sequence, error: nameOf(error), at: traceOf(error) }, 'a message kept failing and is parked');
    }
  };

  return async (message) => {
    const delivery = new Delivery(message.subject, message.data, message.sequence, message.headers);
    if (current.sequence !== message.sequence) current = { sequence: message.sequence, attempts: 0, failures: 0 };
    current.attempts += 1;
    try {
      await handle(delivery, keyOf(options, delivery));
      return 'done';
    } catch (error) {
      if (current.attempts === 3) {
        log.warn(
          { durable, sequence: message.sequence, error: nameOf(error), at: traceOf(error) },
          'a message cannot be worked on now; trying on',
        );
      }
      return { later: Math.min(FIRST_PAUSE_MS * 2 ** (current.attempts - 1), LONGEST_PAUSE_MS) };
    }
  };
};

const keyOf = ({ key }: ConsumeOptions, delivery: Delivery): string => {
  try {
    return key(delivery);
  } catch {
    return delivery.subject;
  }
};

const OUTAGES = [
  StoreUnavailableError,
  AppendOutcomeUnknownError,
  BusTimeoutError,
  BusUnavailableError,
  CommandUnansweredError,
  NoRespondersError,
  TimeoutError,
  RequestError,
];

/** The log, NATS or the owner of a stream does not answer. */
export const isOutageByDefault = (error: unknown): boolean => OUTAGES.some((kind) => error instanceof kind);

/** One process at a time holds the token of the automation, and with it tries what is parked. */
const retryParked = async (options: ConsumeOptions, lot: ParkingLot): Promise<void> => {
  const { connection, durable, signal, log, handler, now, ackWaitMs } = options;
  const round = retryRounds({ lot, handler, now, signal, log });
  await layToken(lot, signal);
  const take = async (): Promise<Verdict> => {
    try {
      await round();
    } catch (error) {
      log.warn({ durable, error: nameOf(error) }, 'parked messages could not be looked at; trying on');
    }
    return { later: ROUND_EVERY_MS };
  };
  await pullOneByOne({
    connection,
    stream: PARKED_STREAM,
    durable: `${durable}-parked`,
    subjects: [lot.tokenSubject],
    take,
    signal,
    log,
    ackWaitMs,
  });
};

const layToken = async (lot: ParkingLot, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    try {
      return await lot.layToken();
    } catch {
      await pause(FIRST_PAUSE_MS, signal);
    }
  }
};
