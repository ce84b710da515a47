import { setTimeout as sleep } from 'node:timers/promises';
import { type EventStore, type NewEvent, type RecordedEvent, StoreUnavailableError, type StreamName } from '@madoguchi/event-sourcing';
import { type DataKey, sealFields } from '@madoguchi/sealing';
import { openEvents } from './open-events.js';
import type { PersonalFieldsOf } from './personal-fields.js';
import type { PersonKeys } from './person-keys.js';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** Something personal, and nobody says about whom. */
export class NoSubjectError extends Error {
  override readonly name = 'NoSubjectError';
}

/** An event with what of it has to be sealed. */
interface PersonalEvent {
  readonly event: NewEvent;
  /** None: it goes as it is. */
  readonly fields: readonly string[];
  readonly subject: string;
}

/**
 * Any log, with the personal fields of its events sealed under the key of the person whom they are about (`metadata.subject`). Whoever
 * reads through it finds them open, or `{ erased: true }` where the key was destroyed. Events that were recorded before there were keys
 * hold what they say.
 *
 * Nothing personal goes in unsealed: without a subject or a key an append fails, and stores nothing.
 */
export const sealedEventStore = (store: EventStore, keys: PersonKeys, personalFieldsOf: PersonalFieldsOf): EventStore => {
  const open = openEvents(keys);
  const inFlight = new Set<Promise<unknown>>();
  /** Appends reach the log in the order in which they were asked for, also when some have to wait for their keys. */
  let before: Promise<void> = Promise.resolve();
  let waiting = 0;

  const personalEvents = (stream: StreamName, events: readonly NewEvent[]): readonly PersonalEvent[] =>
    events.map((event) => {
      const data = event.data as Readonly<Record<string, unknown>> | null;
      const fields = personalFieldsOf(stream, event.type).filter((field) => data?.[field] !== undefined);
      const { subject } = event.metadata;
      if (fields.length > 0 && !subject) throw new NoSubjectError(`${event.type} ${event.id} says something personal, but not about whom`);
      return { event, fields, subject: subject ?? '' };
    });

  const append: EventStore['append'] = async (stream, events, expected) => {
    const personal = personalEvents(stream, events);
    const atHand = personal.map(({ event, fields, subject }) =>
      fields.length > 0 ? keys.remembered(event.metadata.tenantId, subject) : 'none',
    );
    if (waiting === 0 && atHand.every((key) => key !== undefined))
      return open(await store.append(stream, sealed(stream, personal, atHand), expected));

    // Whoever asked may change the events while we wait.
    const copies = personal.map((one) => ({ ...one, event: structuredClone(one.event) }));
    const anew = expected === 'no stream' || expected === 0;
    const sealing = keysFor(copies, anew).then((found) => sealed(stream, copies, found));
    const turn = before;
    before = Promise.allSettled([turn, sealing]).then(() => undefined);
    waiting += 1;
    let ready: readonly NewEvent[];
    try {
      await turn;
      ready = await sealing;
    } finally {
      waiting -= 1;
    }
    return open(await store.append(stream, ready, expected));
  };

  const keysFor = (personal: readonly PersonalEvent[], anew: boolean): Promise<readonly (DataKey | 'none')[]> =>
    Promise.all(
      personal.map(({ event, fields, subject }) => (fields.length > 0 ? keys.forSealing(event.metadata.tenantId, subject, anew) : 'none')),
    );

  async function* openPages(pages: AsyncIterable<readonly RecordedEvent[]>): AsyncGenerator<readonly RecordedEvent[]> {
    for await (const page of pages) yield await open(page);
  }

  /** Asks again and again, later and later, while the keys cannot be had. */
  const openUntil = async (page: readonly RecordedEvent[], signal: AbortSignal): Promise<readonly RecordedEvent[] | undefined> => {
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await open(page);
      } catch (error) {
        if (!(error instanceof StoreUnavailableError)) throw error;
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    }
    return undefined;
  };

  return {
    append: (stream, events, expected) => {
      const work = append(stream, events, expected);
      inFlight.add(work);
      const ended = () => void inFlight.delete(work);
      work.then(ended, ended);
      return work;
    },

    readStream: async (stream, after) => open(await store.readStream(stream, after)),

    readAll: (options) => openPages(store.readAll(options)),

    async *subscribe(options) {
      for await (const page of store.subscribe(options)) {
        const opened = await openUntil(page, options.signal);
        if (!opened) return;
        yield opened;
      }
    },

    head: () => store.head(),

    fence: () => store.fence(),

    close: async () => {
      await Promise.allSettled(inFlight);
      await store.close();
    },
  };
};

const sealed = (
  stream: StreamName,
  personal: readonly PersonalEvent[],
  keys: readonly (DataKey | 'none' | undefined)[],
): readonly NewEvent[] =>
  personal.map(({ event, fields }, index) => {
    const key = keys[index];
    if (key === undefined) throw new Error(`there is no key for ${event.type} ${event.id}`);
    return key === 'none' ? event : sealFields(stream, event, fields, key);
  });
