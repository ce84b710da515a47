import type { RecordedWait } from './recorded-period.js';

/** What to expect where nothing was recorded. Milliseconds. */
export interface TypicalTimes {
  readonly thinkingMs: number;
  /** From having it to the first answer. */
  readonly answeringMs: number;
  /** From having it to the free place. */
  readonly handlingMs: number;
}

/** Where nothing at all was recorded. */
const NOTHING_KNOWN: TypicalTimes = { thinkingMs: 5_000, answeringMs: 30_000, handlingMs: 300_000 };

/** Medians of a queue, else of all queues. */
export const typicalTimes = (waits: readonly RecordedWait[]): ((queueId: string) => TypicalTimes) => {
  const byQueue = new Map<string, RecordedWait[]>();
  for (const wait of waits) {
    const { queueId } = wait.outcome ?? wait;
    const known = byQueue.get(queueId);
    if (known) known.push(wait);
    else byQueue.set(queueId, [wait]);
  }
  const overall = mediansOf(waits, NOTHING_KNOWN);
  const typical = new Map([...byQueue].map(([queueId, some]) => [queueId, mediansOf(some, overall)]));
  return (queueId) => typical.get(queueId) ?? overall;
};

const mediansOf = (waits: readonly RecordedWait[], otherwise: TypicalTimes): TypicalTimes => {
  const [thinking, answering, handling]: number[][] = [[], [], []];
  for (const { outcome, claimed } of waits) {
    if (!outcome) continue;
    const { offeredAt, takenAt, answeredAt, releasedAt } = outcome;
    if (!claimed) thinking!.push(takenAt - offeredAt);
    if (answeredAt !== undefined) answering!.push(answeredAt - takenAt);
    if (releasedAt !== undefined) handling!.push(releasedAt - takenAt);
  }
  return {
    thinkingMs: median(thinking!) ?? otherwise.thinkingMs,
    answeringMs: median(answering!) ?? otherwise.answeringMs,
    handlingMs: median(handling!) ?? otherwise.handlingMs,
  };
};

const median = (numbers: readonly number[]): number | undefined => {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[sorted.length >> 1];
};
