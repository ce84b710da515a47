import { derivedId, follow } from '@madoguchi/event-sourcing';
import type { CandidateWithVersion, Waiting, WaitingRoom } from '@madoguchi/read-models';
import { chooseAgent, chooseNext, offerId as offerIdOf } from '@madoguchi/routing';
import type { Router } from '../router.js';

const AUTOMATION = 'offer-waiting-conversations';

/**
 * Offers what waits to who is free, longest waiting first, one after the other, because every offer changes the loads that the next choice rests on.
 * An agent who is not as the tables said ends the round for that queue: the explanation must be true, and the tables are about to be.
 * The conversations learn of it in the step that settles an offer.
 */
export const offerWaitingConversations = async (router: Router, { waiting, agents }: WaitingRoom): Promise<void> => {
  const left = new Set(waiting);
  const unserved = new Set<string>();
  const current = new Map(agents.map((agent) => [agent.agentId, agent]));
  for (let next = chooseNext(left, unserved); next; next = chooseNext(left, unserved)) {
    left.delete(next);
    const changed = await offerTo(router, next, [...current.values()]);
    if (!changed) {
      unserved.add(next.queueId);
      continue;
    }
    current.set(changed.agentId, changed);
  }
};

/** @returns the agent as the offer left them; undefined when nobody could be offered it */
const offerTo = async (
  router: Router,
  waiting: Waiting,
  agents: readonly CandidateWithVersion[],
): Promise<CandidateWithVersion | undefined> => {
  const { conversationId, queueId, rounds, offerSeconds, cause } = waiting;
  const now = router.now();
  const { agentId, explanation } = chooseAgent(
    waiting,
    agents.filter((agent) => agent.queueIds.includes(queueId)),
    now,
  );
  const agent = agents.find((one) => one.agentId === agentId);
  if (!agent) return undefined;

  const offerId = offerIdOf(conversationId, rounds + 1, agent.agentId);
  const expiresAt = new Date(now.getTime() + offerSeconds * 1_000).toISOString();
  const answer = await router.agent(
    agent.agentId,
    { type: 'OfferWork', offerId, conversationId, queueId, expiresAt, explanation },
    follow(cause, { kind: 'system', automation: AUTOMATION }, derivedId(AUTOMATION, offerId)),
    agent.version,
  );
  return answer.ok ? { ...agent, load: agent.load + 1, version: answer.version ?? agent.version } : undefined;
};
