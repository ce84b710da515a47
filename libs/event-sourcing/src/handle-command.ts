import type { Decider } from './decider.js';
import { fold } from './decider.js';
import type { DomainEvent, NewEvent, RecordedEvent } from './event.js';
import { AppendOutcomeUnknownError, type EventStore, WrongExpectedVersionError } from './event-store.js';
import { currentShape } from './event-versions.js';
import { type Cause, metadataOf } from './follow.js';
import { eventId } from './identity.js';
import { Refusal } from './refusal.js';
import type { StreamName } from './stream-name.js';

export interface HandleCommandOptions {
  readonly now: () => Date;
  /** The version that a person saw when they acted. A stream that has moved on refuses with `it-changed`, without a retry. */
  readonly seenVersion?: number;
  /** Waits between tries; a test passes one that does not. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** 0 ≤ x < 1, for the jitter. */
  readonly random?: () => number;
}

const TRIES = 4;
const FIRST_PAUSE_MS = 5;

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Loads the stream, decides, appends. A command that was recorded before gives what was recorded then.
 * A conflict with another writer loads and decides again, three times.
 *
 * @returns the events of this command, empty when there was nothing to do
 * @throws Refusal from the decision; `no-such-stream` when it belongs to another tenant; `it-changed` / `too-busy` when it keeps moving
 */
export const handleCommand = async <State, Command, Event extends DomainEvent>(
  store: EventStore,
  decider: Decider<State, Command, Event>,
  stream: StreamName,
  command: Command,
  cause: Cause,
  options: HandleCommandOptions,
): Promise<readonly RecordedEvent<Event>[]> => {
  const pause = options.pause ?? sleep;
  const random = options.random ?? Math.random;
  for (let attempt = 1; ; attempt += 1) {
    const history = ((await store.readStream(stream)) as readonly RecordedEvent<Event>[]).map((event) => currentShape(decider, event));
    const [first] = history;
    if (first && first.metadata.tenantId !== cause.tenantId) throw new Refusal('no-such-stream', 'There is nothing with this id.');

    const recorded = history.filter((event) => event.metadata.commandId === cause.commandId);
    if (recorded.length > 0) return recorded;

    const version = history.length;
    if (options.seenVersion !== undefined && options.seenVersion !== version) {
      throw new Refusal('it-changed', 'It has changed since you looked. Look again, then decide.', { version });
    }

    const decided = decider.decide(command, fold(decider, history as unknown as readonly Event[]));
    if (decided.length === 0) return [];

    const occurredAt = options.now();
    const subject = cause.subject ?? subjectIn(decider, stream, [...history, ...decided]);
    const events = decided.map((event, index): NewEvent<Event> => ({
      id: eventId(cause.commandId, index),
      type: event.type,
      schemaVersion: decider.schemaVersions?.[event.type] ?? 1,
      data: event.data,
      metadata: metadataOf(subject === undefined ? cause : { ...cause, subject }, occurredAt),
    }));

    try {
      return (await store.append(stream, events, version === 0 ? 'no stream' : version)) as readonly RecordedEvent<Event>[];
    } catch (error) {
      const again = error instanceof WrongExpectedVersionError || error instanceof AppendOutcomeUnknownError;
      if (!again) throw error;
      if (attempt === TRIES) {
        if (error instanceof AppendOutcomeUnknownError) throw error;
        throw new Refusal('too-busy', 'Too many changes at once. Try again in a moment.');
      }
      await pause(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + random()));
    }
  }
};

/** The stream is in hand, so nobody has to look up or remember whom it is about; what it says never changes. */
const subjectIn = <Event extends DomainEvent>(
  decider: Pick<Decider<never, never, Event>, 'subjectOf'>,
  stream: StreamName,
  events: readonly (Event | RecordedEvent<Event>)[],
): string | undefined => {
  for (const event of events) {
    const subject = decider.subjectOf?.(event as Event, stream);
    if (subject !== undefined) return subject;
  }
  return undefined;
};
