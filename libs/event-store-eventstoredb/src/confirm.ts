import { comparePositions, type Position } from '@madoguchi/event-sourcing';
import type { Fences } from './fences.js';
import type { Reader } from './reader.js';
import type { StoredEvent } from './stored-event.js';
import type { StreamNames } from './stream-names.js';

const EVENTS_AT_ONCE = 5_000;
/** So much of the log, in bytes, is read through for fences; more is skipped by asking for the fences themselves. */
const NEAR_BYTES = 1024n * 1024n;

/** An append that the server has acknowledged. */
export interface Acknowledged {
  /** As the server calls it. */
  readonly stream: string;
  /** Its events stand behind this place … */
  readonly behind: Position;
  /** … up to this one. */
  readonly last: Position;
}

/**
 * Reads back what was acknowledged, with every fence in front of it. One question goes for everybody who came while the
 * last one was on its way: the part of the log in which all of it stands.
 *
 * @throws StoreUnavailableError
 */
export type Confirm = (acknowledged: Acknowledged) => Promise<readonly StoredEvent[]>;

interface Waiting extends Acknowledged {
  readonly resolve: (events: readonly StoredEvent[]) => void;
  readonly reject: (error: unknown) => void;
}

export const createConfirm = (reader: Reader, names: StreamNames, fences: Fences): Confirm => {
  let waiting: Waiting[] = [];
  let working = false;

  /** What stands from one place to the other in these streams, and the fences. */
  const range = async (streams: readonly string[], from: Position, to: Position): Promise<readonly StoredEvent[]> => {
    const events: StoredEvent[] = [];
    const filter = { prefixes: [...streams, names.fence] };
    for (let place = from; ;) {
      const found = await reader.log({ from: place, filter, count: EVENTS_AT_ONCE });
      // The first one of a further page is the last one of the page before.
      for (const event of found) {
        if (event.position === place && place !== from) continue;
        if (comparePositions(event.position, to) > 0) return events;
        events.push(event);
      }
      if (found.length < EVENTS_AT_ONCE) return events;
      place = found.at(-1)!.position;
    }
  };

  const read = async (group: readonly Waiting[]): Promise<void> => {
    const to = group.map(({ last }) => last).reduce((one, other) => (comparePositions(one, other) > 0 ? one : other));
    const behind = group.map((one) => one.behind).reduce((one, other) => (comparePositions(one, other) < 0 ? one : other));
    const near = BigInt(to) - BigInt(fences.knownUpTo) < NEAR_BYTES;
    const from = near && comparePositions(fences.knownUpTo, behind) < 0 ? fences.knownUpTo : behind;
    const streams = [...new Set(group.map(({ stream }) => stream))];
    const [events] = await Promise.all([range(streams, from, to), near ? undefined : fences.knowUpTo(to)]);
    for (const event of events) if (event.stream === names.fence) fences.meet(event.revision, event.position);
    if (near) fences.metUpTo(to);
    for (const { stream, behind, last, resolve } of group) {
      resolve(
        events.filter(
          (event) => event.stream === stream && comparePositions(event.position, behind) > 0 && comparePositions(event.position, last) <= 0,
        ),
      );
    }
  };

  const work = async (): Promise<void> => {
    working = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await read(group).catch((error: unknown) => {
        for (const { reject } of group) reject(error);
      });
    }
    working = false;
  };

  return (acknowledged) =>
    new Promise((resolve, reject) => {
      waiting.push({ ...acknowledged, resolve, reject });
      if (!working) void work();
    });
};
