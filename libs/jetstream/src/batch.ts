import {
  ClosedConnectionError,
  DrainingConnectionError,
  headers as newHeaders,
  type Msg,
  type MsgHdrs,
  type NatsConnection,
  NoRespondersError,
  nuid,
} from '@nats-io/nats-core';
import { BusTimeoutError, BusUnavailableError, MessageTooLargeError, WrongLastSequenceError } from './errors.js';

/** One message on its way into a stream. */
export interface OutgoingMessage {
  readonly subject: string;
  readonly data: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Most messages that nats-server takes in one atomic batch. */
export const MAX_BATCH = 1_000;

const WRONG_LAST_SEQUENCE = [10_070, 10_071];

/** nats-server has atomic batch publish since 2.12. It is asked each time, because a reconnect may lead to another server. */
export const supportsBatches = (connection: NatsConnection): boolean => {
  const [major = 0, minor = 0] = (connection.info?.version ?? '').split('.').map(Number);
  return major > 2 || (major === 2 && minor >= 12);
};

/**
 * Stores all messages in this order, or none, by one atomic batch (NATS ADR-50) and one round trip: only the commit asks
 * for an answer. The client library's own batch asks for the first message too, which doubles the latency.
 *
 * @param expectedLastSequence nothing is stored unless the stream still ends there
 * @returns the sequence of the last message
 * @throws BusTimeoutError outcome unknown
 * @throws BusUnavailableError | MessageTooLargeError | WrongLastSequenceError nothing was stored
 */
export const publishBatch = async (
  connection: NatsConnection,
  messages: readonly OutgoingMessage[],
  {
    deadlineMs,
    expectedLastSequence,
    headerRoom,
  }: { readonly deadlineMs: number; readonly expectedLastSequence?: number; readonly headerRoom?: number },
): Promise<number> => {
  const last = messages.at(-1);
  if (!last) throw new TypeError('An empty batch cannot be published');
  if (messages.length > MAX_BATCH) throw new TypeError(`A batch takes ${MAX_BATCH} messages, not ${messages.length}`);
  for (const message of messages) checkSize(connection, message, headerRoom);

  const id = nuid.next();
  const headersOf = (message: OutgoingMessage, index: number): MsgHdrs => {
    const result = newHeaders();
    for (const [name, value] of Object.entries(message.headers ?? {})) result.set(name, value);
    if (index === 0 && expectedLastSequence !== undefined) result.set('Nats-Expected-Last-Sequence', String(expectedLastSequence));
    if (messages.length === 1) return result;
    result.set('Nats-Batch-Id', id);
    result.set('Nats-Batch-Sequence', String(index + 1));
    if (index === messages.length - 1) result.set('Nats-Batch-Commit', '1');
    return result;
  };

  let answer: Msg;
  try {
    messages
      .slice(0, -1)
      .forEach((message, index) => connection.publish(message.subject, message.data, { headers: headersOf(message, index) }));
    const options = { headers: headersOf(last, messages.length - 1), timeout: deadlineMs };
    answer = await connection.request(last.subject, last.data, options);
  } catch (error) {
    throw translate(error, deadlineMs);
  }
  return readAnswer(answer, messages.length === 1 ? undefined : { id, count: messages.length });
};

/** Room for the headers that are added on the way: those of a batch, and those of the parking lot later. */
const HEADER_ROOM = 1_024;

export const checkSize = (connection: NatsConnection, message: OutgoingMessage, headerRoom = HEADER_ROOM): void => {
  const limit = (connection.info?.max_payload ?? Infinity) - headerRoom;
  const headers = Object.entries(message.headers ?? {});
  // A line each, `<name>: <value>` and its end: NATS counts them with the data.
  const size = headers.reduce((sum, [name, value]) => sum + Buffer.byteLength(`${name}: ${value}\r\n`), message.data.length);
  if (size > limit) throw new MessageTooLargeError(size, limit);
};

const readAnswer = (answer: Msg, batch: { id: string; count: number } | undefined): number => {
  const ack = answer.json<{ seq?: number; batch?: string; count?: number; error?: { err_code?: number; description?: string } }>();
  if (ack.error) {
    const reason = `NATS refuses: ${ack.error.description} (${ack.error.err_code})`;
    throw WRONG_LAST_SEQUENCE.includes(ack.error.err_code ?? 0) ? new WrongLastSequenceError(reason) : new BusUnavailableError(reason);
  }
  if (batch && (ack.batch !== batch.id || ack.count !== batch.count)) {
    throw new Error('NATS answered without committing the batch: is every server of the cluster at least 2.12?');
  }
  return ack.seq ?? 0;
};

const translate = (error: unknown, deadlineMs: number): Error => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof NoRespondersError) return new BusUnavailableError('No stream takes this subject, or JetStream is not up yet');
  if (cause instanceof ClosedConnectionError || cause instanceof DrainingConnectionError) {
    return new BusUnavailableError('The connection to NATS is closed');
  }
  // Too late, or the connection broke in between: it may have arrived.
  return new BusTimeoutError(deadlineMs);
};
