import type { OfferExplanation } from '@madoguchi/conversation';
import type { Presence } from './events.js';

export interface WaitingConversation {
  readonly conversationId: string;
  readonly queueId: string;
  /** ISO 8601. */
  readonly waitingSince: string;
  /** Agents who declined an offer of it or let one lapse. */
  readonly hadBefore: readonly string[];
}

export interface Candidate {
  readonly agentId: string;
  readonly presence: Presence;
  readonly queueIds: readonly string[];
  readonly capacity: number;
  /** Open offers and work in hand. */
  readonly load: number;
  /** ISO 8601; absent: never. */
  readonly lastAssignedAt?: string;
}

/** Without an agent: nobody can take it now; the explanation says why not. */
export interface Choice {
  readonly agentId?: string;
  readonly explanation: OfferExplanation;
}

type Explained = OfferExplanation['candidates'][number];
type Verdict = Explained['verdict'];

export const RULE = 'fewest conversations, then longest without a new one';
export const LAST_RESORT = `${RULE}; nobody is free who did not have it before`;
export const NOBODY = 'nobody is free';

/**
 * Who is offered the conversation: among those who are free, the one with the fewest conversations, then the one whose
 * last assignment is longest ago, then by id. Who declined it or let it lapse comes only when nobody else is free.
 * Everything that the decision rests on stands in the explanation: choosing again from it gives the same agent.
 */
export const chooseAgent = (waiting: WaitingConversation, agents: readonly Candidate[], now: Date): Choice => {
  const excluded = new Map(agents.map((agent) => [agent.agentId, whyNot(agent, waiting.queueId)]));
  const free = agents.filter((agent) => excluded.get(agent.agentId) === undefined);
  const fresh = free.filter((agent) => !waiting.hadBefore.includes(agent.agentId));
  const eligible = fresh.length > 0 ? fresh : free;
  const chosen = eligible.reduce<Candidate | undefined>((best, agent) => (best && compare(best, agent) <= 0 ? best : agent), undefined);

  const verdictOf = (agent: Candidate): Verdict => {
    const reason = excluded.get(agent.agentId);
    if (reason) return reason;
    if (!chosen || agent.agentId === chosen.agentId) return 'chosen';
    if (!eligible.includes(agent)) return 'had it before';
    return agent.load > chosen.load ? 'busier' : 'assigned more recently';
  };

  return {
    agentId: chosen?.agentId,
    explanation: {
      rule: !chosen ? NOBODY : fresh.length > 0 ? RULE : LAST_RESORT,
      waitedSeconds: Math.max(0, Math.floor((now.getTime() - Date.parse(waiting.waitingSince)) / 1_000)),
      candidates: agents.map((agent) => explained(agent, verdictOf(agent), waiting)),
    },
  };
};

const whyNot = (agent: Candidate, queueId: string): Verdict | undefined => {
  if (!agent.queueIds.includes(queueId)) return 'not in this queue';
  if (agent.presence !== 'available') return 'not available';
  if (agent.load >= agent.capacity) return 'at capacity';
  return undefined;
};

const compare = (a: Candidate, b: Candidate): number =>
  a.load - b.load || textOrder(a.lastAssignedAt ?? '', b.lastAssignedAt ?? '') || textOrder(a.agentId, b.agentId);

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const explained = (agent: Candidate, verdict: Verdict, waiting: WaitingConversation): Explained => ({
  agentId: agent.agentId,
  verdict,
  load: agent.load,
  capacity: agent.capacity,
  ...(agent.lastAssignedAt === undefined ? {} : { lastAssignedAt: agent.lastAssignedAt }),
  ...(waiting.hadBefore.includes(agent.agentId) ? { hadBefore: true as const } : {}),
});
