import {
  AppendOutcomeUnknownError,
  comparePositions,
  DuplicateEventIdError,
  EventTooLargeError,
  type ExpectedVersion,
  FencedError,
  type Position,
  type RecordedEvent,
  type StreamName,
  WrongExpectedVersionError,
} from '@madoguchi/event-sourcing';
import type { Placed } from './append-messages.js';
import type { CheckedEvent } from './check-append.js';
import type { Claims } from './claims.js';
import type { Confirm } from './confirm.js';
import { logEventOf, proposalsOf } from './event-form.js';
import type { Fences } from './fences.js';
import type { End, History } from './history.js';
import type { Reader } from './reader.js';
import type { StreamNames } from './stream-names.js';
import type { Place } from './turns.js';
import type { Writer } from './writer.js';

/** Records the events of one append, and leaves its place among the others as soon as they are sent. @throws as EventStore.append */
export type Recorder = (
  stream: StreamName,
  events: readonly CheckedEvent[],
  claimed: readonly string[],
  expected: ExpectedVersion,
  place: Place,
) => Promise<readonly RecordedEvent[]>;

interface Parts {
  readonly reader: Reader;
  readonly writer: Writer;
  readonly history: History;
  readonly names: StreamNames;
  readonly fences: Fences;
  readonly claims: Claims;
  readonly confirm: Confirm;
}

export const createRecorder = ({ reader, writer, history, names, fences, claims, confirm }: Parts): Recorder => {
  /** What was acknowledged, as it stands in the log. Nothing when what stands there is void, and is not ours. */
  const readBack = async (
    stream: StreamName,
    events: readonly CheckedEvent[],
    { revision, position }: Placed,
    behind: Position | undefined,
  ): Promise<readonly RecordedEvent[] | undefined> => {
    const name = names.of(stream);
    const asked =
      behind !== undefined && comparePositions(behind, position) < 0
        ? confirm({ stream: name, behind, last: position })
        : // A repeat: it may stand far back, and the server need not say where.
          reader.stream({ stream: name, from: revision - BigInt(events.length - 1), count: events.length }).then(async (found) => {
            if (found.length > 0) await fences.knowUpTo(found.at(-1)!.position);
            return found;
          });
    const found = await asked.catch((error: unknown) => {
      throw new AppendOutcomeUnknownError(`EventStoreDB took an append and cannot be asked where it stands (${(error as Error).message})`);
    });
    const stored = found
      .slice(-events.length)
      .map((event) => logEventOf(event, stream))
      .filter((event) => event !== undefined);
    if (stored.length < events.length || stored.some(({ recorded }, index) => recorded.id !== events[index]!.id)) {
      throw new AppendOutcomeUnknownError(`EventStoreDB took an append to ${stream} and does not show it`);
    }
    const { epoch, recorded } = stored[0]!;
    if (!fences.isVoid(epoch, recorded.position)) return stored.map((event) => event.recorded);
    if (epoch === fences.epoch) throw new FencedError();
    return undefined;
  };

  /** @returns where the stream ends when it is not there */
  const write = async (
    stream: StreamName,
    events: readonly CheckedEvent[],
    end: End,
    behind: Position | undefined,
    place: Place,
  ): Promise<readonly RecordedEvent[] | Pick<End, 'version'>> => {
    let deflated = false;
    for (let { version, revision } = end; ;) {
      await place.turn;
      const writing = writer.append(names.of(stream), revision, proposalsOf(events, version, fences.epoch, deflated));
      place.leave();
      const written = await writing;
      switch (written.kind) {
        case 'written': {
          const recorded = await readBack(stream, events, written.last, behind);
          if (recorded) return recorded;
          break;
        }
        case 'too large':
          // The limit is the server's, and is counted in bytes as they are stored.
          if (deflated) throw new EventTooLargeError(`${events.length} events for ${stream} are more than the server takes in one append`);
          deflated = true;
          continue;
        case 'conflict': {
          const version = history.knownVersion(stream, written.actual);
          if (version !== undefined) return { version };
        }
      }
      const actual = await history.end(stream);
      if (actual.version !== version) return actual;
      revision = actual.revision;
    }
  };

  /** The same events at the place where they were expected, all of them. */
  const repetition = (stream: StreamName, found: readonly RecordedEvent[], events: readonly CheckedEvent[], expected: ExpectedVersion) => {
    const recorded = [...found].sort((one, other) => one.version - other.version);
    const first = recorded[0]!;
    const same =
      recorded.length === events.length &&
      recorded.every(
        (event, index) => event.stream === stream && event.version === first.version + index && event.id === events[index]!.id,
      );
    if (!same || (expected !== 'any' && first.version - 1 !== versionOf(expected))) {
      throw new DuplicateEventIdError(stream, `event ${first.id} is already recorded in another place`);
    }
    return recorded;
  };

  return async (stream, events, claimed, expected, place) => {
    for (;;) {
      if (fences.passed) throw new FencedError();
      const end = expected === 'any' ? await history.end(stream) : history.assumedEnd(stream, versionOf(expected));
      const held = await claims.take(stream, end.version, events, claimed, place.leave);
      if (!('release' in held)) {
        await fences.look();
        if (fences.passed) throw new FencedError();
        return repetition(stream, held, events, expected);
      }
      try {
        const written = await write(stream, events, end, held.behind, place);
        if (!('version' in written)) return written;
        if (written.version > end.version) held.keep();
        else await held.release();
        if (expected !== 'any') throw new WrongExpectedVersionError(stream, expected, written.version);
      } catch (error) {
        if (!(error instanceof AppendOutcomeUnknownError || error instanceof WrongExpectedVersionError)) await held.release();
        throw error;
      }
    }
  };
};

const versionOf = (expected: Exclude<ExpectedVersion, 'any'>): number => (expected === 'no stream' ? 0 : expected);
