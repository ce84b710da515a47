import type { RecordedEvent } from './event.js';
import type { EventStore } from './event-store.js';
import { currentShape, type EventVersions } from './event-versions.js';
import { categoryOf } from './stream-name.js';

/**
 * The same log, read as today's code knows its events: who decides, projects, relays or replays over it never meets an
 * older version. What is recorded stays as it was written.
 *
 * @param versionsOf by the category of a stream
 */
export const upcastingEventStore = (store: EventStore, versionsOf: (category: string) => EventVersions | undefined): EventStore => {
  const current = (events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
    events.map((event) => currentShape(versionsOf(categoryOf(event.stream)), event));

  async function* currentPages(pages: AsyncIterable<readonly RecordedEvent[]>): AsyncGenerator<readonly RecordedEvent[]> {
    for await (const page of pages) yield current(page);
  }

  return {
    append: async (...append) => current(await store.append(...append)),
    readStream: async (...from) => current(await store.readStream(...from)),
    readAll: (options) => currentPages(store.readAll(options)),
    subscribe: (options) => currentPages(store.subscribe(options)),
    head: () => store.head(),
    fence: () => store.fence(),
    close: () => store.close(),
  };
};
