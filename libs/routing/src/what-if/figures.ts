import { WHOLE_PLACE } from '../weights.js';
import type { Outcome, RecordedPeriod, RecordedWait } from './recorded-period.js';
import { overtakenWaits } from './turns.js';

/** Seconds; of those who were taken. */
export interface WaitFigures {
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
}

export interface QueueFigures {
  readonly queueId: string;
  /** Waits that began in it. */
  readonly waits: number;
  readonly taken: number;
  /** Went, or still waited at the end. */
  readonly notTaken: number;
  /** Until an agent had it. Null: nobody had any. */
  readonly wait: WaitFigures | null;
  /** See `overtakenWaits`. */
  readonly overtaken: number;
  readonly service: ServiceFigures | null;
}

/** Of those who waited for an answer: how many had it in time. Who waited longer than the target in vain had none in time. */
export interface ServiceFigures {
  readonly targetSeconds: number;
  readonly inTime: number;
  readonly counted: number;
}

export interface AgentFigures {
  readonly agentId: string;
  readonly conversations: number;
  /** Hours in which one place was taken by them; two places for an hour are two. */
  readonly placeHours: number;
  readonly availableHours: number;
}

/** @param targetOf seconds to the first answer that the queue promises; undefined: nothing */
export const queueFigures = (
  { waits, to }: RecordedPeriod,
  outcomes: readonly (Outcome | undefined)[],
  targetOf: (queueId: string) => number | undefined,
): readonly QueueFigures[] => {
  const byQueue = new Map<string, { readonly wait: RecordedWait; readonly number: number; readonly outcome?: Outcome }[]>();
  const overtaken = overtakenWaits(waits, outcomes);
  waits.forEach((wait, number) => {
    const entry = { wait, number, outcome: outcomes[number] };
    const known = byQueue.get(wait.queueId);
    if (known) known.push(entry);
    else byQueue.set(wait.queueId, [entry]);
  });
  return [...byQueue].map(([queueId, entries]) => {
    const waited = entries.flatMap(({ wait, outcome }) => (outcome ? [(outcome.takenAt - wait.waitingSince) / 1_000] : []));
    const target = targetOf(queueId);
    return {
      queueId,
      waits: entries.length,
      taken: waited.length,
      notTaken: entries.length - waited.length,
      wait: waitFigures(waited),
      overtaken: entries.filter(({ number }) => overtaken.has(number)).length,
      service: target === undefined ? null : serviceFigures(entries, target, to),
    };
  });
};

const waitFigures = (waited: readonly number[]): WaitFigures | null => {
  if (waited.length === 0) return null;
  const sorted = Float64Array.from(waited).sort();
  return {
    mean: sorted.reduce((sum, seconds) => sum + seconds, 0) / sorted.length,
    median: sorted[sorted.length >> 1]!,
    p90: sorted[Math.floor(sorted.length * 0.9)]!,
    longest: sorted.at(-1)!,
  };
};

const serviceFigures = (
  entries: readonly { readonly wait: RecordedWait; readonly outcome?: Outcome }[],
  targetSeconds: number,
  to: number,
): ServiceFigures => {
  let [inTime, counted] = [0, 0];
  for (const { wait, outcome } of entries) {
    const until = outcome?.answeredAt ?? (outcome ? undefined : wait.leftAt) ?? to;
    const isLate = until - wait.waitingSince > targetSeconds * 1_000;
    if (outcome?.answeredAt !== undefined && !isLate) inTime += 1;
    if (outcome?.answeredAt !== undefined || isLate) counted += 1;
  }
  return { targetSeconds, inTime, counted };
};

const HOUR_MS = 3_600_000;

export const agentFigures = (period: RecordedPeriod, outcomes: readonly (Outcome | undefined)[]): readonly AgentFigures[] => {
  const available = availableMs(period);
  const figures = new Map([...available].map(([agentId, ms]) => [agentId, { conversations: 0, placeMs: 0, ms }]));
  for (const outcome of outcomes) {
    const agent = outcome && figures.get(outcome.agentId);
    if (!agent) continue;
    agent.conversations += 1;
    agent.placeMs += ((Math.min(outcome.releasedAt ?? period.to, period.to) - outcome.takenAt) * outcome.weight) / WHOLE_PLACE;
  }
  return [...figures].map(([agentId, { conversations, placeMs, ms }]) => ({
    agentId,
    conversations,
    placeHours: placeMs / HOUR_MS,
    availableHours: ms / HOUR_MS,
  }));
};

const availableMs = ({ from, to, agents, agentChanges }: RecordedPeriod): ReadonlyMap<string, number> => {
  const available = new Map<string, number>();
  const since = new Map<string, number>();
  const change = (at: number, { agentId, presence }: RecordedPeriod['agents'][number]) => {
    const began = since.get(agentId);
    available.set(agentId, (available.get(agentId) ?? 0) + (began === undefined ? 0 : at - began));
    since.delete(agentId);
    if (presence === 'available') since.set(agentId, at);
  };
  for (const agent of agents) change(from, agent);
  for (const { at, agent } of agentChanges) change(at, agent);
  for (const [agentId, began] of since) available.set(agentId, available.get(agentId)! + to - began);
  return available;
};
