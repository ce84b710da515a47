import { type ConversationEvent, isNotice } from '@madoguchi/conversation';

/** By the platform's time: how long one may still write to them follows from it. */
export const lastWordOfCustomer = (history: readonly ConversationEvent[]): string | undefined =>
  history.reduce<string | undefined>((last, { type, data }) => {
    const at =
      type === 'CustomerMessageReceived' && !isNotice(data)
        ? data.sentAt
        : type === 'ConversationReopened'
          ? data.customerWroteAt
          : undefined;
    return at !== undefined && (last === undefined || at > last) ? at : last;
  }, undefined);
