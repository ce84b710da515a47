import { eventSubject, POSITION_HEADER } from '@madoguchi/contracts';
import { type EventStore, originOfLog, type Position, type RecordedEvent, START } from '@madoguchi/event-sourcing';
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import { type OutgoingMessage, publishBatch, supportsBatches } from './batch.js';
import { endOfEvents, refuseAnotherLog, writeBookmark } from './end-of-events.js';
import { WrongLastSequenceError } from './errors.js';
import type { Log } from './log.js';
import { nameOf } from './name-of.js';
import { pause } from './pause.js';

export interface RelayOptions {
  readonly store: EventStore;
  readonly connection: NatsConnection;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Called after each batch with the position that EVENTS has reached. */
  readonly onRelayed?: (position: Position) => void;
}

const BATCH = 200;
const BATCH_BYTES = 2_000_000;
const DEADLINE_MS = 5_000;
const AFTER_FAILURE_MS = 500;
/** The winner goes on by itself; the loser only has to notice some time that the winner is gone. */
const AFTER_LOSING_MS = 1_000;
/** In batches. */
const BOOKMARK_EVERY = 100;

/**
 * Copies the log to the stream EVENTS: every event once, in the order of the log. There is no checkpoint to lose: the
 * last message of the stream says how far it came, and every batch insists that it is still the last one. So any number
 * of relays may run; all but one find the place taken and stand by.
 *
 * @returns when the signal has aborted
 */
export const relay = async (options: RelayOptions): Promise<void> => {
  const { signal, log } = options;
  let failures = 0;
  while (!signal.aborted) {
    try {
      await relayFromWhereItEnds(options, () => {
        failures = 0;
      });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof WrongLastSequenceError) {
        await pause(AFTER_LOSING_MS, signal);
        continue;
      }
      failures += 1;
      if (failures === 3) log.warn({ error: nameOf(error) }, 'the log cannot be relayed to NATS now; trying on');
      await pause(AFTER_FAILURE_MS, signal);
    }
  }
};

const relayFromWhereItEnds = async (options: RelayOptions, progress: () => void): Promise<void> => {
  const { store, connection, signal, onRelayed } = options;
  const manager = await jetstreamManager(connection, { checkAPI: false, timeout: DEADLINE_MS });
  const end = await endOfEvents(manager);
  refuseAnotherLog(end, await originOfLog(store));
  let { sequence } = end;
  let count = 0;

  for await (const page of store.subscribe({ after: end.position, signal })) {
    for (const batch of batches(page.map(messageOf), supportsBatches(connection) ? BATCH : 1)) {
      sequence = await publishBatch(connection, batch, { deadlineMs: DEADLINE_MS, expectedLastSequence: sequence });
      progress();
      const position = batch.at(-1)?.headers[POSITION_HEADER] ?? START;
      onRelayed?.(position);
      if (count % BOOKMARK_EVERY === 0) await writeBookmark(manager, position, await originOfLog(store));
      count += 1;
      if (signal.aborted) return;
    }
  }
};

type RelayedMessage = OutgoingMessage & { readonly headers: Readonly<Record<string, string>> };

const messageOf = (event: RecordedEvent): RelayedMessage => ({
  subject: eventSubject(event),
  data: new TextEncoder().encode(JSON.stringify(event)),
  headers: { [POSITION_HEADER]: event.position },
});

function* batches(messages: readonly RelayedMessage[], most: number): Iterable<readonly RelayedMessage[]> {
  let batch: RelayedMessage[] = [];
  let bytes = 0;
  for (const message of messages) {
    if (batch.length > 0 && (batch.length === most || bytes + message.data.length > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(message);
    bytes += message.data.length;
  }
  if (batch.length > 0) yield batch;
}
