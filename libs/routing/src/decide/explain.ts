import type { OfferCandidate, OfferDemand, OfferExplanation, OfferVerdict } from '@madoguchi/conversation';
import { WHOLE_PLACE } from '../weights.js';
import { levelsOf } from './fits.js';
import type { WaitingConversation } from './inputs.js';
import type { Lane } from './lane.js';

/** A queue of so many agents is explained whole. */
const SMALL = 10;
/** Of a larger one so many are named beside the chosen and those who had it before. */
const NAMED = 4;

/** One decision, as far as it must be known to be explained later. */
export interface Decided {
  /** Its number among those of the moment: loads are told as they were then. */
  readonly number: number;
  readonly lane: Lane;
  readonly waiting: WaitingConversation;
  /** The number of the agent. */
  readonly chosen: number;
  readonly rule: string;
  readonly waitedSeconds: number;
}

/** It tells what the choice rested on, also when it is read after later choices. */
export const explain = (decided: Decided): OfferExplanation => {
  const { lane, waiting, rule, waitedSeconds } = decided;
  const small = lane.agents.length <= SMALL;
  const named = small ? lane.everybody.asGiven(lane.agents) : namedOf(decided);
  const candidates = named.map((agent) => candidateOf(decided, agent));
  const { policyVersion } = lane.queue;
  const others = small ? undefined : othersOf(lane, named);
  return { rule, waitedSeconds, candidates, policyVersion, ring: lane.demand.ring, asked: askedBy(lane, waiting), others };
};

const namedOf = ({ lane, waiting, chosen, number }: Decided): readonly number[] => {
  const { hadBefore, preferredAgentId } = waiting;
  const named = [chosen];
  const name = (agent: number) => {
    if (!named.includes(agent)) named.push(agent);
  };
  if (hadBefore.length > 0 || preferredAgentId !== undefined) {
    for (const agent of lane.agents) {
      const { agentId } = lane.everybody.facts[agent]!;
      if (hadBefore.includes(agentId) || agentId === preferredAgentId) name(agent);
    }
  }
  lane.behind(NAMED, chosen, number).forEach(name);
  return named;
};

const candidateOf = (decided: Decided, agent: number): OfferCandidate => {
  const { lane, waiting, number } = decided;
  const facts = lane.everybody.facts[agent]!;
  const { taken, takenUrgently } = lane.everybody.loadAt(agent, number);
  const { agentId, capacity, lastAssignedAt } = facts;
  const weight = lane.weightFor(agent);
  return {
    agentId,
    verdict: verdictOf(decided, agent),
    load: taken / WHOLE_PLACE,
    capacity,
    urgentLoad: takenUrgently === taken ? undefined : takenUrgently / WHOLE_PLACE,
    lastAssignedAt,
    hadBefore: waiting.hadBefore.includes(agentId) ? true : undefined,
    levels: lane.demand.needed.length > 0 ? levelsOf(facts, lane.demand) : undefined,
    weight: weight === lane.demand.weight ? undefined : weight,
  };
};

const verdictOf = ({ lane, waiting, chosen, number }: Decided, agent: number): OfferVerdict => {
  if (agent === chosen) return 'chosen';
  const unfit = lane.fitness.whyUnfit(agent);
  if (unfit) return unfit;
  const { facts } = lane.everybody;
  const [{ agentId: chosenId }, { agentId }] = [facts[chosen]!, facts[agent]!];
  const load = lane.everybody.loadAt(agent, number);
  if (!lane.hadRoomFor(agent, load)) return 'at capacity';
  if (chosenId === waiting.preferredAgentId) return 'kept for another';
  if (waiting.hadBefore.includes(agentId) && !waiting.hadBefore.includes(chosenId)) return 'had it before';
  if (lane.queue.policy.order === 'highest skills' && lane.scoreOf(agent) < lane.scoreOf(chosen)) return 'less skilled';
  return load.taken > lane.everybody.loadAt(chosen, number).taken ? 'busier' : 'assigned more recently';
};

const askedBy = (lane: Lane, { preferredAgentId }: WaitingConversation): OfferDemand =>
  preferredAgentId === undefined ? lane.asked : { ...lane.asked, preferredAgentId };

const othersOf = (lane: Lane, named: readonly number[]): OfferExplanation['others'] => {
  let fitting = 0;
  for (const agent of named) if (lane.fitness.fits(agent)) fitting += 1;
  const behind = lane.fitting - fitting;
  return behind > 0 ? [...lane.unfit, { verdict: 'behind', count: behind }] : lane.unfit;
};
