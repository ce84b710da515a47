import type { NewEvent } from '../event.js';
import type { EventStore } from '../event-store.js';
import { type EventVersions, versionsFrom } from '../event-versions.js';
import type { StreamName } from '../stream-name.js';
import { exampleCause, newEvent } from './event-builders.js';

/** An event that has changed its shape twice: the only one of its kind, so that the way of old events is always tested. */
export type GuestsCounted = {
  readonly type: 'GuestsCounted';
  readonly data: { readonly party: { readonly adults: number; readonly children: number } };
};

/** Version 1 knew people, version 2 told children apart, version 3 keeps both together. */
export const guestVersions: Required<EventVersions> = versionsFrom({
  GuestsCounted: [
    ({ people }: { people: number }) => ({ adults: people, children: 0 }),
    ({ adults, children }: { adults: number; children: number }) => ({ party: { adults, children } }),
  ],
});

const writtenBy = (schemaVersion: number, data: object): NewEvent => ({
  ...newEvent({ type: 'GuestsCounted', data }, exampleCause(`guests of version ${schemaVersion}`)),
  schemaVersion,
});

/** As the code of each version wrote it; the last one by code that is not written yet. */
const everyVersion: readonly NewEvent[] = [
  writtenBy(1, { people: 2 }),
  writtenBy(2, { adults: 3, children: 1 }),
  writtenBy(3, { party: { adults: 4, children: 0 } }),
  writtenBy(4, { party: { adults: 5, children: 0 }, table: 7 }),
];

export const recordEveryVersion = async (store: EventStore, stream: StreamName): Promise<void> =>
  void (await store.append(stream, everyVersion, 'no stream'));

/** Type, version and data of those events, as today's code has to see them. */
export const everyVersionToday: readonly Pick<NewEvent, 'type' | 'schemaVersion' | 'data'>[] = [
  { type: 'GuestsCounted', schemaVersion: 3, data: { party: { adults: 2, children: 0 } } },
  { type: 'GuestsCounted', schemaVersion: 3, data: { party: { adults: 3, children: 1 } } },
  { type: 'GuestsCounted', schemaVersion: 3, data: { party: { adults: 4, children: 0 } } },
  { type: 'GuestsCounted', schemaVersion: 4, data: { party: { adults: 5, children: 0 }, table: 7 } },
];
