import { exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import { openEventStoreDbEventStore } from '../eventstoredb-event-store.js';

/** Appends three events at a time, 32 appends in flight, until it is killed; prints the name of every append that was acknowledged. */
const [url, writer] = process.argv.slice(2) as [string, string];
const store = await openEventStoreDbEventStore({ url });
let next = 0;
const lane = async (): Promise<void> => {
  for (;;) {
    const name = `${writer} ${(next += 1)}`;
    await store.append(exampleStream(name), newEvents(name, 3), 'no stream');
    process.stdout.write(`${name}\n`);
  }
};
await Promise.all(Array.from({ length: 32 }, lane));
