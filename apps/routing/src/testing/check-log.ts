import type { ConversationEvent } from '@madoguchi/conversation';
import { categoryOf, idOf, type Recorded, type RecordedEvent } from '@madoguchi/event-sourcing';
import { AGENT, type AgentEvent } from '@madoguchi/routing';

/** What must never be seen at any point of a log (I14, I15 of the reliability sheet); empty when all is well. */
export const checkLog = (events: readonly RecordedEvent[]): readonly string[] => {
  const problems: string[] = [];
  const capacity = new Map<string, number>();
  const held = new Map<string, Set<string>>();
  const owner = new Map<string, string>();
  for (const event of events) {
    const id = idOf(event.stream);
    const at = `at ${event.position}`;
    if (categoryOf(event.stream) === AGENT) {
      const { type, data } = event as Recorded<AgentEvent>;
      const places = held.get(id) ?? new Set();
      held.set(id, places);
      if (type === 'AgentRegistered') capacity.set(id, data.capacity);
      if (type === 'WorkOffered') places.add(data.conversationId);
      if (type === 'OfferDeclined' || type === 'OfferLapsed' || type === 'OfferWithdrawn' || type === 'WorkReleased') {
        places.delete(data.conversationId);
      }
      if (places.size > (capacity.get(id) ?? 0)) problems.push(`agent ${id} holds ${places.size} of ${capacity.get(id)} ${at}`);
    } else {
      const { type, data } = event as Recorded<ConversationEvent>;
      if (type === 'ConversationAssigned') {
        if (owner.has(id)) problems.push(`conversation ${id} has two owners ${at}`);
        if (!held.get(data.agentId)?.has(id)) problems.push(`conversation ${id} is with an agent who does not hold it ${at}`);
        owner.set(id, data.agentId);
      }
      if (type === 'ConversationClosed' || type === 'AgentRequested' || type === 'ConversationSnoozed') owner.delete(id);
    }
  }
  return problems;
};

/** Conversations that are open and neither wait, nor are offered or held in agreement with an agent; once routing is calm. */
export const forgotten = (events: readonly RecordedEvent[]): readonly string[] => {
  const places = new Map<string, 'waits' | string>();
  const held = new Set<string>();
  for (const event of events) {
    const id = idOf(event.stream);
    if (categoryOf(event.stream) === AGENT) {
      const { type, data } = event as Recorded<AgentEvent>;
      if (type === 'WorkOffered') held.add(`${id} ${data.conversationId}`);
      if (type === 'OfferDeclined' || type === 'OfferLapsed' || type === 'OfferWithdrawn' || type === 'WorkReleased') {
        held.delete(`${id} ${data.conversationId}`);
      }
    } else {
      const { type, data } = event as Recorded<ConversationEvent>;
      if (type === 'AgentRequested' || type === 'OfferReturned') places.set(id, 'waits');
      if (type === 'ConversationOffered' || type === 'ConversationAssigned') places.set(id, data.agentId);
      if (type === 'ConversationClosed' || type === 'ConversationSnoozed') places.delete(id);
    }
  }
  const lost = [...places].filter(([id, place]) => place !== 'waits' && !held.has(`${place} ${id}`)).map(([id]) => `${id} is with nobody`);
  const kept = [...held]
    .filter((pair) => places.get(pair.split(' ')[1]!) !== pair.split(' ')[0])
    .map((pair) => `${pair} is held for nothing`);
  return [...lost, ...kept];
};
