import type { IdentityRun, ReadPeriod } from '@madoguchi/read-models';
import {
  type AddedAgents,
  agentFigures,
  type AgentFigures,
  DEFAULT_POLICY,
  moreAgents,
  type OtherPolicies,
  type Outcome,
  playPeriod,
  queueFigures,
  type QueueFigures,
  type QueuePolicy,
  type RecordedPeriod,
  turnsMoved,
} from '@madoguchi/routing';
import { assumptionsOf } from './assumptions.js';

export interface Figures {
  readonly queues: readonly QueueFigures[];
  readonly agents: readonly AgentFigures[];
}

/** Who got a conversation, by which rule, and after how long. Null: nobody. */
export type Choice = Pick<Outcome, 'agentId' | 'queueId' | 'rule' | 'ring'> & { readonly waitedSeconds: number };

/** A wait that another agent ends under the other policy. */
export interface Elsewhere {
  readonly conversationId: string;
  readonly queueId: string;
  readonly recorded: Choice | null;
  /** Played under the recorded policies. */
  readonly before: Choice | null;
  /** Played under the other one. */
  readonly after: Choice | null;
}

export interface WhatIfReport {
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly waits: number;
  readonly identity: IdentityRun;
  readonly recorded: Figures;
  /** The same period played under the recorded policies: how far the play is to be believed. */
  readonly before: Figures & { readonly sameAgent: number };
  readonly after?: Figures;
  /** The queues that the other policy was put on. */
  readonly changedQueueIds: readonly string[];
  readonly addedAgents: readonly AddedAgents[];
  /** Whose turn comes sooner otherwise than played as recorded, and whose later. */
  readonly turns?: { readonly sooner: number; readonly later: number };
  readonly elsewhere: readonly Elsewhere[];
  readonly assumptions: readonly string[];
}

export interface Otherwise {
  readonly policy?: QueuePolicy;
  /** For which the policy is; absent: for all. */
  readonly queueId?: string;
  /** How many, by queue. */
  readonly moreAgents?: ReadonlyMap<string, number>;
}

/** @throws Error when the queue does not occur in the period, or when nobody serves one that is to have more agents */
export const whatIfReport = (
  { period, hours, identity }: ReadPeriod,
  { policy, queueId, moreAgents: wanted = new Map() }: Otherwise,
): WhatIfReport => {
  const policies = policy ? policiesOf(period, policy, queueId) : new Map<string, QueuePolicy>();
  const targetOf = targetsOf(period, policies);
  const figures = (outcomes: readonly (Outcome | undefined)[], of = period): Figures => ({
    queues: queueFigures(of, outcomes, targetOf),
    agents: agentFigures(of, outcomes),
  });
  const recorded = period.waits.map(({ outcome }) => outcome);
  const before = playPeriod(period, hours);
  const more = moreAgents(period, wanted);
  const after = policy || wanted.size > 0 ? playPeriod(more.period, hours, policies) : undefined;
  return {
    from: new Date(period.from).toISOString(),
    to: new Date(period.to).toISOString(),
    waits: period.waits.length,
    identity,
    recorded: figures(recorded),
    before: { ...figures(before), sameAgent: before.filter((one, number) => one?.agentId === recorded[number]?.agentId).length },
    ...(after ? { after: figures(after, more.period), turns: turnsMoved(before, after) } : {}),
    changedQueueIds: [...policies.keys()],
    addedAgents: more.added,
    elsewhere: after ? elsewhereOf(period, before, after) : [],
    assumptions: assumptionsOf(period, more.added),
  };
};

const queuesIn = ({ queues, queueChanges }: RecordedPeriod) => [...queues, ...queueChanges.map(({ queue }) => queue)];

const policiesOf = (period: RecordedPeriod, policy: QueuePolicy, queueId: string | undefined): OtherPolicies => {
  const known = new Set(queuesIn(period).map((queue) => queue.queueId));
  if (queueId !== undefined && !known.has(queueId)) throw new Error(`There was no queue ${queueId} in this time.`);
  const ids = queueId === undefined ? [...known] : [queueId];
  // A queue cannot flow over into itself.
  return new Map(ids.map((id) => [id, policy.overflow?.queueId === id ? { ...policy, overflow: null } : policy]));
};

/** One target for all columns, else they could not be compared: of the other policy, else the last recorded one. */
const targetsOf = (period: RecordedPeriod, policies: OtherPolicies) => {
  const last = new Map(queuesIn(period).map(({ queueId, policy }) => [queueId, policy]));
  return (queueId: string): number | undefined => {
    const targets = [policies.get(queueId), last.get(queueId) ?? DEFAULT_POLICY].map((policy) => policy?.service.firstAnswerSeconds);
    return targets.find((seconds) => typeof seconds === 'number') ?? undefined;
  };
};

const elsewhereOf = (
  { waits }: RecordedPeriod,
  before: readonly (Outcome | undefined)[],
  after: readonly (Outcome | undefined)[],
): readonly Elsewhere[] =>
  waits.flatMap(({ conversationId, queueId, waitingSince, outcome }, number) => {
    if (before[number]?.agentId === after[number]?.agentId) return [];
    const choice = (one: Outcome | undefined): Choice | null => (one ? choiceOf(one, waitingSince) : null);
    return [{ conversationId, queueId, recorded: choice(outcome), before: choice(before[number]), after: choice(after[number]) }];
  });

const choiceOf = ({ agentId, queueId, rule, ring, takenAt }: Outcome, waitingSince: number): Choice => ({
  agentId,
  queueId,
  rule,
  ...(ring === undefined ? {} : { ring }),
  waitedSeconds: (takenAt - waitingSince) / 1_000,
});
