import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent, OfferExplanation } from '../events.js';
import type { Conversation } from '../state.js';
import { conversationClosed, noSuchConversation } from './refusals.js';

export interface OfferToAgent {
  readonly type: 'OfferToAgent';
  readonly offerId: string;
  readonly agentId: string;
  readonly queueId: string;
  readonly expiresAt: string;
  readonly explanation: OfferExplanation;
}

/** The agent's stream has reserved the place already; a refusal here makes the router give it back. */
export const offerToAgent = (command: OfferToAgent, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.offersMade.has(command.offerId)) {
    if (conversation.offer?.offerId === command.offerId) return [];
    throw new Refusal('offer-gone', 'This offer was made before and has ended.');
  }
  if (conversation.status === 'closed') throw conversationClosed();
  if (conversation.owner) throw new Refusal('already-assigned', 'An agent holds this conversation.', { owner: conversation.owner });
  if (conversation.control.holder === 'bot') throw new Refusal('bot-has-control', 'A bot is answering; nobody waits for an agent here.');
  if (conversation.snoozed) throw new Refusal('snoozed', 'This conversation sleeps until a time, or until the customer writes.');
  if (conversation.offer)
    throw new Refusal('already-offered', 'This conversation is offered to another agent.', { offerId: conversation.offer.offerId });
  const { type: _, ...data } = command;
  return [{ type: 'ConversationOffered', data }];
};
