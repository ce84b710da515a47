import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import { publishBatch } from './batch.js';
import { Delivery } from './delivery.js';
import { MessageTooLargeError, WrongLastSequenceError } from './errors.js';
import { PARKED_STREAM } from './streams.js';

const SUBJECT = 'Madoguchi-Parked-Subject';
const KEY = 'Madoguchi-Parked-Key';
const REASON = 'Madoguchi-Parked-Reason';
const NOT_BEFORE = 'Madoguchi-Parked-Not-Before';
/** Set where the message lies in the lot deflated. */
const DEFLATED = 'Madoguchi-Parked-Deflated';
const DEADLINE_MS = 2_000;
/** The lot's own headers together have to fit into the room that every publisher leaves for them. */
const LONGEST_KEY = 200;
const LONGEST_REASON = 100;
/** What NATS adds to one message's headers by itself. */
const HEADER_ROOM = 64;

/** A message that waits in the parking lot. */
export interface ParkedMessage {
  /** Its place in the lot: lower is earlier. */
  readonly place: number;
  /** What keeps order among itself, for example the stream of an event; of a long one, its hash. */
  readonly key: string;
  /** Why it was parked, without personal data. */
  readonly reason: string;
  readonly notBefore: Date | undefined;
  readonly delivery: Delivery;
}

/**
 * Where messages of one automation wait that cannot be worked on now, so that they stop nobody else. Everything that
 * follows under the same key waits behind the first one. Kept in the JetStream stream PARKED: no database is needed.
 */
export class ParkingLot {
  private manager: Promise<JetStreamManager> | undefined;

  /** @param automation letters, digits, `-` and `_`: the durable name of its consumers */
  constructor(
    private readonly connection: NatsConnection,
    readonly automation: string,
  ) {}

  /** Whether something waits under this key, so that the next message has to wait as well. */
  async holds(key: string): Promise<boolean> {
    const manager = await this.api();
    return (await manager.streams.getMessage(PARKED_STREAM, { last_by_subj: this.subjectOf(key) })) !== null;
  }

  /** Durable when it resolves. @throws MessageTooLargeError when it does not even fit deflated */
  async park(delivery: Delivery, key: string, reason: string, notBefore?: Date): Promise<void> {
    const headers: Record<string, string> = {
      ...delivery.ownHeaders(),
      // Who parks it again because the acknowledgement was lost, parks it once, within nats-server's window of two minutes.
      'Nats-Msg-Id': `${this.automation}/${delivery.subject}/${delivery.sequence}`,
      [SUBJECT]: delivery.subject,
      [KEY]: shortKey(key),
      [REASON]: encodeURIComponent(reason.replace(/[^ -~]/g, '?').slice(0, LONGEST_REASON)),
    };
    if (notBefore) headers[NOT_BEFORE] = notBefore.toISOString();
    const publish = (data: Uint8Array, more = {}) =>
      publishBatch(this.connection, [{ subject: this.subjectOf(key), data, headers: { ...headers, ...more } }], {
        deadlineMs: DEADLINE_MS,
        headerRoom: HEADER_ROOM,
      });
    try {
      await publish(delivery.data);
    } catch (error) {
      if (!(error instanceof MessageTooLargeError)) throw error;
      await publish(deflateRawSync(delivery.data), { [DEFLATED]: '1' });
    }
  }

  /** The subjects in the lot, one for each key; {@link first} tells who is to be tried next. */
  async lanes(): Promise<readonly string[]> {
    const manager = await this.api();
    const info = await manager.streams.info(PARKED_STREAM, { subjects_filter: this.subjectOf() });
    return Object.keys(info.state.subjects ?? {});
  }

  /** The message that has waited longest in this lane. */
  async first(lane: string): Promise<ParkedMessage | undefined> {
    const manager = await this.api();
    const stored = await manager.direct.getMessage(PARKED_STREAM, { seq: 1, next_by_subj: lane });
    if (!stored) return undefined;
    const notBefore = stored.header.get(NOT_BEFORE);
    return {
      place: stored.seq,
      key: decodeURIComponent(stored.header.get(KEY)),
      reason: decodeURIComponent(stored.header.get(REASON)),
      notBefore: notBefore ? new Date(notBefore) : undefined,
      delivery: new Delivery(
        stored.header.get(SUBJECT),
        stored.header.get(DEFLATED) ? inflateRawSync(stored.data) : stored.data,
        stored.seq,
        stored.header,
      ),
    };
  }

  /** It has been worked on. What it said is overwritten: it may be something that a customer wrote, not sealed yet. */
  async leave(message: ParkedMessage): Promise<void> {
    const manager = await this.api();
    await manager.streams.deleteMessage(PARKED_STREAM, message.place, true);
  }

  /** Under it lies one token; the process that holds it tries parked messages again. */
  get tokenSubject(): string {
    return `parked.${this.automation}.token`;
  }

  /** Lays the token down, unless it lies there already. */
  async layToken(): Promise<void> {
    try {
      const headers = { 'Nats-Expected-Last-Subject-Sequence': '0' };
      await publishBatch(this.connection, [{ subject: this.tokenSubject, data: new Uint8Array(), headers }], { deadlineMs: DEADLINE_MS });
    } catch (error) {
      if (!(error instanceof WrongLastSequenceError)) throw error;
    }
  }

  /** A key may hold anything, a subject may not. */
  private subjectOf(key?: string): string {
    const lane = key === undefined ? '*' : createHash('sha256').update(key).digest('base64url').slice(0, 24);
    return `parked.${this.automation}.lane.${lane}`;
  }

  private api(): Promise<JetStreamManager> {
    this.manager ??= jetstreamManager(this.connection, { checkAPI: false, timeout: DEADLINE_MS });
    return this.manager;
  }
}

/** As a header can hold it. An address of a mail may have hundreds of characters. */
const shortKey = (key: string): string => {
  const encoded = encodeURIComponent(Buffer.from(key).toString());
  return encoded.length <= LONGEST_KEY ? encoded : `sha256-${createHash('sha256').update(key).digest('hex')}`;
};
