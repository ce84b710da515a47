import type { NewEvent } from '../event.js';
import type { EventStore } from '../event-store.js';
import type { StreamName } from '../stream-name.js';
import { exampleStream } from './event-builders.js';
import { everyVersionToday, recordEveryVersion } from './every-version.js';
import { inMemoryEventStore } from './in-memory-event-store.js';

type Seen = Pick<NewEvent, 'type' | 'schemaVersion' | 'data'>;

export interface ReaderUnderTest {
  /** `a projector`: `… sees events of every version in today's shape`. */
  readonly name: string;
  /** What it sees of the stream in this log, which holds events of every version of `guestVersions`. */
  readonly read: (store: EventStore, stream: StreamName) => Promise<readonly Seen[]>;
}

/** What everything must do that reads the log: to know no shape but today's. */
export const upcastingContract = ({ name, read }: ReaderUnderTest): void => {
  it(`${name} sees events of every version in today's shape`, async () => {
    const store = inMemoryEventStore();
    const stream = exampleStream('restaurant', 'table');
    await recordEveryVersion(store, stream);

    const seen = await read(store, stream);

    expect(seen.map(({ type, schemaVersion, data }) => ({ type, schemaVersion, data }))).toEqual(everyVersionToday);
    expect((await store.readStream(stream)).map((event) => event.schemaVersion)).toEqual([1, 2, 3, 4]);
  });
};
