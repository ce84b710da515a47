import { Refusal } from '@madoguchi/event-sourcing';
import type { Conversation } from '../state.js';
import { notYours } from './refusals.js';

/** Only the agent who holds it speaks; while a bot answers, they are told how to get a word in. */
export const refuseUnlessHolding = ({ control, owner }: Conversation, agentId: string): void => {
  if (control.holder === 'bot') {
    throw new Refusal('bot-has-control', 'A bot is answering. Take over first.', { botId: control.botId, epoch: control.epoch });
  }
  if (owner !== agentId) throw notYours(owner);
};
