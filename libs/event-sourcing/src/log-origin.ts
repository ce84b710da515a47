import { type RecordedEvent, START } from './event.js';
import type { EventStore } from './event-store.js';

/**
 * What tells one log from another: its first event and where it stands. A position means nothing in another log, so whoever
 * keeps one keeps this beside it. The same log has the same origin for ever; a copy on another kind of store has another one.
 */
export const originOf = ({ id, position }: Pick<RecordedEvent, 'id' | 'position'>): string => `${position} ${id}`;

/** Undefined while nothing is recorded. */
export const originOfLog = async (store: Pick<EventStore, 'readAll'>): Promise<string | undefined> => {
  for await (const [first] of store.readAll({ after: START, pageSize: 1 })) if (first) return originOf(first);
  return undefined;
};

/** Something was kept about another log than the one that is open now. */
export class AnotherLogError extends Error {
  override readonly name = 'AnotherLogError';
}
