import type { EventStore } from '../event-store.js';
import { appendingContract } from './contract/appending.js';
import { readingContract } from './contract/reading.js';
import { repeatingContract } from './contract/repeating.js';
import { subscribingContract } from './contract/subscribing.js';
import { writersContract } from './contract/writers.js';

/** A new, empty log. */
export interface FreshLog {
  /** One more handle on it, as another process would have. The suite closes every one. */
  open(): Promise<EventStore>;
  /** Called once, when all handles are closed. */
  drop(): Promise<void>;
}

export interface EventStoreUnderTest {
  readonly name: string;
  freshLog(): Promise<FreshLog>;
}

/**
 * What every log must do. An adapter's spec says only how to make one and how to drop it:
 * `eventStoreContract({ name: 'PostgreSQL', freshLog })`.
 */
export const eventStoreContract = (underTest: EventStoreUnderTest): void => {
  describe(`${underTest.name} as an event store`, () => {
    let log: FreshLog;
    const opened: EventStore[] = [];

    beforeEach(async () => {
      log = await underTest.freshLog();
    });

    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
      await log.drop();
    });

    const open = async (): Promise<EventStore> => {
      const store = await log.open();
      opened.push(store);
      return store;
    };

    describe('appending', () => appendingContract(open));
    describe('appending again', () => repeatingContract(open));
    describe('reading', () => readingContract(open));
    describe('subscribing', () => subscribingContract(open));
    describe('several writers', () => writersContract(open));
  });
};
