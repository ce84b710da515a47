import { comparePositions, type Position, type RecordedEvent, START, type StreamName } from '@madoguchi/event-sourcing';
import { type LogEvent, logEventOf } from './event-form.js';
import type { Fences } from './fences.js';
import type { Reader } from './reader.js';
import type { StoredEvent } from './stored-event.js';
import type { StreamNames } from './stream-names.js';

const EVENTS_OF_A_STREAM_AT_ONCE = 10_000;
const EVENTS_FROM_THE_END_AT_ONCE = 16;
const MOST_SHIFTS = 1_000;

/**
 * Where a stream ends: the version of the port, and the server's revision of the last event that stands there. They differ
 * by one, but for void events, and for streams that were deleted and begun again: the server goes on counting.
 */
export interface End {
  readonly version: number;
  readonly revision: bigint;
}

export interface Page {
  readonly events: readonly RecordedEvent[];
  /** Where to go on; it may lie behind the last event. */
  readonly place: Position;
  readonly more: boolean;
}

/** What counts of the log: without void events, and with nobody else's. */
export interface History {
  /** Nothing when the event is nobody's of this log, or void. Takes note of fences. */
  recorded(event: StoredEvent): RecordedEvent | undefined;
  stream(stream: StreamName, after: number): Promise<readonly RecordedEvent[]>;
  end(stream: StreamName): Promise<End>;
  /** The end of a stream of that version, as far as is known without asking. */
  assumedEnd(stream: StreamName, version: number): End;
  /** The version of a stream whose last event has that revision, where it can be told without asking. */
  knownVersion(stream: StreamName, revision: bigint): number | undefined;
  page(after: Position, categories: readonly string[] | undefined, size: number): Promise<Page>;
  head(): Promise<Position>;
}

export const createHistory = (reader: Reader, names: StreamNames, fences: Fences): History => {
  /** How much further the server has counted, for streams that were read and found so; the oldest are forgotten. */
  const shifts = new Map<StreamName, bigint>();
  const learnShift = (stream: StreamName, version: number, revision: bigint): void => {
    const shift = revision - BigInt(version - 1);
    shifts.delete(stream);
    if (shift !== 0n) shifts.set(stream, shift);
    for (const name of shifts.keys()) if (shifts.size > MOST_SHIFTS) shifts.delete(name);
  };

  const counts = (event: LogEvent) => !fences.isVoid(event.epoch, event.recorded.position);

  const recorded = (event: StoredEvent): RecordedEvent | undefined => {
    if (event.stream === names.fence) fences.meet(event.revision, event.position);
    const stream = names.read(event.stream);
    const found = stream && logEventOf(event, stream);
    return found && counts(found) ? found.recorded : undefined;
  };

  return {
    recorded,

    stream: async (stream, after) => {
      const events: RecordedEvent[] = [];
      // An event's revision is never less than its version minus one.
      for (let from = BigInt(after); ;) {
        const found = await reader.stream({ stream: names.of(stream), from, count: EVENTS_OF_A_STREAM_AT_ONCE });
        for (const event of found) {
          const counted = recorded(event);
          if (!counted) continue;
          learnShift(stream, counted.version, event.revision);
          if (counted.version > after) events.push(counted);
        }
        if (found.length < EVENTS_OF_A_STREAM_AT_ONCE) return events;
        from = found.at(-1)!.revision + 1n;
      }
    },

    end: async (stream) => {
      let revision: bigint | undefined;
      for (let from: bigint | undefined; ;) {
        const found = await reader.stream({ stream: names.of(stream), from, count: EVENTS_FROM_THE_END_AT_ONCE, direction: 'backwards' });
        revision ??= found[0]?.revision ?? -1n;
        const last = found.map(recorded).find((event) => event !== undefined);
        if (last) return { version: last.version, revision };
        if (found.length < EVENTS_FROM_THE_END_AT_ONCE || found.at(-1)!.revision === 0n) return { version: 0, revision };
        from = found.at(-1)!.revision - 1n;
      }
    },

    assumedEnd: (stream, version) => ({ version, revision: version === 0 ? -1n : BigInt(version - 1) + (shifts.get(stream) ?? 0n) }),

    knownVersion: (stream, revision) => (fences.any || shifts.has(stream) ? undefined : Number(revision) + 1),

    page: async (after, categories, size) => {
      // The event that stands at the place is in the answer too.
      const found = await reader.log({ from: after, filter: names.filter(categories), count: size + 1 });
      const behind = found.filter((event) => event.position !== after).slice(0, size);
      const place = behind.at(-1)?.position ?? after;
      const events = behind.map(recorded).filter((event) => event !== undefined);
      if (comparePositions(after, fences.knownUpTo) <= 0) fences.metUpTo(place);
      return { events, place, more: found.length > size };
    },

    head: async () => {
      for (let from: Position | undefined; ;) {
        const found = await reader.log({ from, filter: names.filter(), count: EVENTS_FROM_THE_END_AT_ONCE, direction: 'backwards' });
        if (found[0]) await fences.knowUpTo(found[0].position);
        const last = found.map(recorded).find((event) => event !== undefined);
        if (last) return last.position;
        if (found.length < EVENTS_FROM_THE_END_AT_ONCE) return START;
        from = found.at(-1)!.position;
      }
    },
  };
};
