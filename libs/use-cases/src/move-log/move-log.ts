import { setTimeout as sleep } from 'node:timers/promises';
import {
  AppendOutcomeUnknownError,
  comparePositions,
  type EventStore,
  eventToMove,
  type Position,
  type RecordedEvent,
  StoreUnavailableError,
} from '@madoguchi/event-sourcing';
import { compareLogs, type ComparedLogs } from './compare-logs.js';

/** Events of one stream that go in one append, and how much they may say: no log has to take more in one piece. */
const MOST_EVENTS = 100;
const MOST_CHARACTERS = 128 * 1024;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** How often one append is tried while its log is away, with growing pauses: about two minutes. */
const ATTEMPTS = 30;

export type MoveStep = 'looking at what is there already' | 'copying' | 'comparing';

export interface MoveLogPorts {
  /** As it stands: what is sealed in it stays sealed. */
  readonly from: EventStore;
  readonly to: EventStore;
  readonly signal: AbortSignal;
  readonly onProgress?: (step: MoveStep, events: number, upTo: Position) => void;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** Somebody recorded something in the old log after everybody was told to stop. What was copied stays good. */
export class StillWrittenError extends Error {
  override readonly name = 'StillWrittenError';
}

/**
 * Copies a log into another one, event after event, and compares them afterwards. What a broken attempt has copied is the beginning of the
 * copy, so it is compared and gone on with. The old log may be in use while the bulk is copied; then its writers are fenced, and the rest
 * follows.
 *
 * One append waits for the other: so the copy has the same total order, whatever breaks in between.
 *
 * @throws LogsDifferError the new log holds something else
 * @throws StillWrittenError a service was started anew on the old log: stop it, and move again
 */
export const moveLog = async ({ from, to, signal, onProgress = () => undefined, pause = sleep }: MoveLogPorts): Promise<ComparedLogs> => {
  const compared = (step: MoveStep) => compareLogs(from, to, { signal, onProgress: (events, upTo) => onProgress(step, events, upTo) });

  let { events: copied, upTo } = await compared('looking at what is there already');

  const copyRest = async (): Promise<void> => {
    for await (const page of from.readAll({ after: upTo })) {
      for (const batch of batchesOf(page)) {
        signal.throwIfAborted();
        await append(batch);
        copied += batch.length;
        upTo = batch.at(-1)!.position;
        onProgress('copying', copied, upTo);
      }
    }
  };

  /** Repeated with the same ids and the same expected version it stores nothing twice. */
  const append = async (batch: readonly RecordedEvent[]): Promise<void> => {
    const { stream, version } = batch[0]!;
    const expected = version === 1 ? 'no stream' : version - 1;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await to.append(stream, batch.map(eventToMove), expected);
        return;
      } catch (error) {
        const mayComeBack = error instanceof StoreUnavailableError || error instanceof AppendOutcomeUnknownError;
        if (!mayComeBack || attempt === ATTEMPTS) throw error;
        signal.throwIfAborted();
        await pause(Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS));
      }
    }
  };

  await copyRest();
  await from.fence();
  await copyRest();
  const result = await compared('comparing');
  if (!result.complete || comparePositions(await from.head(), result.upTo) !== 0) {
    throw new StillWrittenError(
      'Something was recorded in the old log meanwhile. Stop all services, and run this again: it goes on from here.',
    );
  }
  return result;
};

/** Neighbours of one stream go together; nothing changes its place. */
function* batchesOf(page: readonly RecordedEvent[]): Generator<readonly RecordedEvent[]> {
  let batch: RecordedEvent[] = [];
  let characters = 0;
  for (const event of page) {
    // What is sealed lies in the metadata.
    const more = JSON.stringify([event.data, event.metadata]).length;
    const isFull = batch.length === MOST_EVENTS || characters + more > MOST_CHARACTERS;
    if (batch.length > 0 && (isFull || batch[0]!.stream !== event.stream)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(event);
    characters += more;
  }
  if (batch.length > 0) yield batch;
}
