import { accountStream, type IntegrationAccountEvent, intakeOf, integrationAccountDecider } from '@madoguchi/accounts';
import {
  type Conversation,
  conversationDecider,
  type ConversationEvent,
  conversationId,
  conversationStream,
  type ReopenConversation,
} from '@madoguchi/conversation';
import type { CommandReply, CommandRequest, ReopenClosed } from '@madoguchi/contracts';
import { type EventStore, fold, handleCommand, isErased, type Recorded, Refusal } from '@madoguchi/event-sourcing';
import { queueDecider, type QueueEvent, queueStream } from '@madoguchi/routing';
import { answered, readStream, whole } from './answer-command.js';
import { lastWordOfCustomer } from './last-word-of-customer.js';
import { plainIds, type Pseudonyms } from './pseudonyms.js';

const DAY_MS = 86_400_000;

type Recording = Recorded<ConversationEvent>;
type Opening = Extract<Recording, { type: 'ConversationOpened' }>;
type Opened = Opening['data'];
type Ended = Extract<Recording, { type: 'ConversationClosed' }>;

/**
 * Somebody goes on with a conversation that is closed, within the days that its queue's policy gives. What follows is the next one of the
 * thread, whose id is the reply's `id`; who had the closed one is asked first, when there is a place.
 *
 * Refusals: `no-such-conversation`, `still-open`, `newer-is-open` and `newer-is-closed` (details: `conversationId`), `too-late-to-reopen`
 * (details: `days`, `closedAt`), `account-deleted`, `link-off`, `no-queue`, `customer-erased`.
 */
export const reopenClosed = (store: EventStore, now: () => Date, pseudonyms: Pseudonyms = plainIds) => {
  const streamOf = async (id: string): Promise<readonly Recording[]> =>
    (await store.readStream(readStream(conversationStream, id))) as readonly Recording[];

  const policyOf = async (tenantId: string, queueId: string) => {
    const events = (await store.readStream(queueStream(queueId))) as readonly Recorded<QueueEvent>[];
    return fold(queueDecider, events[0]?.metadata.tenantId === tenantId ? events : []).policy;
  };

  const refuseWithoutAccount = async ({ accountId }: Opened): Promise<void> => {
    const events = await store.readStream(accountStream(accountId));
    const intake = intakeOf(fold(integrationAccountDecider, events as unknown as readonly IntegrationAccountEvent[])).do;
    if (intake === 'gone')
      throw new Refusal('account-deleted', 'The account that the customer wrote to is deleted; nothing can be sent any more.');
    if (intake === 'keep') throw new Refusal('link-off', 'The link of the account is off; nothing can be sent. Switch it on first.');
  };

  return async (request: CommandRequest<ReopenClosed>): Promise<CommandReply> => {
    let next = '';
    const reply = await answered(async () => {
      const { id, command, cause } = whole(request);
      const { tenantId, commandId } = cause;
      const history = await streamOf(id);
      // A reaction to an old message may stand before it.
      const opening = history[0]?.metadata.tenantId === tenantId ? history.find(isOpening)?.data : undefined;
      if (!opening) throw new Refusal('no-such-conversation', 'There is no such conversation.');
      const { threadKey, contactId, number } = opening;
      const conversation = fold(conversationDecider, history as readonly ConversationEvent[]);
      if (conversation.erased || isErased(threadKey)) throw new Refusal('customer-erased', "This customer's data have been erased.");

      next = conversationId(tenantId, await pseudonyms.of(tenantId, threadKey), number + 1);
      const newer = await streamOf(next);
      const recorded = newer.filter(({ metadata }) => metadata.commandId === commandId);
      if (recorded.length > 0) return recorded;
      if (!newer.some(isOpening)) {
        const ended = history.findLast((event): event is Ended => event.type === 'ConversationClosed');
        if (!ended || conversation.status !== 'closed')
          throw new Refusal('still-open', 'This conversation is open; there is nothing to reopen.');
        const queueId = conversation.queueId ?? conversation.handsOverTo;
        if (queueId === undefined)
          throw new Refusal('no-queue', 'This conversation was in no queue; nobody could be asked to go on with it.');
        const { reopenDays } = await policyOf(tenantId, queueId);
        refuseLate(ended, reopenDays, now());
        await refuseWithoutAccount(opening);
      }
      const reopening = commandFor(command, id, opening, conversation, history);
      return handleCommand(store, conversationDecider, conversationStream(next), reopening, { ...cause, subject: contactId }, { now });
    });
    if (reply.ok) return { ...reply, id: next };
    const { refusal } = reply;
    return refusal.code.startsWith('newer-') ? { ok: false, refusal: { ...refusal, details: { conversationId: next } } } : reply;
  };
};

const isOpening = (event: Recording): event is Opening => event.type === 'ConversationOpened';

const refuseLate = ({ metadata: { occurredAt: closedAt } }: Ended, days: number, now: Date): void => {
  if (now.getTime() - Date.parse(closedAt) <= days * DAY_MS) return;
  const message =
    days === 0
      ? 'In this queue no conversation is reopened. The next message of the customer opens a new one.'
      : `It was closed more than ${days} days ago, which is as long as this queue lets conversations be reopened.`;
  throw new Refusal('too-late-to-reopen', message, { days, closedAt });
};

const commandFor = (
  { by, agentId, why }: ReopenClosed,
  fromConversationId: string,
  opening: Opened,
  conversation: Conversation,
  history: readonly Recording[],
): ReopenConversation => {
  const { language = opening.language, queueId = conversation.handsOverTo ?? '', lastOrderKey, thread } = conversation;
  const customerWroteAt = lastWordOfCustomer(history);
  return {
    type: 'ReopenConversation',
    opening: { ...opening, language, number: opening.number + 1, ...(lastOrderKey === '' ? {} : { afterOrderKey: lastOrderKey }) },
    reopened: { fromConversationId, by, why, ...(customerWroteAt === undefined ? {} : { customerWroteAt }) },
    thread,
    queueId,
    preferredAgentId: conversation.owner ?? conversation.snoozed?.agentId ?? agentId,
  };
};
