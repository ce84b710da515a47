import {
  type Conversation,
  contactDecider,
  contactStream,
  conversationDecider,
  type ConversationEvent,
  conversationId,
  conversationStream,
  isFromPerson,
  shelfDecider,
  shelfStream,
  threadKey,
} from '@madoguchi/conversation';
import type { InboundItem, InboundMessage } from '@madoguchi/contracts';
import {
  type Cause,
  derivedId,
  DuplicateEventIdError,
  type EventStore,
  EventTooLargeError,
  fold,
  handleCommand,
  type RecordedEvent,
  Refusal,
  startOf,
} from '@madoguchi/event-sourcing';
import { changeCommand, receiveCommand, withOwnMedia } from './commands-of-inbound.js';
import { asLinkedMeanwhile } from './as-linked-meanwhile.js';
import { contactOfInbound } from './inbound-contact.js';
import { languageOfCustomer } from './language-of-customer.js';
import { learnName } from './learn-name.js';
import { plainIds } from './pseudonyms.js';
import { commandOfOtherApp, type FromOtherApp } from './receive-from-other-app.js';
import { ThreadNumbers } from './thread-numbers.js';

type ItemOf<Kind extends InboundItem['kind']> = Extract<InboundItem, { kind: Kind }>;

const NO_APP_BOT =
  'another app of the page has this conversation at the platform, and the account has no bot that is this app: name it under Bots';

/** What is said in conversations. The rest is about the contact, or about what we have said ourselves, and comes through. */
const KEPT_WHILE_OFF: ReadonlySet<InboundItem['kind']> = new Set(['message', 'edit', 'unsend', 'reaction', 'other app message']);

/** A platform's clock may be wrong by this much, in milliseconds. */
const CLOCK_SKEW_MS = 10 * 60_000;

export interface IntakePorts {
  /**
   * The bot that answers first on an account, the language in which messages are expected there, and whether what a customer writes in counts
   * before it. `botAppId`: of a bot that is an app at the platform, which has the threads first.
   */
  ofAccount(
    tenantId: string,
    accountId: string,
  ): Promise<{
    readonly botId?: string;
    readonly botAppId?: string;
    readonly language?: string;
    readonly detectedLanguageMayOverride?: boolean;
  }>;
  /** The language of a text, as a tag of BCP 47; undefined when it does not tell. */
  detect(text: string): string | undefined;
}

const isRefused = (error: unknown, code: string): boolean => error instanceof Refusal && error.code === code;

/**
 * Records what a platform told us, once, however often it is delivered.
 *
 * @returns what was recorded for it, now or earlier
 */
export const receiveInbound = (
  store: EventStore,
  now: () => Date,
  pseudonyms = plainIds,
  { ofAccount, detect }: IntakePorts = { ofAccount: async () => ({}), detect: () => undefined },
) => {
  const threads = new ThreadNumbers(store);
  const learn = learnName(store, now);
  const languageOf = languageOfCustomer({ store, detect });
  const options = { now };

  /** As it stands in the ids of conversations. */
  const threadOf = ({ tenantId, accountId, item }: InboundMessage) => pseudonyms.of(tenantId, threadKey(accountId, item.conversationKey));

  const contactOf = (message: InboundMessage) => contactOfInbound(pseudonyms, message);

  const causeOf = async (message: InboundMessage): Promise<Cause & { readonly subject: string }> => {
    const { tenantId, accountId, item } = message;
    const contact = await contactOf(message);
    const commandId = derivedId('inbound', tenantId, accountId, item.dedupKey);
    return { ...startOf(tenantId, { kind: 'customer', id: contact }, commandId), subject: contact };
  };

  const readConversation = async (tenantId: string, thread: string, number: number) => {
    const stream = conversationStream(conversationId(tenantId, thread, number));
    const events = (await store.readStream(stream)) as readonly RecordedEvent<ConversationEvent>[];
    const state: Conversation = fold(conversationDecider, events as unknown as readonly ConversationEvent[]);
    return { events, state };
  };

  /**
   * A redelivery may come when its conversation is long over. It was sent before the conversations that were opened
   * after it, so the search goes back that far, and at least to the one before the last.
   */
  const recordedEarlier = async (message: InboundMessage, item: ItemOf<'message'>, thread: string, last: number, commandId: string) => {
    const sentAt = Date.parse(item.sentAt);
    for (let number = last - 1; number >= 1; number -= 1) {
      const { events } = await readConversation(message.tenantId, thread, number);
      const recorded = events.filter((event) => event.metadata.commandId === commandId);
      if (recorded.length > 0) return recorded;
      const opened = events[0];
      if (opened && Date.parse(opened.recordedAt) < sentAt - CLOCK_SKEW_MS) return [];
    }
    return [];
  };

  const receiveMessage = async (message: InboundMessage, item: ItemOf<'message'>): Promise<readonly RecordedEvent[]> => {
    const { tenantId, accountId } = message;
    if (item.standby && (await ofAccount(tenantId, accountId)).botAppId === undefined)
      return shelve(message, { kind: 'message', reason: NO_APP_BOT, raw: item });
    const cause = await causeOf(message);
    const thread = await threadOf(message);
    const last = await threads.last(tenantId, thread);
    const earlier = await recordedEarlier(message, item, thread, last, cause.commandId);
    if (earlier.length > 0) return earlier;
    const notice = !isFromPerson(item.content);
    if (notice) {
      const shelved = await store.readStream(shelfStream(tenantId, accountId, item.dedupKey));
      const running = shelved.length === 0 && last > 0 && (await readConversation(tenantId, thread, last)).state.status === 'open';
      if (!running) return shelveNotice(message, item);
    }

    for (let number = Math.max(last, 1); ; number += 1) {
      const stream = conversationStream(conversationId(tenantId, thread, number));
      const before = number > 1 ? await readConversation(tenantId, thread, number - 1) : undefined;
      const account = await ofAccount(tenantId, accountId);
      const command = receiveCommand(message, item, {
        thread,
        contactId: cause.subject,
        number,
        afterOrderKey: before?.state.lastOrderKey,
        // A bot would answer what was said long ago.
        botId: message.imported ? undefined : account.botId,
        threadOwner: account.botAppId === undefined ? undefined : item.standby ? 'bot' : 'us',
        language: await languageOf({ item, contactId: cause.subject, ofAccount: account, opening: number > last }),
      });
      let recorded: readonly RecordedEvent<ConversationEvent>[];
      try {
        recorded = await handleCommand(store, conversationDecider, stream, command, cause, options);
      } catch (error) {
        if (error instanceof DuplicateEventIdError) return [];
        // What began this one was sealed for somebody who was erased since: the customer begins anew behind it.
        const begunByErased = isRefused(error, 'customer-erased') && number <= (await threads.last(tenantId, thread));
        if (!begunByErased && !isRefused(error, 'conversation-closed')) throw error;
        if (notice) return shelveNotice(message, item);
        continue;
      }
      const begins = recorded.some(({ type }) => type === 'ConversationOpened');
      await learn(item, cause, begins);
      return recorded;
    }
  };

  const shelveNotice = (message: InboundMessage, item: ItemOf<'message'>) =>
    shelve(message, { kind: item.content.type, reason: 'nobody wrote it, and no conversation was running', raw: item });

  const changeMessage = async (
    message: InboundMessage,
    item: ItemOf<'edit' | 'unsend' | 'reaction' | 'receipt'>,
  ): Promise<readonly RecordedEvent[]> => {
    const { tenantId } = message;
    const cause = await causeOf(message);
    const thread = await threadOf(message);
    const number = await conversationOf(tenantId, thread, item);
    const stream = conversationStream(conversationId(tenantId, thread, number));
    try {
      return await handleCommand(store, conversationDecider, stream, changeCommand(message, item), cause, options);
    } catch (error) {
      // Of somebody who was erased, what platforms tell of the past is left.
      if (error instanceof DuplicateEventIdError || isRefused(error, 'customer-erased')) return [];
      if (isRefused(error, 'no-such-conversation'))
        return shelve(message, { kind: item.kind, reason: 'there is no conversation with this customer', raw: item });
      throw error;
    }
  };

  const shelve = async (
    message: InboundMessage,
    what: { readonly kind: string; readonly reason: string; readonly why?: 'link off'; readonly raw: unknown },
  ) => {
    const { tenantId, accountId, channel, receivedAt, item } = message;
    const command = { type: 'ShelveWebhookItem', accountId, channel, ...what, receivedAt } as const;
    const cause = await causeOf(message);
    // Let in later, the item is recorded under its own command.
    const own = what.why === undefined ? cause : { ...cause, commandId: derivedId('kept', cause.commandId) };
    return handleCommand(store, shelfDecider, shelfStream(tenantId, accountId, item.dedupKey), command, own, options);
  };

  /** Into the conversation that runs; without one, or without a bot that is such an app, onto the shelf. */
  const receiveFromOtherApp = async (message: InboundMessage, item: FromOtherApp): Promise<readonly RecordedEvent[]> => {
    const { tenantId, accountId } = message;
    const aside = (reason: string) => shelve(message, { kind: item.kind, reason, raw: item });
    const { botId, botAppId } = await ofAccount(tenantId, accountId);
    if (botId === undefined || botAppId === undefined) return aside(NO_APP_BOT);
    const thread = await threadOf(message);
    const last = await threads.last(tenantId, thread);
    if (last === 0) return aside('there is no conversation with this customer');
    const command = commandOfOtherApp(message, item, { botId, botAppId }, thread, (content) => withOwnMedia(message, content));
    const stream = conversationStream(conversationId(tenantId, thread, last));
    try {
      return await handleCommand(store, conversationDecider, stream, command, await causeOf(message), options);
    } catch (error) {
      if (error instanceof DuplicateEventIdError) return [];
      // Nothing but a reaction may have come of the next one yet.
      if (isRefused(error, 'conversation-closed') || isRefused(error, 'no-such-conversation'))
        return aside('no conversation with this customer was running');
      throw error;
    }
  };

  /** Somebody who was erased has no key until they write: they are recorded as following, without what the platform calls them. */
  const receiveFollow = async (message: InboundMessage, item: ItemOf<'follow' | 'block'>): Promise<readonly RecordedEvent[]> => {
    const { at, unblocked, customer } = item;
    const cause = await causeOf(message);
    const record = (customerKey?: string) => {
      const command = { type: 'RecordFollow', at, unblocked, accountId: message.accountId, customerKey } as const;
      return handleCommand(store, contactDecider, contactStream(cause.subject), command, cause, options);
    };
    try {
      return await record(customer.key);
    } catch (error) {
      if (!isRefused(error, 'customer-erased')) throw error;
      return record();
    }
  };

  /** Where the message stands, ours or the customer’s, among the last two conversations; else where it will stand when it comes. */
  const conversationOf = async (
    tenantId: string,
    thread: string,
    item: ItemOf<'edit' | 'unsend' | 'reaction' | 'receipt'>,
  ): Promise<number> => {
    const last = await threads.last(tenantId, thread);
    if (item.kind === 'receipt' && 'upTo' in item.about) return last;
    const providerMessageId =
      item.kind === 'receipt' ? (item.about as { providerMessageId: string }).providerMessageId : item.providerMessageId;
    if (last === 0) return 1;
    const holds = ({ received, sent, overheard }: Conversation) =>
      [received, sent, overheard].some((known) => known.has(providerMessageId));
    const { state } = await readConversation(tenantId, thread, last);
    if (holds(state)) return last;
    if (last > 1 && holds((await readConversation(tenantId, thread, last - 1)).state)) return last - 1;
    return state.status === 'closed' && !state.erased && item.kind !== 'receipt' ? last + 1 : last;
  };

  const receive = async (message: InboundMessage): Promise<readonly RecordedEvent[]> => {
    const { item } = message;
    if (message.linkOff && KEPT_WHILE_OFF.has(item.kind)) {
      const linked = await asLinkedMeanwhile(store, message);
      if (!linked) return shelve(message, { kind: item.kind, reason: 'link off', why: 'link off', raw: item });
      message = linked;
    }
    switch (item.kind) {
      case 'message':
        return receiveMessage(message, item);
      case 'edit':
      case 'unsend':
      case 'reaction':
      case 'receipt':
        return changeMessage(message, item);
      case 'follow':
        return receiveFollow(message, item);
      case 'block': {
        const cause = await causeOf(message);
        return handleCommand(store, contactDecider, contactStream(cause.subject), { type: 'RecordBlock', at: item.at }, cause, options);
      }
      case 'other app message':
      case 'thread control':
        return receiveFromOtherApp(message, item);
      case 'unread':
        return shelve(message, { kind: item.platformKind, reason: item.reason, raw: item.raw });
    }
  };
  return async (message: InboundMessage): Promise<readonly RecordedEvent[]> => {
    try {
      return await receive(message);
    } catch (error) {
      if (!(error instanceof EventTooLargeError)) throw error;
      // It was acknowledged, and trying again would never help.
      const { item } = message;
      const raw = item.kind === 'message' && item.content.type === 'email' ? { mail: item.content.raw } : null;
      return shelve(message, { kind: item.kind, reason: 'too large to show', raw });
    }
  };
};
