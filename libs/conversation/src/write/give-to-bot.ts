import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { refuseUnlessHolding } from './control-refusals.js';
import { conversationClosed, noSuchConversation, refuseBlindly } from './refusals.js';

/** The agent who holds the conversation lets the bot go on with it. */
export interface GiveToBot {
  readonly type: 'GiveToBot';
  readonly botId: string;
  readonly agentId: string;
  /** The version on the agent's screen; absent: give it anyway. */
  readonly seenVersion?: number;
}

export const giveToBot = ({ botId, agentId, seenVersion }: GiveToBot, conversation: Conversation): readonly ConversationEvent[] => {
  const { status, control, queueId } = conversation;
  if (status === 'none') throw noSuchConversation();
  if (status === 'closed') throw conversationClosed();
  if (control.holder === 'bot' && control.botId === botId) return [];
  refuseUnlessHolding(conversation, agentId);
  refuseBlindly(conversation.lastCustomerVersion, seenVersion);
  if (botId === '') throw new Refusal('no-such-bot', 'No bot answers on this account.');
  return [{ type: 'ControlPassed', data: { to: 'bot', epoch: control.epoch + 1, reason: 'given back', botId, agentId, queueId } }];
};
