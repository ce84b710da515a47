import type { OfferCandidate, OfferDemand, OfferExplanation } from '@madoguchi/conversation';
import { decideAgain } from '../decide/decide-again.js';
import { decide, type Situation } from '../decide/decide.js';

export interface RecordedDecision {
  readonly agentId: string;
  readonly explanation: OfferExplanation;
}

/**
 * `log`: the state of the log at that moment gives the same agent. `inputs`: only what the event itself tells that it rested on does;
 * the router had not seen everything yet, and `why` says what. `differs`: neither.
 */
export type DecidedAgain =
  | { readonly by: 'log' }
  | { readonly by: 'inputs'; readonly why: string }
  | { readonly by: 'differs'; readonly agentId?: string; readonly why: string };

/** One recorded decision made again. @param situation as the log has it at that moment, with this conversation alone waiting */
export const decidedAgain = ({ agentId, explanation }: RecordedDecision, situation: Situation, now: Date): DecidedAgain => {
  const [again] = decide(situation, now);
  if (again?.agentId === agentId) return { by: 'log' };
  const fromInputs = decideAgain(explanation);
  const why = again ? firstDifference(explanation, again.explanation) : 'by the log nobody whom it fits is free';
  if (fromInputs === agentId) return { by: 'inputs', why };
  const own = `what the event tells gives ${fromInputs === undefined ? 'nobody' : `agent ${fromInputs}`}`;
  return { by: 'differs', ...(again ? { agentId: again.agentId } : {}), why: `${why}; ${own}` };
};

const firstDifference = (recorded: OfferExplanation, again: OfferExplanation): string => {
  const demand = differenceOfDemand(recorded, again);
  if (demand) return demand;
  const now = new Map(again.candidates.map((candidate) => [candidate.agentId, candidate]));
  for (const candidate of recorded.candidates) {
    const other = now.get(candidate.agentId);
    const difference = other && differenceOf(candidate, other);
    if (difference) return `agent ${candidate.agentId}: ${difference}`;
  }
  const missing = again.candidates.find(({ agentId }) => !recorded.candidates.some((candidate) => candidate.agentId === agentId));
  return missing ? `agent ${missing.agentId} was not named then` : 'the same inputs, another agent';
};

const differenceOfDemand = (recorded: OfferExplanation, again: OfferExplanation): string | undefined => {
  if (recorded.ring !== again.ring) return told('ring', recorded.ring, again.ring);
  if (recorded.policyVersion !== again.policyVersion) return told('version of the policy', recorded.policyVersion, again.policyVersion);
  const fields: readonly (keyof OfferDemand)[] = ['language', 'preferredAgentId', 'weight', 'order', 'overdue', 'interruptible'];
  for (const field of fields) {
    const [then, now] = [recorded.asked?.[field], again.asked?.[field]];
    if (then !== now) return told(field, then, now);
  }
  return undefined;
};

const differenceOf = (then: OfferCandidate, now: OfferCandidate): string | undefined => {
  for (const field of ['load', 'urgentLoad', 'capacity', 'lastAssignedAt', 'hadBefore', 'weight'] as const) {
    if (then[field] !== now[field]) return told(field, then[field], now[field]);
  }
  const levels = Object.keys({ ...then.levels, ...now.levels }).find((key) => then.levels?.[key] !== now.levels?.[key]);
  if (levels !== undefined) return told(`level of ${levels}`, then.levels?.[levels], now.levels?.[levels]);
  const ruledOut = [then.verdict, now.verdict].some((verdict) => FACTS.has(verdict));
  return ruledOut && then.verdict !== now.verdict ? `${then.verdict} then, by the log ${now.verdict}` : undefined;
};

/** Verdicts that tell of the agent, and not of the comparison with the chosen one. */
const FACTS: ReadonlySet<string> = new Set(['not available', 'off duty', 'not in this queue', 'not in this ring', 'at capacity']);

const told = (what: string, then: unknown, now: unknown): string => `${what} ${word(then)} then, by the log ${word(now)}`;

const word = (value: unknown): string => (value === undefined ? 'none' : String(value));
