import { type EventStore, type Position, type RecordedEvent, START } from '@madoguchi/event-sourcing';

/** The other log is not a copy of this one, nor the beginning of one. */
export class LogsDifferError extends Error {
  override readonly name = 'LogsDifferError';
}

export interface ComparedLogs {
  /** Events that both have, in the same order, each the same in its stream, its version and all that it says. */
  readonly events: number;
  readonly streams: number;
  /** The place in the original behind the last of them. */
  readonly upTo: Position;
  /** Whether the original ends there. */
  readonly complete: boolean;
}

export interface CompareLogsOptions {
  readonly signal?: AbortSignal;
  /** Told now and then. */
  readonly onProgress?: (events: number, upTo: Position) => void;
}

/**
 * Reads both logs side by side from the beginning, in one pass and in bounded memory (but for the names of streams), until the copy ends.
 *
 * @throws LogsDifferError at the first event of the copy that is not the one of the original at that place
 */
export const compareLogs = async (
  original: Pick<EventStore, 'readAll'>,
  copy: Pick<EventStore, 'readAll'>,
  { signal, onProgress = () => undefined }: CompareLogsOptions = {},
): Promise<ComparedLogs> => {
  const streams = new Set<string>();
  const originals = eventsOf(original);
  let events = 0;
  let upTo = START;
  try {
    for await (const copied of eventsOf(copy)) {
      signal?.throwIfAborted();
      const { value: event, done } = await originals.next();
      if (done) throw new LogsDifferError(`the copy has more than the original: ${nameOf(copied)} stands behind its ${events} events`);
      if (!isSame(event, copied))
        throw new LogsDifferError(`event ${events + 1} of the copy is ${nameOf(copied)}, that of the original ${nameOf(event)}`);
      streams.add(event.stream);
      events += 1;
      upTo = event.position;
      if (events % 1_000 === 0) onProgress(events, upTo);
    }
    const { done = false } = await originals.next();
    return { events, streams: streams.size, upTo, complete: done };
  } finally {
    await originals.return(undefined);
  }
};

async function* eventsOf(log: Pick<EventStore, 'readAll'>): AsyncGenerator<RecordedEvent, undefined> {
  for await (const page of log.readAll({ after: START })) yield* page;
  return undefined;
}

/** In all but the place in the order of one log. */
const isSame = ({ position: _, ...one }: RecordedEvent, { position: __, ...other }: RecordedEvent): boolean => isSameJson(one, other);

/** Names may stand in another order: a log keeps what an object says, not how it was written. */
const isSameJson = (one: unknown, other: unknown): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [entries, others] = [said(one), said(other)];
  return entries.size === others.size && [...entries].every(([name, value]) => others.has(name) && isSameJson(value, others.get(name)));
};

const said = (value: object): ReadonlyMap<string, unknown> => new Map(Object.entries(value).filter(([, part]) => part !== undefined));

const nameOf = ({ stream, version, type, id }: RecordedEvent): string => `${type} ${id} (${stream} ${version})`;
