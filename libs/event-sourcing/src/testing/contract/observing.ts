import { type Position, type RecordedEvent, START } from '../../event.js';
import type { EventStore } from '../../event-store.js';

export const everything = async (store: EventStore, after: Position = START): Promise<readonly RecordedEvent[]> =>
  collect(store.readAll({ after }));

export const collect = async (pages: AsyncIterable<readonly RecordedEvent[]>): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const page of pages) events.push(...page);
  return events;
};

/** How an append ended: `'appended'`, or the name of the error. */
export const verdictOf = (append: Promise<unknown>): Promise<string> =>
  append.then(
    () => 'appended',
    (error: Error) => error.name,
  );

/** Starts all of them in one moment and waits for their verdicts. */
export const settle = (appends: readonly (() => Promise<unknown>)[]): Promise<readonly string[]> =>
  Promise.all(appends.map((append) => verdictOf(append())));
