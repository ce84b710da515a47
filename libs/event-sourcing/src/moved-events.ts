import type { Metadata, NewEvent, RecordedEvent } from './event.js';
import type { EventStore } from './event-store.js';

/** Of an event that was copied from another log: when the first one took it. */
type MovedMetadata = Metadata & { readonly firstRecordedAt?: string };

/** The event as it is written into another log. That one has its own clock, so the time at which this log took it goes along. */
export const eventToMove = ({ id, type, schemaVersion, data, metadata, recordedAt }: RecordedEvent): NewEvent => ({
  id,
  type,
  schemaVersion,
  data,
  metadata: { ...metadata, firstRecordedAt: recordedAt } as Metadata,
});

/** The event as it was before {@link eventToMove}, at its new place. One that never moved is given back as it is. */
export const eventAsFirstRecorded = <Event extends RecordedEvent>(event: Event): Event => {
  const { firstRecordedAt, ...metadata } = event.metadata as MovedMetadata;
  return firstRecordedAt === undefined ? event : { ...event, metadata, recordedAt: firstRecordedAt };
};

/** The same log; what was moved into it bears the times at which it was first recorded. */
export const withFirstTimes = (store: EventStore): EventStore => {
  const first = (events: readonly RecordedEvent[]): readonly RecordedEvent[] => events.map(eventAsFirstRecorded);

  async function* firstPages(pages: AsyncIterable<readonly RecordedEvent[]>): AsyncGenerator<readonly RecordedEvent[]> {
    for await (const page of pages) yield first(page);
  }

  return {
    append: async (...append) => first(await store.append(...append)),
    readStream: async (...from) => first(await store.readStream(...from)),
    readAll: (options) => firstPages(store.readAll(options)),
    subscribe: (options) => firstPages(store.subscribe(options)),
    head: () => store.head(),
    fence: () => store.fence(),
    close: () => store.close(),
  };
};
