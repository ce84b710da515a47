import { derivedId, type StreamName, streamName } from '@madoguchi/event-sourcing';

export const CONVERSATION = 'conversation';

/** One running conversation per thread; order is kept inside it. `conversationKey`: the customer's id, or the group's. */
export const threadKey = (accountId: string, conversationKey: string): string => `${accountId}/${conversationKey}`;

/** Derived, so that two first messages at once compute the same id. `number` is 1 for the first conversation of the thread. */
export const conversationId = (tenantId: string, thread: string, number: number): string =>
  derivedId('conversation', tenantId, thread, number);

export const conversationStream = (id: string): StreamName => streamName(CONVERSATION, id);

/** One person at one account. */
export const contactId = (tenantId: string, accountId: string, customerKey: string): string =>
  derivedId('contact', tenantId, accountId, customerKey);
