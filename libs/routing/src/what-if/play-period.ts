import type { WaitingConversation } from '../decide/inputs.js';
import { CLAIMED } from '../agent/write/claim-work.js';
import { DEFAULT_POLICY, type QueuePolicy } from '../queue/policy/policy.js';
import type { HoursThen, Outcome, RecordedPeriod, RecordedWait, Wish } from './recorded-period.js';
import { type Played, type Player, type Reaction, SimulatedCentre } from './simulated-centre.js';
import { typicalTimes } from './typical-times.js';

/** What holds instead of what was recorded, by queue; absent: as recorded. */
export type OtherPolicies = ReadonlyMap<string, QueuePolicy>;

interface PlayedWait extends Player {
  readonly recorded: RecordedWait;
  readonly number: number;
  /** Which of its refusals have been played. */
  readonly refused: Set<RecordedWait['refusals'][number]>;
}

const DAY_MS = 86_400_000;

/**
 * Plays a recorded period again: the same customers come at the same times, the same agents are there, and every conversation takes as long as
 * it took, whoever has it. Who gets what is decided anew. @returns for each wait, in their order, what comes of it; undefined: nobody takes it
 */
export const playPeriod = (
  period: RecordedPeriod,
  hours: HoursThen,
  policies: OtherPolicies = new Map(),
): readonly (Outcome | undefined)[] => {
  const typical = typicalTimes(period.waits);
  const outcomes = new Array<Outcome | undefined>(period.waits.length);

  const react: Reaction<PlayedWait> = ({ recorded, refused, asked }, { agentId }, _offeredAt, patienceMs) => {
    const refusal = recorded.refusals.find((one) => one.agentId === agentId && !refused.has(one));
    if (refusal) {
      refused.add(refusal);
      return { accepts: false, afterMs: Math.min(refusal.afterMs, patienceMs) };
    }
    const { outcome, claimed } = recorded;
    const thinkingMs = outcome && !claimed ? outcome.takenAt - outcome.offeredAt : typical(asked.queueId).thinkingMs;
    return { accepts: true, afterMs: Math.min(thinkingMs, patienceMs) };
  };

  const taken = ({ recorded, number }: PlayedWait, { decision, ring, offeredAt, takenAt }: Played): number => {
    const { queueId, agentId, weight, interruptible, explanation } = decision;
    const { answeringMs, handlingMs } = timesOf(recorded, period.to, typical(recorded.queueId));
    const [answeredAt, releasedAt] = [takenAt + answeringMs, takenAt + handlingMs];
    outcomes[number] = {
      queueId,
      agentId,
      rule: explanation.rule,
      ring,
      policyVersion: explanation.policyVersion,
      offeredAt,
      takenAt,
      weight,
      interruptible,
      ...(answeredAt < period.to ? { answeredAt } : {}),
      ...(releasedAt < period.to ? { releasedAt } : {}),
    };
    return handlingMs;
  };

  const centre = new SimulatedCentre<PlayedWait>({ hours, react, taken });
  centre.at(period.from, () => {
    for (const queue of period.queues) centre.setQueue(instead(queue, policies));
    for (const agent of period.agents) centre.setAgent(agent);
  });
  for (const work of period.otherWork) centre.at(work.takenAt, () => centre.hold(work));
  for (const { at, queue } of period.queueChanges) centre.at(at, () => centre.setQueue(instead(queue, policies)));
  for (const { at, agent } of period.agentChanges) centre.at(at, () => centre.setAgent(agent));
  const policyThen = policiesThen(period, policies);
  period.waits.forEach((recorded, number) => centre.at(recorded.beganAt, () => begin(centre, recorded, number, policyThen(recorded))));
  centre.run(period.from, period.to);
  return outcomes;
};

const instead = <Queue extends { readonly queueId: string; readonly policy: QueuePolicy }>(
  queue: Queue,
  policies: OtherPolicies,
): Queue => {
  const policy = policies.get(queue.queueId);
  return policy ? { ...queue, policy } : queue;
};

const begin = (centre: SimulatedCentre<PlayedWait>, recorded: RecordedWait, number: number, policy: QueuePolicy): void => {
  const { claimed, outcome, leftAt, changes, beganAt } = recorded;
  const player: PlayedWait = {
    recorded,
    number,
    refused: new Set(),
    asked: askedBy(recorded, number, policy),
    since: recorded.waitingSince,
    state: 'waiting',
    stays: 0,
  };
  for (const { at, ...change } of changes) centre.at(at, () => centre.change(player, (asked) => changed(asked, change, at, policy)));
  if (claimed && outcome) {
    centre.at(outcome.takenAt, () => centre.claim(player, outcome.agentId, outcome.weight, outcome.interruptible, CLAIMED));
  }
  if (leftAt !== undefined) centre.at(Math.max(leftAt, beganAt), () => centre.leave(player));
  centre.join(player);
};

/** One conversation may wait twice at once when it waits longer than it did: each wait is played by itself. */
const askedBy = (recorded: RecordedWait, number: number, policy: QueuePolicy): WaitingConversation => {
  const { conversationId, queueId, channel, language, skills, hadBefore, lastOwner, beganAt } = recorded;
  const again = lastOwner && beganAt - lastOwner.closedAt <= policy.reopenDays * DAY_MS ? lastOwner.agentId : undefined;
  const asked = {
    conversationId: `${conversationId} ${number}`,
    queueId,
    channel,
    hadBefore,
    waitingSince: recorded.waitingSince,
    queuedAt: recorded.queuedAt,
    ...(language === undefined ? {} : { language }),
    ...(skills === undefined ? {} : { skills }),
  };
  return kept(asked, recorded.preferredAgentId ?? again, recorded.queuedAt, policy);
};

const kept = (asked: WaitingConversation, preferredAgentId: string | undefined, at: number, policy: QueuePolicy): WaitingConversation =>
  preferredAgentId === undefined ? asked : { ...asked, preferredAgentId, keptUntil: at + policy.preferredHoldSeconds * 1_000 };

const changed = (asked: WaitingConversation, change: Partial<Wish>, at: number, policy: QueuePolicy): WaitingConversation => {
  const { preferredAgentId: _, keptUntil: __, ...others } = asked;
  const { queueId, preferredAgentId, ...wish } = change;
  if (queueId === undefined) return { ...asked, ...wish };
  const hadBefore = asked.hadBefore.filter((agentId) => agentId !== preferredAgentId);
  return kept({ ...others, ...wish, queueId, hadBefore, queuedAt: at }, preferredAgentId, at, policy);
};

/** The policy of a wait's queue when it begins. */
const policiesThen = ({ queues, queueChanges }: RecordedPeriod, policies: OtherPolicies) => {
  const versions = new Map<string, { readonly at: number; readonly policy: QueuePolicy }[]>();
  for (const { queueId, policy } of queues) versions.set(queueId, [{ at: -Infinity, policy }]);
  for (const { at, queue } of queueChanges) {
    const known = versions.get(queue.queueId);
    if (known) known.push({ at, policy: queue.policy });
    else versions.set(queue.queueId, [{ at, policy: queue.policy }]);
  }
  return ({ queueId, beganAt }: RecordedWait): QueuePolicy =>
    policies.get(queueId) ?? versions.get(queueId)?.findLast(({ at }) => at <= beganAt)?.policy ?? DEFAULT_POLICY;
};

/** As recorded; what was not over when the period ended takes at least as long as usual. */
const timesOf = ({ outcome }: RecordedWait, to: number, typical: ReturnType<ReturnType<typeof typicalTimes>>) => {
  if (!outcome) return typical;
  const { takenAt, answeredAt, releasedAt } = outcome;
  return {
    answeringMs: answeredAt === undefined ? Infinity : answeredAt - takenAt,
    handlingMs: releasedAt === undefined ? Math.max(to - takenAt, typical.handlingMs) : releasedAt - takenAt,
  };
};
