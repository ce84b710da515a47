import { comparePositions, type Position, START } from '@madoguchi/event-sourcing';
import { randomUUID } from 'node:crypto';
import type { Reader } from './reader.js';
import type { StreamNames } from './stream-names.js';
import type { Writer } from './writer.js';

const MOST_FENCES_AT_ONCE = 1_000;

/**
 * Who may write. The server has no lock over more than one stream, so the order of the log decides: a fence is an event,
 * and whatever a writer that did not know it appends behind it is void. Every reader leaves void events out; the writer
 * asks, after the server has taken its events, whether a fence stands before them.
 */
export interface Fences {
  /** How many fences this writer knew when it was opened, or has put up itself. */
  readonly epoch: number;
  /** Whether an event of a writer of that epoch counts for nothing at that place. */
  isVoid(epoch: number, position: Position): boolean;
  /** Whether there is one. */
  readonly any: boolean;
  /** Whether this writer is a stranger, as far as is known. */
  readonly passed: boolean;
  /** Every fence that stands in front of this place is known. */
  readonly knownUpTo: Position;
  /** Knows every fence that stands now. @throws StoreUnavailableError */
  look(): Promise<void>;
  /** Takes note of a fence that was met in the log. */
  meet(revision: bigint, position: Position): void;
  /** Takes note that the log was read from a known place to this one, and every fence that stands there was met. */
  metUpTo(position: Position): void;
  /** Knows every fence in front of a place that exists, asking if need be. @throws StoreUnavailableError */
  knowUpTo(position: Position): Promise<void>;
  /** Puts up a fence in front of everybody but this writer. @throws as Writer.append */
  raise(): Promise<void>;
}

/** @throws StoreUnavailableError */
export const findFences = async (reader: Reader, writer: Writer, { fence }: StreamNames): Promise<Fences> => {
  /** Where each stands, by its revision: the fence that ends epoch n is event n of its stream. */
  const places: Position[] = [];
  let epoch = 0;
  let knownUpTo = START;

  const ask = async (): Promise<void> => {
    for (;;) {
      const found = await reader.stream({ stream: fence, from: BigInt(places.length), count: MOST_FENCES_AT_ONCE });
      for (const { revision, position } of found) places[Number(revision)] = position;
      if (found.length < MOST_FENCES_AT_ONCE) return;
    }
  };

  let asking: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  /** Afterwards every fence is known that stood when it was called: one question for everybody who came while the last was on its way. */
  const look = (): Promise<void> => {
    next ??= asking
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        asking = ask();
        return asking;
      });
    return next;
  };

  await look();
  epoch = places.length;

  const metUpTo = (position: Position): void => {
    if (comparePositions(position, knownUpTo) > 0) knownUpTo = position;
  };

  return {
    get knownUpTo() {
      return knownUpTo;
    },
    get epoch() {
      return epoch;
    },
    get any() {
      return places.length > 0;
    },
    get passed() {
      return places.length > epoch;
    },
    isVoid: (writersEpoch, position) => {
      const end = places[writersEpoch];
      return end !== undefined && comparePositions(end, position) < 0;
    },
    meet: (revision, position) => {
      places[Number(revision)] = position;
    },
    look,
    metUpTo,
    knowUpTo: async (position) => {
      if (comparePositions(position, knownUpTo) <= 0) return;
      await look();
      metUpTo(position);
    },
    raise: async () => {
      const data = Buffer.from('{}');
      const proposal = { id: randomUUID(), type: 'LogFenced', json: true, data, metadata: data };
      for (;;) {
        await look();
        const written = await writer.append(fence, BigInt(places.length - 1), [proposal]);
        if (written.kind !== 'written') continue;
        await look();
        epoch = Number(written.last.revision) + 1;
        return;
      }
    },
  };
};
