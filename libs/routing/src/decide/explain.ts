import type { OfferCandidate, OfferDemand, OfferExplanation, OfferVerdict } from '@madoguchi/conversation';
import { WHOLE_PLACE } from '../weights.js';
import { type AgentNow, levelsOf, whyUnfit } from './fits.js';
import type { WaitingConversation } from './inputs.js';
import type { Lane } from './lane.js';

/** A queue of so many agents is explained whole. */
const SMALL = 10;
/** Of a larger one so many are named beside the chosen and those who had it before. */
const NAMED = 4;

/** Made before the chosen agent's load grows: what it tells is what the choice rested on. */
export const explain = (
  lane: Lane,
  waiting: WaitingConversation,
  chosen: AgentNow,
  rule: string,
  waitedSeconds: number,
): OfferExplanation => {
  const small = lane.agents.length <= SMALL;
  const named = small ? lane.agents : namedOf(lane, waiting, chosen);
  const candidates: OfferCandidate[] = [];
  for (const agent of named) candidates.push(candidateOf(lane, waiting, agent, chosen));
  const { policyVersion } = lane.queue;
  const others = small ? undefined : othersOf(lane, named);
  return { rule, waitedSeconds, candidates, policyVersion, ring: lane.demand.ring, asked: askedBy(lane, waiting), others };
};

const namedOf = (lane: Lane, { hadBefore, preferredAgentId }: WaitingConversation, chosen: AgentNow): readonly AgentNow[] => {
  const named = [chosen];
  if (hadBefore.length > 0 || preferredAgentId !== undefined) {
    for (const agent of lane.agents) {
      const { agentId } = agent.facts;
      if (agent !== chosen && (hadBefore.includes(agentId) || agentId === preferredAgentId)) named.push(agent);
    }
  }
  for (const agent of lane.behind(NAMED, chosen)) if (!named.includes(agent)) named.push(agent);
  return named;
};

const candidateOf = (lane: Lane, waiting: WaitingConversation, agent: AgentNow, chosen: AgentNow): OfferCandidate => {
  const { facts, taken, takenUrgently } = agent;
  const { agentId, capacity, lastAssignedAt } = facts;
  const weight = lane.weightFor(facts);
  return {
    agentId,
    verdict: verdictOf(lane, waiting, agent, chosen),
    load: taken / WHOLE_PLACE,
    capacity,
    urgentLoad: takenUrgently === taken ? undefined : takenUrgently / WHOLE_PLACE,
    lastAssignedAt,
    hadBefore: waiting.hadBefore.includes(agentId) ? true : undefined,
    levels: lane.asksForSkills ? levelsOf(facts, lane.demand) : undefined,
    weight: weight === lane.demand.weight ? undefined : weight,
  };
};

const verdictOf = (lane: Lane, waiting: WaitingConversation, agent: AgentNow, chosen: AgentNow): OfferVerdict => {
  if (agent === chosen) return 'chosen';
  const unfit = whyUnfit(agent.facts, lane.demand);
  if (unfit) return unfit;
  if (!lane.hasRoomFor(agent)) return 'at capacity';
  if (chosen.facts.agentId === waiting.preferredAgentId) return 'kept for another';
  if (waiting.hadBefore.includes(agent.facts.agentId) && !waiting.hadBefore.includes(chosen.facts.agentId)) return 'had it before';
  if (lane.queue.policy.order === 'highest skills' && lane.scoreOf(agent) < lane.scoreOf(chosen)) return 'less skilled';
  return agent.taken > chosen.taken ? 'busier' : 'assigned more recently';
};

const askedBy = (lane: Lane, { preferredAgentId }: WaitingConversation): OfferDemand =>
  preferredAgentId === undefined ? lane.asked : { ...lane.asked, preferredAgentId };

const othersOf = (lane: Lane, named: readonly AgentNow[]): OfferExplanation['others'] => {
  let fitting = 0;
  for (const agent of named) if (!whyUnfit(agent.facts, lane.demand)) fitting += 1;
  const behind = lane.fitting - fitting;
  return behind > 0 ? [...lane.unfit, { verdict: 'behind', count: behind }] : lane.unfit;
};
