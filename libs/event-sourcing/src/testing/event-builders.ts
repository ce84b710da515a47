import type { DomainEvent, NewEvent, RecordedEvent } from '../event.js';
import { type Cause, metadataOf, startOf } from '../follow.js';
import { derivedId, eventId } from '../identity.js';
import { streamName, type StreamName } from '../stream-name.js';

const EXAMPLE_TIME = new Date('2026-11-01T09:00:00.000Z');
const EXAMPLE_TENANT = derivedId('tenant', 'example');

/** The same id for the same name, in every run. */
export const exampleId = (name: string | number): string => derivedId('example', name);

export const exampleStream = (name: string | number, category = 'conversation'): StreamName => streamName(category, exampleId(name));

/** A command from outside, with an id derived from `name`. */
export const exampleCause = (name: string | number, more: Partial<Cause> = {}): Cause => ({
  ...startOf(EXAMPLE_TENANT, { kind: 'system', automation: 'example' }, derivedId('command', name)),
  ...more,
});

/** An event ready to be appended. Its id follows from the cause and `index`, the place among the events of one command. */
export const newEvent = <E extends DomainEvent>(event: E, cause: Cause, index = 0, occurredAt = EXAMPLE_TIME): NewEvent<E> => ({
  id: eventId(cause.commandId, index),
  type: event.type,
  schemaVersion: 1,
  data: event.data,
  metadata: metadataOf(cause, occurredAt),
});

/** `count` events of one command, named by `name`. */
export const newEvents = (name: string | number, count = 1): readonly NewEvent[] =>
  Array.from({ length: count }, (_, index) => newEvent({ type: 'SomethingHappened', data: { name, index } }, exampleCause(name), index));

/** Events as if a log had given them back: versions and positions ascending from 1, one command each. */
export const recordedEvents = <E extends DomainEvent>(stream: StreamName, ...events: readonly E[]): readonly RecordedEvent<E>[] =>
  events.map((event, index) => ({
    ...newEvent(event, exampleCause(`${stream} ${index}`)),
    stream,
    version: index + 1,
    position: String(index + 1),
    recordedAt: EXAMPLE_TIME.toISOString(),
  }));
