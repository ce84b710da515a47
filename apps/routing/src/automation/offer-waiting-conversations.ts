import { derivedId, follow } from '@madoguchi/event-sourcing';
import type { Waiting, WaitingRoom } from '@madoguchi/read-models';
import { type Decision, offerId as offerIdOf, Room, WHOLE_PLACE } from '@madoguchi/routing';
import type { Router } from '../router.js';

const AUTOMATION = 'offer-waiting-conversations';

/**
 * Offers what waits to who is free, one after the other, because every offer changes the loads that the next choice rests on.
 * An agent who is not as the tables said ends the round for that queue, and for that agent: the explanation must be true, and the tables
 * are about to be. The round ends, too, when it is the turn of some who wait and were not read. The conversations learn of it in the step
 * that settles an offer.
 */
export const offerWaitingConversations = async (router: Router, { waiting, agents, queues }: WaitingRoom): Promise<void> => {
  const now = router.now();
  const room = new Room(agents, queues, waiting, now);
  const byId = new Map(waiting.map((conversation) => [conversation.conversationId, conversation]));
  const versions = new Map(agents.map(({ agentId, version }) => [agentId, version]));
  const moved = new Set<string>();
  for (let decision = room.next(); decision; decision = room.next()) {
    const conversation = byId.get(decision.conversationId)!;
    if (moved.has(decision.queueId) || decision.explanation.candidates.some(({ agentId }) => moved.has(agentId))) {
      // The room has counted it; what is decided after it about this agent would not be true.
      moved.add(decision.agentId);
    } else {
      const version = await offer(router, conversation, decision, versions.get(decision.agentId)!, now);
      if (version === undefined) moved.add(decision.queueId).add(decision.agentId);
      else versions.set(decision.agentId, version);
    }
    if (conversation.moreBehind) return;
  }
};

/** @returns the version of the agent's stream after it; undefined when the agent had moved on */
const offer = async (
  router: Router,
  { offerSeconds, rounds, cause }: Waiting,
  { conversationId, queueId, agentId, explanation, weight, interruptible, autoAccept }: Decision,
  version: number,
  now: Date,
): Promise<number | undefined> => {
  const offerId = offerIdOf(conversationId, rounds + 1, agentId);
  const expiresAt = new Date(now.getTime() + offerSeconds * 1_000).toISOString();
  const answer = await router.agent(
    agentId,
    {
      type: 'OfferWork',
      offerId,
      conversationId,
      queueId,
      expiresAt,
      explanation,
      ...(weight === WHOLE_PLACE ? {} : { weight }),
      ...(interruptible ? { interruptible } : {}),
      ...(autoAccept ? { autoAccept } : {}),
    },
    follow(cause, { kind: 'system', automation: AUTOMATION }, derivedId(AUTOMATION, offerId)),
    version,
  );
  return answer.ok ? (answer.version ?? version) : undefined;
};
