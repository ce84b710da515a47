import {
  AppendOutcomeUnknownError,
  comparePositions,
  eventId,
  type Position,
  type RecordedEvent,
  StoreUnavailableError,
  type StreamName,
} from '@madoguchi/event-sourcing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Placed } from './append-messages.js';
import type { CheckedEvent } from './check-append.js';
import { unavailable } from './failures.js';
import type { Fences } from './fences.js';
import type { History } from './history.js';
import type { Reader } from './reader.js';
import type { StreamNames } from './stream-names.js';
import type { Writer } from './writer.js';

/** Nobody is still at an append so long after it was claimed: its writer gave up at its deadline. */
const FORSAKEN_AFTER_MS = 60_000;
/** Two who send the same append at once keep the server waiting for seconds; one of them lets the other finish. */
const LET_THE_OTHER_FINISH_MS = 200;
const PAUSE_MS = 20;
const MOST_KEPT = 1_000;

/** Where events are meant to stand. */
interface Place {
  readonly stream: StreamName;
  /** The version of the stream before. */
  readonly behind: number;
  /** Of the writer. */
  readonly epoch: number;
}

interface Claim {
  readonly revision: bigint;
  /** Absent: it was given back, with nothing stored. */
  readonly place?: Place;
  readonly createdAt: string;
}

export interface HeldClaims {
  /** A place in front of which nothing stands that is recorded under these claims; absent when another writer holds one of them too. */
  readonly behind?: Position;
  /** Gives them back, because certainly nothing was stored. */
  release(): Promise<void>;
  /** Remembers them for the next try: the stream has moved on, so that this one cannot come to its place any more. */
  keep(): void;
}

/**
 * Keeps the ids of events unique in the whole log, which the server does not. Before the events of a command are sent, an
 * event in a stream that bears the command's name says for which stream they are; nobody else can create that stream.
 * A claim whose append never came is taken over as soon as it cannot come any more.
 */
export interface Claims {
  /**
   * @param claimed see {@link claimedBy}
   * @param contended is called when somebody was there first, and it may take its time
   * @returns the claims, or what is recorded already under these ids
   * @throws StoreUnavailableError certainly nothing was stored
   * @throws AppendOutcomeUnknownError another writer is recording these events in another stream and has not come to an end
   */
  take(
    stream: StreamName,
    behind: number,
    events: readonly CheckedEvent[],
    claimed: readonly string[],
    contended: () => void,
  ): Promise<HeldClaims | readonly RecordedEvent[]>;
}

/**
 * What has to be claimed for an append: one command as a rule, because the ids of its events follow from it.
 * An id that does not is claimed for itself.
 */
export const claimedBy = (events: readonly CheckedEvent[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { metadata } of events) counts.set(metadata.commandId, (counts.get(metadata.commandId) ?? 0) + 1);
  const commandOf = new Map<string, string>();
  for (const [command, count] of counts) for (let index = 0; index < count; index += 1) commandOf.set(eventId(command, index), command);
  return [...new Set(events.map(({ id }) => commandOf.get(id) ?? id))];
};

interface Parts {
  readonly reader: Reader;
  readonly writer: Writer;
  readonly history: History;
  readonly names: StreamNames;
  readonly fences: Fences;
}

export const createClaims = ({ reader, writer, history, names, fences }: Parts, deadlineMs: number): Claims => {
  /** @returns where the new claim stands; nothing when somebody was there first */
  const write = async (name: string, revision: bigint, place?: Place): Promise<Placed | undefined> => {
    const type = place ? 'CommandClaimed' : 'ClaimReleased';
    const proposal = { id: randomUUID(), type, json: true, data: Buffer.from(JSON.stringify(place ?? {})), metadata: Buffer.from('{}') };
    try {
      const written = await writer.append(names.claimOf(name), revision, [proposal]);
      return written.kind === 'written' ? written.last : undefined;
    } catch (error) {
      // Whatever became of the claim: the events were not sent.
      throw error instanceof AppendOutcomeUnknownError ? unavailable(error) : error;
    }
  };

  const last = async (name: string): Promise<Claim> => {
    const [event] = await reader.stream({ stream: names.claimOf(name), count: 1, direction: 'backwards' });
    if (!event) throw new StoreUnavailableError('EventStoreDB does not show a claim that stands there; nothing was stored');
    const place = event.type === 'CommandClaimed' ? (JSON.parse(Buffer.from(event.data).toString()) as Place) : undefined;
    return { revision: event.revision, place, createdAt: event.createdAt };
  };

  /** Whether the append of a claim can still come to its place, where it is not yet. */
  const mayStillCome = ({ place, createdAt }: Claim, history: readonly RecordedEvent[]): boolean =>
    place !== undefined &&
    place.epoch >= fences.epoch &&
    (history.at(-1)?.version ?? 0) <= place.behind &&
    Date.now() - Date.parse(createdAt) < FORSAKEN_AFTER_MS;

  /** Claims of ours for a place that was lost, by name; the oldest are forgotten, and are taken over like a stranger's. */
  const kept = new Map<string, bigint>();

  type Taken = { readonly claim?: Placed & { readonly name: string }; readonly found: readonly RecordedEvent[] };

  const takeOne = async (name: string, wanted: Place, ids: ReadonlySet<string>, contended: () => void): Promise<Taken> => {
    const started = performance.now();
    const known = kept.get(name);
    kept.delete(name);
    for (let behind = known ?? -1n; ;) {
      const placed = await write(name, behind, wanted);
      if (placed) return { claim: { name, ...placed }, found: [] };
      contended();

      for (;;) {
        const claim = await last(name);
        behind = claim.revision;
        if (!claim.place) break;
        const events = await history.stream(claim.place.stream, 0);
        const found = events.filter((event) => ids.has(event.id));
        if (found.length > 0) return { found };
        if (!mayStillCome(claim, events)) break;
        const waited = performance.now() - started;
        if (claim.place.stream === wanted.stream) {
          if (waited > LET_THE_OTHER_FINISH_MS) {
            // The same append by somebody else, who may be gone: the server stores it once, whoever sends it.
            if (claim.place.behind === wanted.behind) return { found: [] };
            break;
          }
        } else if (waited > deadlineMs) {
          throw new AppendOutcomeUnknownError(`Command ${name} is being recorded in ${claim.place.stream}, and not there yet`);
        }
        await sleep(PAUSE_MS);
      }
    }
  };

  return {
    take: async (stream, behind, events, claimed, contended) => {
      const ids = new Set(events.map(({ id }) => id));
      const wanted: Place = { stream, behind, epoch: fences.epoch };
      const outcomes = await Promise.allSettled(claimed.map((name) => takeOne(name, wanted, ids, contended)));
      const taken = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      const held: HeldClaims = {
        get behind() {
          return taken
            .map(({ claim }) => claim?.position)
            .reduce((first, place) => first && place && (comparePositions(first, place) < 0 ? first : place));
        },
        release: async () => {
          // One that cannot be given back is taken over when somebody needs it.
          await Promise.allSettled(taken.map(({ claim }) => claim && write(claim.name, claim.revision)));
        },
        keep: () => {
          for (const { claim } of taken) if (claim) kept.set(claim.name, claim.revision);
          for (const name of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(name);
        },
      };

      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      const found = taken.flatMap((one) => one.found);
      if (failed || found.length > 0) await held.release();
      if (failed) throw failed.reason;
      return found.length > 0 ? found : held;
    },
  };
};
