import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { conversationClosed, noSuchConversation } from './refusals.js';

/** An agent takes the conversation out of the bot's hands. Their own stream has reserved the place under `offerId` already. */
export interface TakeOver {
  readonly type: 'TakeOver';
  readonly agentId: string;
  readonly offerId: string;
}

export const takeOver = ({ agentId, offerId }: TakeOver, conversation: Conversation): readonly ConversationEvent[] => {
  const { status, control, owner } = conversation;
  if (status === 'none') throw noSuchConversation();
  if (status === 'closed') throw conversationClosed();
  if (owner === agentId) return [];
  if (owner !== undefined) throw new Refusal('already-assigned', 'Another agent holds this conversation.', { owner });
  if (control.holder !== 'bot') throw new Refusal('bot-has-no-control', 'No bot is answering here. The conversation waits for an offer.');
  const { epoch, botId } = control;
  return [
    { type: 'ControlPassed', data: { to: 'agent', epoch: epoch + 1, reason: 'agent took over', botId, agentId } },
    { type: 'ConversationAssigned', data: { agentId, offerId } },
  ];
};
