import { AckPolicy, JetStreamApiCodes, JetStreamApiError, jetstreamManager } from '@nats-io/jetstream';
import { type Msg, nanos, type NatsConnection } from '@nats-io/nats-core';
import { onConnectionChange } from './connection-change.js';
import { HeldMessage } from './held-message.js';
import type { Log } from './log.js';
import { pause } from './pause.js';

/** `done`: never again. `later`: again after so many milliseconds, and what is behind it waits until then. */
export type Verdict = 'done' | { readonly later: number };

export interface PullOptions {
  readonly connection: NatsConnection;
  readonly stream: string;
  /** Letters, digits, `-` and `_`. All processes that name the same durable share its messages. */
  readonly durable: string;
  readonly subjects: readonly string[];
  /** Never rejects. */
  readonly take: (message: HeldMessage) => Promise<Verdict>;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Milliseconds after which the message of a process that died goes to another one. Default 10,000. */
  readonly ackWaitMs?: number;
}

const EXPIRES_MS = 20_000;
const TRY_AGAIN_MS = 250;
const API_DEADLINE_MS = 2_000;

/**
 * A durable pull consumer that lets one message out at a time (`max_ack_pending: 1`), which keeps the order however
 * many processes pull. The message is held by heartbeats while it is worked on, and acknowledged after the work.
 * Comes back by itself after a restart of NATS. Ends after the work in hand when the signal aborts.
 */
export const pullOneByOne = async (options: PullOptions): Promise<void> => {
  const { connection, signal, log, durable } = options;
  let known = false;
  let failures = 0;
  while (!signal.aborted && !connection.isClosed()) {
    try {
      if (!known) await ensureConsumer(options);
      known = true;
      const message = await next(options);
      failures = 0;
      if (message) await work(message, options);
    } catch (error) {
      if (signal.aborted || connection.isClosed()) break;
      known = false;
      failures += 1;
      if (failures === 4) log.warn({ durable, reason: (error as Error).message }, 'NATS gives no messages; trying on');
      await pause(TRY_AGAIN_MS, signal);
    }
  }
};

const DEFAULT_ACK_WAIT_MS = 10_000;

const ensureConsumer = async ({ connection, stream, durable, subjects, ackWaitMs = DEFAULT_ACK_WAIT_MS }: PullOptions): Promise<void> => {
  const manager = await jetstreamManager(connection, { checkAPI: false, timeout: API_DEADLINE_MS });
  const filter = subjects.length === 1 ? { filter_subject: subjects[0] } : { filter_subjects: [...subjects] };
  const wanted = { ...filter, ack_wait: nanos(ackWaitMs), max_ack_pending: 1, max_deliver: -1 };
  try {
    await manager.consumers.update(stream, durable, wanted);
  } catch (error) {
    if (!(error instanceof JetStreamApiError) || error.code !== JetStreamApiCodes.ConsumerNotFound) throw error;
    await manager.consumers.add(stream, { ...wanted, durable_name: durable, ack_policy: AckPolicy.Explicit });
  }
};

/** @returns nothing when none came for a while, the connection broke or the signal aborted; what comes later goes back. */
const next = async ({ connection, stream, durable, signal }: PullOptions): Promise<HeldMessage | undefined> => {
  const subject = `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`;
  let interrupt = (): void => undefined;
  const interrupted = new Promise<undefined>((resolve) => {
    interrupt = () => resolve(undefined);
  });
  const stopListening = onConnectionChange(connection, interrupt);
  signal.addEventListener('abort', interrupt);
  let waiting = true;
  try {
    // The answer bears the subject under which it was stored, so the client's shared inbox would not recognise it.
    const options = { noMux: true, timeout: EXPIRES_MS + 5_000 };
    const message = connection.request(subject, JSON.stringify({ batch: 1, expires: nanos(EXPIRES_MS) }), options).then(messageOf);
    message.then((late) => waiting || late?.giveBack()).catch(() => undefined);
    return await Promise.race([message, interrupted]);
  } finally {
    waiting = false;
    signal.removeEventListener('abort', interrupt);
    stopListening();
  }
};

const NOTHING_THERE = [404, 408];

/** @throws for every other status of NATS ADR-13, above all 409: the consumer is gone or the server is leaving */
const messageOf = (answer: Msg): HeldMessage | undefined => {
  const status = answer.headers?.code ?? 0;
  if (status === 0) return new HeldMessage(answer);
  if (NOTHING_THERE.includes(status)) return undefined;
  throw new Error(`${status} ${answer.headers?.description}`);
};

const work = async (message: HeldMessage, { take, ackWaitMs = DEFAULT_ACK_WAIT_MS }: PullOptions): Promise<void> => {
  const heartbeat = setInterval(() => message.hold(), ackWaitMs / 4);
  try {
    const verdict = await take(message);
    if (verdict === 'done') message.ack();
    else message.giveBack(verdict.later);
  } finally {
    clearInterval(heartbeat);
  }
};
