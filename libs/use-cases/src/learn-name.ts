import { contactDecider, contactStream } from '@madoguchi/conversation';
import type { InboundItem } from '@madoguchi/contracts';
import { type Cause, derivedId, type EventStore, handleCommand } from '@madoguchi/event-sourcing';

const REMEMBERED_NAMES = 10_000;

/**
 * Some platforms say a customer's name with each message: the contact learns it when it has changed. What was said last is remembered,
 * so that the log is asked for new names only, and for all when a conversation begins: they may have been erased since.
 */
export const learnName = (store: EventStore, now: () => Date) => {
  const remembered = new Map<string, string>();

  return async (item: Extract<InboundItem, { kind: 'message' }>, cause: Cause, begins: boolean): Promise<void> => {
    const { displayName, language } = item.customer;
    const id = cause.subject;
    if (!displayName || !id) return;
    const said = JSON.stringify([displayName, language]);
    if (!begins && remembered.get(id) === said) return;
    const command = { type: 'LearnName', displayName, language, at: item.sentAt } as const;
    const following = { ...cause, commandId: derivedId('profile', cause.commandId) };
    await handleCommand(store, contactDecider, contactStream(id), command, following, { now });
    remembered.delete(id);
    remembered.set(id, said);
    if (remembered.size > REMEMBERED_NAMES) remembered.delete(remembered.keys().next().value!);
  };
};
