import { derivedId } from '@madoguchi/event-sourcing';
import type { ConversationEvent, OfferExplanation } from '../events.js';
import type { ReceiveCustomerMessage } from '../write/receive-customer-message.js';

/** Ids and times of one conversation that specs tell stories about. */
export const accountId = derivedId('example', 'account');
export const queueId = derivedId('example', 'queue');
export const aiko = derivedId('example', 'aiko');
export const ivan = derivedId('example', 'ivan');
export const firstOffer = derivedId('example', 'offer 1');
export const secondOffer = derivedId('example', 'offer 2');
export const replyId = derivedId('example', 'reply');

export const explanation: OfferExplanation = {
  rule: 'fewest in hand',
  waitedSeconds: 3,
  candidates: [{ agentId: aiko, verdict: 'chosen', load: 0, capacity: 3 }],
};

export const messageCommand = (n: number, change: Partial<ReceiveCustomerMessage> = {}): ReceiveCustomerMessage => ({
  type: 'ReceiveCustomerMessage',
  threadKey: `${accountId}/U1`,
  accountId,
  channel: 'line',
  number: 1,
  customerKey: 'U1',
  contactId: derivedId('example', 'contact'),
  queueId,
  messageId: derivedId('example', 'message', n),
  providerMessageId: `m${n}`,
  content: { type: 'text', text: `message ${n}` },
  sentAt: `2026-11-23T10:00:0${n}.000Z`,
  orderKey: `000${n}`,
  ...change,
});

export const opened: ConversationEvent = {
  type: 'ConversationOpened',
  data: {
    threadKey: `${accountId}/U1`,
    accountId,
    channel: 'line',
    number: 1,
    customerKey: 'U1',
    contactId: derivedId('example', 'contact'),
  },
};

export const received = (n: number, change: object = {}): ConversationEvent => ({
  type: 'CustomerMessageReceived',
  data: {
    messageId: derivedId('example', 'message', n),
    providerMessageId: `m${n}`,
    content: { type: 'text', text: `message ${n}` },
    sentAt: `2026-11-23T10:00:0${n}.000Z`,
    orderKey: `000${n}`,
    ...change,
  },
});

export const requested: ConversationEvent = { type: 'AgentRequested', data: { queueId, reason: 'first message' } };

export const offered: ConversationEvent = {
  type: 'ConversationOffered',
  data: { offerId: firstOffer, agentId: aiko, queueId, expiresAt: '2026-11-23T10:01:00.000Z', explanation },
};

export const assigned: ConversationEvent = { type: 'ConversationAssigned', data: { agentId: aiko, offerId: firstOffer } };

export const queued: ConversationEvent = {
  type: 'ReplyQueued',
  data: { replyId, agentId: aiko, content: { type: 'text', text: 'hello' } },
};

export const sending = (attempt: number): ConversationEvent => ({ type: 'SendingStarted', data: { replyId, attempt, route: 'push' } });

export const accepted: ConversationEvent = {
  type: 'ReplyAccepted',
  data: { replyId, providerMessageIds: ['s1'], acceptedAt: '2026-11-23T10:00:09.000Z' },
};

export const closed: ConversationEvent = { type: 'ConversationClosed', data: { reason: 'closed by agent' } };

/** Up to where an agent holds it. */
export const inHand: readonly ConversationEvent[] = [opened, received(1), requested, offered, assigned];

export const bot = derivedId('example', 'bot');

/** Up to where a bot answers, under epoch 1. */
export const givenToBot: ConversationEvent = {
  type: 'ControlPassed',
  data: { to: 'bot', epoch: 1, reason: 'conversation opened', botId: bot, queueId },
};

export const withBot: readonly ConversationEvent[] = [opened, received(1, { botId: bot }), givenToBot];
