import { type Conversation, conversationDecider, type ConversationEvent } from '@madoguchi/conversation';
import { fold, type RecordedEvent, unlessErased } from '@madoguchi/event-sourcing';
import type { BotLine } from './bot-engine.js';

type Events = readonly (RecordedEvent & ConversationEvent)[];

export interface BotTurnState {
  readonly state: Conversation;
  readonly epoch: number;
  readonly botId: string;
  readonly lines: readonly BotLine[];
  readonly customer: { readonly contactId: string; readonly name?: string; readonly language?: string };
  /** The platform's time of the customer's last message. */
  readonly lastCustomerMessageAt: Date;
}

/**
 * What a bot has to know to answer one message: what was said since it has control, up to this message. Undefined when no bot has control,
 * or when the message was not written to it.
 */
export const botTurn = (events: Events, messageId: string): BotTurnState | undefined => {
  const state = fold(conversationDecider, events as readonly ConversationEvent[]);
  const { control } = state;
  if (control.holder !== 'bot' || state.erased) return undefined;
  let lines: BotLine[] = [];
  let customer: { contactId: string; name?: string; language?: string } = { contactId: '' };
  let asked: readonly BotLine[] | undefined;
  let lastCustomerMessageAt = new Date(0);
  for (const event of events) {
    if (event.type === 'ConversationOpened') {
      const { contactId, customerName } = event.data;
      customer = { contactId, name: unlessErased(customerName), language: state.language };
    }
    if (event.type === 'ControlPassed' && event.data.reason !== 'conversation opened') {
      lines = [];
      asked = undefined;
    }
    if (event.type === 'ReplyQueued') {
      const content = unlessErased(event.data.content);
      if (event.data.botId !== undefined && content) lines.push({ from: 'bot', content });
    }
    if (event.type === 'CustomerMessageReceived') {
      const content = unlessErased(event.data.content);
      if (!content || event.data.notice) continue;
      lines.push({ from: 'customer', content });
      lastCustomerMessageAt = new Date(event.data.sentAt);
      if (event.data.messageId === messageId) asked = [...lines];
    }
  }
  return asked && { state, epoch: control.epoch, botId: control.botId, lines: asked, customer, lastCustomerMessageAt };
};
