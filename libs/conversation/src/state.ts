import { isErased, unlessErased } from '@madoguchi/event-sourcing';
import { OrderedMap, OrderedSet } from 'immutable';
import type { ChannelType } from './channel-type.js';
import { isNotice } from './content.js';
import { type Control, controlAfter } from './control.js';
import type { ConversationEvent, LanguageInstead, LanguageSource, Receipt, ReplyHandle, SendRoute } from './events.js';
import type { AutomaticText } from './automatic-text.js';
import { initialStanding, type Standing, standingAfter } from './standing.js';
import { type Thread, threadAfter } from './thread.js';

export type ReplyStatus = 'queued' | 'sending' | 'accepted' | 'delivered' | 'read' | 'failed' | 'unknown';

export interface ReplyState {
  readonly status: ReplyStatus;
  readonly author: 'agent' | 'bot' | AutomaticText;
  /** The control under which it was said. */
  readonly epoch?: number;
  /** How often sending was started. */
  readonly attempts: number;
  readonly route?: SendRoute['kind'];
  /** ISO 8601. */
  readonly acceptedAt?: string;
  /** The platform's messages that it became, each with how far it has come; empty before it was accepted. */
  readonly parts: ReadonlyMap<string, 'accepted' | 'delivered' | 'read'>;
}

export interface OpenOffer {
  readonly offerId: string;
  readonly agentId: string;
  readonly expiresAt: string;
}

/**
 * What decisions need to know; texts only as far as the next step of sending needs them. What grows with the talk is of a kind that grows
 * without being copied: the whole stream is folded for every command.
 */
export interface Conversation {
  readonly status: 'none' | 'open' | 'closed';
  /**
   * Nobody can read any more who it was with and what was said. Whether that is so counts for decisions; what was said never does.
   * `marked`: an event says so too.
   */
  readonly erased?: 'key destroyed' | 'marked';
  readonly events: number;
  readonly accountId: string;
  readonly channel?: ChannelType;
  readonly customerKey: string;
  readonly lastOrderKey: string;
  /** Provider ids of the customer's messages. */
  readonly received: OrderedSet<string>;
  /** Provider ids of what other apps said. */
  readonly overheard: OrderedSet<string>;
  /** Provider id → the answer that it is of. */
  readonly sent: OrderedMap<string, string>;
  readonly earlyReceipts: readonly ({ readonly providerMessageId: string } & Receipt)[];
  /** The version of the stream at the customer's last message, 0 before it: who saw less may be about to answer blindly. */
  readonly lastCustomerVersion: number;
  /** The version of what they wrote last themselves: no notice of a platform. */
  readonly lastWrittenVersion: number;
  readonly queueId?: string;
  /** The customer's, where it is known. */
  readonly language?: string;
  /** `said`: by an agent or a bot who has talked with them. `override`: detected, where the account lets that count first. */
  readonly languageFrom?: LanguageSource | 'override' | 'said';
  /** It sleeps: by whom, and until when; without a time: until the customer answers. */
  readonly snoozed?: { readonly agentId: string; readonly until?: string };
  readonly offer?: OpenOffer;
  /** Of every offer that was made, so that a repeated command is recognised. */
  readonly offersMade: OrderedSet<string>;
  readonly owner?: string;
  readonly assignedBy?: string;
  readonly control: Control;
  readonly standing: Standing;
  /** Where the platform has one app at a time write in a thread: whose turn it is there. */
  readonly thread?: Thread;
  /** The queue that people wait in when the bot hands over without naming one. */
  readonly handsOverTo?: string;
  /** Answers of bots that were recorded or refused. */
  readonly botTurns: OrderedSet<string>;
  readonly replies: OrderedMap<string, ReplyState>;
  readonly replyHandle?: ReplyHandle;
  /** Files that are stored. */
  readonly mediaStored: OrderedSet<string>;
  /** Files that could not be fetched, and that nobody has asked for again since. */
  readonly mediaFailed: OrderedSet<string>;
}

export const initialConversation = (): Conversation => ({
  status: 'none',
  events: 0,
  accountId: '',
  customerKey: '',
  lastOrderKey: '',
  received: OrderedSet(),
  overheard: OrderedSet(),
  sent: OrderedMap(),
  earlyReceipts: [],
  lastCustomerVersion: 0,
  lastWrittenVersion: 0,
  offersMade: OrderedSet(),
  control: { epoch: 0, holder: 'nobody' },
  standing: initialStanding(),
  botTurns: OrderedSet(),
  replies: OrderedMap(),
  mediaStored: OrderedSet(),
  mediaFailed: OrderedSet(),
});

/** Longer ones are closed and go on in the next conversation, so that a stream stays short enough to fold each time. */
export const MOST_EVENTS = 2_000;

const withReply = (conversation: Conversation, replyId: string, change: Partial<ReplyState>): Conversation => {
  const before = conversation.replies.get(replyId) ?? { status: 'queued', author: 'agent', attempts: 0, parts: new Map() };
  return { ...conversation, replies: conversation.replies.set(replyId, { ...before, ...change }) };
};

/** Who repeats what is known has not learned it. */
const withLanguage = (
  conversation: Conversation,
  language: string | undefined,
  languageFrom: Conversation['languageFrom'],
): Conversation =>
  language === undefined || (language === conversation.language && languageFrom === 'said')
    ? conversation
    : { ...conversation, language, languageFrom };

const sourceOf = (how: { readonly from: LanguageSource; readonly instead?: LanguageInstead | null }): Conversation['languageFrom'] =>
  how.instead === undefined ? how.from : 'override';

const withTurn = (conversation: Conversation, turnId: string | undefined): Conversation =>
  turnId === undefined ? conversation : { ...conversation, botTurns: conversation.botTurns.add(turnId) };

const receiptRank: Readonly<Partial<Record<ReplyStatus, number>>> = { accepted: 1, delivered: 2, read: 3 };

/** Receipts only move forward; whatever the order in which they come, the last truth stays. */
const withReceipt = (conversation: Conversation, replyId: string, status: 'accepted' | 'delivered' | 'read'): Conversation => {
  const known = receiptRank[conversation.replies.get(replyId)?.status ?? 'queued'] ?? 0;
  return (receiptRank[status] ?? 0) > known ? withReply(conversation, replyId, { status }) : conversation;
};

export const evolve = (before: Conversation, event: ConversationEvent): Conversation => {
  const after = afterEvent(before, event);
  const control = controlAfter(before.control, event, after);
  const standing = standingAfter(before.standing, event, after.events);
  // It is our own copy, and one for each event is enough.
  return Object.assign(after, { control, standing });
};

/** A new one, also where nothing of it has changed but the number of events. */
const afterEvent = (before: Conversation, event: ConversationEvent): Conversation => {
  const conversation = { ...before, events: before.events + 1 };
  switch (event.type) {
    case 'ConversationOpened': {
      const { accountId, language, channel, threadKey, customerKey, afterOrderKey = '' } = event.data;
      const { languageFrom: from = 'profile', languageInstead: instead } = event.data;
      const languageFrom = language === undefined ? undefined : sourceOf({ from, instead });
      const erased = isErased(threadKey) ? { erased: 'key destroyed' as const } : {};
      return {
        ...conversation,
        ...erased,
        status: 'open',
        accountId,
        channel,
        language,
        languageFrom,
        customerKey: unlessErased(customerKey) ?? '',
        lastOrderKey: afterOrderKey,
      };
    }
    case 'CustomerMessageReceived': {
      const { providerMessageId, orderKey, replyHandle } = event.data;
      return {
        ...conversation,
        received: isErased(providerMessageId) ? conversation.received : conversation.received.add(providerMessageId),
        lastOrderKey: orderKey > conversation.lastOrderKey ? orderKey : conversation.lastOrderKey,
        lastCustomerVersion: conversation.events,
        lastWrittenVersion: isNotice(event.data) ? conversation.lastWrittenVersion : conversation.events,
        replyHandle: unlessErased(replyHandle) ?? conversation.replyHandle,
      };
    }
    case 'AgentRequested':
      return {
        ...withLanguage(conversation, event.data.language, 'said'),
        queueId: event.data.queueId,
        owner: undefined,
        snoozed: undefined,
      };
    case 'ConversationSnoozed':
      return { ...conversation, owner: undefined, snoozed: event.data };
    case 'LanguageLearned':
      return withLanguage(conversation, event.data.language, sourceOf(event.data));
    case 'LanguageCorrected':
      return { ...conversation, language: event.data.language, languageFrom: 'said' };
    case 'ConversationOffered': {
      const { offerId, agentId, expiresAt } = event.data;
      return { ...conversation, offer: { offerId, agentId, expiresAt }, offersMade: conversation.offersMade.add(offerId) };
    }
    case 'OfferReturned':
      return { ...conversation, offer: undefined };
    case 'ConversationAssigned':
      return { ...conversation, offer: undefined, owner: event.data.agentId, assignedBy: event.data.offerId };
    case 'ControlPassed': {
      const { to, queueId } = event.data;
      if (to === 'bot')
        return { ...conversation, owner: undefined, assignedBy: undefined, offer: undefined, snoozed: undefined, handsOverTo: queueId };
      // Who takes it out of a bot's hands takes it out of the queue in which it would have waited.
      return to === 'agent' ? { ...conversation, queueId: conversation.queueId ?? conversation.handsOverTo } : conversation;
    }
    case 'OtherAppWrote': {
      const { providerMessageId, orderKey } = event.data;
      return {
        ...conversation,
        overheard: isErased(providerMessageId) ? conversation.overheard : conversation.overheard.add(providerMessageId),
        lastOrderKey: orderKey > conversation.lastOrderKey ? orderKey : conversation.lastOrderKey,
      };
    }
    case 'ThreadControlMoved':
    case 'ThreadControlTried':
      return { ...conversation, thread: threadAfter(conversation.thread, event) };
    case 'BotAnswerRefused':
    case 'BotStayedSilent':
      return withTurn(conversation, event.data.turnId);
    case 'ReplyQueued': {
      const { replyId, turnId, botId, automatic, epoch } = event.data;
      const author = automatic?.what ?? (botId === undefined ? 'agent' : 'bot');
      return withTurn(withReply(conversation, replyId, { status: 'queued', author, epoch }), turnId);
    }
    case 'ReplyRequeued':
      return withReply(conversation, event.data.replyId, {
        status: 'queued',
        ...(event.data.agentId === undefined ? {} : { author: 'agent' }),
      });
    case 'SendingStarted': {
      const { replyId, attempt, route } = event.data;
      const handle = route === 'reply' ? { replyHandle: undefined } : {};
      return { ...withReply(conversation, replyId, { status: 'sending', attempts: attempt, route }), ...handle };
    }
    case 'SendingDeferred':
      return withReply(conversation, event.data.replyId, { status: 'queued' });
    case 'ReplyAccepted': {
      const { replyId, acceptedAt } = event.data;
      const providerMessageIds = unlessErased(event.data.providerMessageIds) ?? [];
      const sent = conversation.sent.merge(providerMessageIds.map((id) => [id, replyId] as const));
      const earlyReceipts = conversation.earlyReceipts.filter((receipt) => !providerMessageIds.includes(receipt.providerMessageId));
      const parts = new Map(providerMessageIds.map((id) => [id, 'accepted'] as const));
      return { ...withReply(withReceipt(conversation, replyId, 'accepted'), replyId, { acceptedAt, parts }), sent, earlyReceipts };
    }
    case 'ReplyPartReported': {
      const { replyId, providerMessageId, status } = event.data;
      if (isErased(providerMessageId)) return conversation;
      const parts = new Map(conversation.replies.get(replyId)?.parts).set(providerMessageId, status);
      return withReply(conversation, replyId, { parts });
    }
    case 'ReplyDelivered':
      return withReceipt(conversation, event.data.replyId, 'delivered');
    case 'ReplyRead':
      return withReceipt(conversation, event.data.replyId, 'read');
    case 'ReceiptCameEarly':
      return withEarlyReceipt(conversation, event.data);
    case 'ReplyFailed':
      return withReply(conversation, event.data.replyId, { status: 'failed' });
    case 'ReplyOutcomeUnknown':
      return withReply(conversation, event.data.replyId, { status: 'unknown' });
    case 'MediaStored':
      return {
        ...conversation,
        mediaStored: conversation.mediaStored.add(event.data.mediaId),
        mediaFailed: conversation.mediaFailed.delete(event.data.mediaId),
      };
    case 'MediaFetchFailed':
      return { ...conversation, mediaFailed: conversation.mediaFailed.add(event.data.mediaId) };
    case 'MediaRequestedAgain':
      return { ...conversation, mediaFailed: conversation.mediaFailed.delete(event.data.mediaId) };
    case 'ConversationClosed':
      return { ...conversation, status: 'closed', offer: undefined };
    case 'ConversationErased':
      return { ...conversation, erased: 'marked' };
    case 'ConversationReopened':
    case 'CustomerMessageEdited':
    case 'CustomerMessageUnsent':
    case 'CustomerReacted':
    case 'AgentReacted':
    case 'AgentReactionFailed':
    case 'ThreadControlRequested':
    case 'NoteAdded':
    case 'AutomaticTextSkipped':
    case 'SlaWarned':
    case 'SlaBreached':
      return conversation;
    default:
      return unknownEvent(conversation, event);
  }
};

const withEarlyReceipt = (conversation: Conversation, { providerMessageId, ...receipt }: EarlyReceipt): Conversation => {
  if (isErased(providerMessageId)) return conversation;
  const words = receipt.status === 'failed' ? { ...receipt, reason: unlessErased(receipt.reason) ?? '' } : receipt;
  return { ...conversation, earlyReceipts: [...conversation.earlyReceipts, { providerMessageId, ...words }] };
};

type EarlyReceipt = Extract<ConversationEvent, { type: 'ReceiptCameEarly' }>['data'];

/** A later version of Madoguchi may have written it; it must not stop this one. */
const unknownEvent = (conversation: Conversation, _event: never): Conversation => conversation;
