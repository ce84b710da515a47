import type { Personal } from '@madoguchi/event-sourcing';
import type { ChannelType } from './channel-type.js';
import type { MessageContent } from './content.js';
import type { OfferExplanation } from './offer-explanation.js';
import type { AutomaticText } from './automatic-text.js';
import type { ServiceTarget } from './service-target.js';

export type { OfferExplanation };

export type ConversationEvent =
  | {
      readonly type: 'ConversationOpened';
      readonly data: {
        /** Account and customer: one running conversation per thread. See `threadKey`. */
        readonly threadKey: Personal<string>;
        readonly accountId: string;
        readonly channel: ChannelType;
        /** 1 for the first conversation of the thread. */
        readonly number: number;
        /** The customer's id at the platform (personal). */
        readonly customerKey: Personal<string>;
        readonly contactId: string;
        /** As the platform told it with the message (personal). */
        readonly customerName?: Personal<string>;
        readonly language?: string;
        /** How it is known; absent in what was recorded before there was more than one way: the platform told it. */
        readonly languageFrom?: LanguageSource;
        readonly languageInstead?: LanguageInstead | null;
        /** How far the platform's order had come in the conversation before: what lies behind it comes late. */
        readonly afterOrderKey?: string;
      };
    }
  /** Somebody goes on with the closed one before it. */
  | {
      readonly type: 'ConversationReopened';
      readonly data: {
        readonly fromConversationId: string;
        /** The agent, or the supervisor who is none. */
        readonly by: string;
        readonly why: Personal<string>;
        /** Their last word before it, by the platform's time, ISO 8601: how long one may still write to them follows from it. */
        readonly customerWroteAt?: string;
      };
    }
  | {
      readonly type: 'CustomerMessageReceived';
      readonly data: {
        readonly messageId: string;
        /** Some platforms write a telephone number into it (personal). */
        readonly providerMessageId: Personal<string>;
        readonly content: Personal<MessageContent>;
        /** The platform's time, ISO 8601. */
        readonly sentAt: string;
        /** Compares as text: the platform's own order inside the thread. */
        readonly orderKey: string;
        /** No person said it: see `isFromPerson`. Told apart from the content, because totals outlive it. */
        readonly notice?: true;
        /** The bot that had control when it came; absent: no bot is to answer it. */
        readonly botId?: string;
        /** It came after a message that the platform had sent later, or was kept for a time while the link was off. */
        readonly late?: true;
        /** In groups: who of them wrote (personal). */
        readonly sender?: Personal<{ readonly id: string; readonly name?: string }>;
        readonly replyTo?: Personal<{ readonly providerMessageId: string }>;
        /** A one-time right to answer, where the platform gives one. */
        readonly replyHandle?: Personal<ReplyHandle>;
        /** What the platform wants to see when this message is quoted. */
        readonly quoteToken?: Personal<string>;
        /** What the platform wants to see when it is marked as read. */
        readonly readToken?: Personal<string>;
      };
    }
  | {
      readonly type: 'CustomerMessageEdited';
      readonly data: {
        readonly providerMessageId: Personal<string>;
        readonly content: Personal<MessageContent>;
        readonly editedAt: string;
      };
    }
  | { readonly type: 'CustomerMessageUnsent'; readonly data: { readonly providerMessageId: Personal<string>; readonly unsentAt: string } }
  | {
      readonly type: 'CustomerReacted';
      readonly data: {
        readonly providerMessageId: Personal<string>;
        readonly reactions: Personal<readonly string[]>;
        readonly reactedAt: string;
      };
    }
  | {
      readonly type: 'MediaStored';
      /** `sha256`: who has the same file could recognise it (personal). */
      readonly data: {
        readonly mediaId: string;
        readonly mimeType: string;
        readonly size: number;
        readonly sha256: Personal<string>;
        readonly fileName?: Personal<string>;
      };
    }
  /** An agent's reaction to a customer's message; null takes it back. */
  | {
      readonly type: 'AgentReacted';
      readonly data: { readonly providerMessageId: Personal<string>; readonly agentId: string; readonly reaction: Personal<string | null> };
    }
  | {
      readonly type: 'AgentReactionFailed';
      readonly data: {
        readonly providerMessageId: Personal<string>;
        readonly reaction: Personal<string | null>;
        readonly code: string;
        readonly reason: Personal<string>;
        readonly remedy: string;
      };
    }
  /** Somebody asked for a file again whose fetch had failed. */
  | { readonly type: 'MediaRequestedAgain'; readonly data: { readonly mediaId: string; readonly agentId: string } }
  | {
      readonly type: 'MediaFetchFailed';
      readonly data: { readonly mediaId: string; readonly code: string; readonly reason: Personal<string>; readonly remedy: string };
    }
  | {
      readonly type: 'AgentRequested';
      readonly data: {
        readonly queueId: string;
        readonly reason: AgentRequestReason;
        readonly skills?: readonly string[];
        readonly language?: string;
        /** Comes before everybody else when free. */ readonly preferredAgentId?: string;
        /** Of whom wanted it so. */ readonly by?: string;
      };
    }
  /** Out of the owner's hands until then, or until the customer writes. Without a time it is the customer's turn: only their answer, or somebody by hand, wakes it. */
  | { readonly type: 'ConversationSnoozed'; readonly data: { readonly agentId: string; readonly until?: string } }
  /** The customer's language is known, or known better than before. */
  | {
      readonly type: 'LanguageLearned';
      readonly data: { readonly language: string; readonly from: LanguageSource; readonly instead?: LanguageInstead | null };
    }
  | { readonly type: 'LanguageCorrected'; readonly data: { readonly agentId: string; readonly language: string } }
  | {
      readonly type: 'ConversationOffered';
      readonly data: {
        readonly offerId: string;
        readonly agentId: string;
        readonly queueId: string;
        readonly expiresAt: string;
        readonly explanation: OfferExplanation;
      };
    }
  | {
      readonly type: 'OfferReturned';
      readonly data: { readonly offerId: string; readonly agentId: string; readonly outcome: 'lapsed' | 'declined' | 'withdrawn' };
    }
  /** Somebody else may speak from now on; `epoch` counts these changes. What the bot has found out comes with it. */
  | {
      readonly type: 'ControlPassed';
      readonly data: {
        readonly to: 'bot' | 'agent' | 'nobody';
        readonly epoch: number;
        readonly reason: 'conversation opened' | 'given back' | 'agent took over' | 'bot took over' | HandOverReason;
        /** The bot that has it now, or had it before. */
        readonly botId?: string;
        readonly agentId?: string;
        /** To a bot: where it hands over to when it names no queue itself. */
        readonly queueId?: string;
        readonly skills?: readonly string[];
        readonly language?: string;
        readonly summary?: Personal<string>;
        readonly fields?: Personal<readonly { readonly name: string; readonly value: string }[]>;
      };
    }
  /** A bot wanted to say something when it had no control any more: the customer never saw it. */
  | {
      readonly type: 'BotAnswerRefused';
      readonly data: {
        readonly turnId: string;
        readonly botId: string;
        /** Under which it was asked, and the one that holds now. */
        readonly epoch: number;
        readonly heldUnder: number;
        readonly holder: 'bot' | 'agent' | 'nobody';
      };
    }
  /** The bot has seen what the customer wrote and has nothing to say to it. */
  | { readonly type: 'BotStayedSilent'; readonly data: { readonly turnId: string; readonly botId: string; readonly epoch: number } }
  /** Said to the customer by another app of the platform's: the bot that has the thread there, or somebody in the platform's own inbox. */
  | {
      readonly type: 'OtherAppWrote';
      readonly data: {
        readonly messageId: string;
        readonly providerMessageId: Personal<string>;
        readonly content: Personal<MessageContent>;
        /** The platform's time, ISO 8601. */
        readonly sentAt: string;
        readonly orderKey: string;
        readonly late?: true;
        /** The platform's id of the app. */
        readonly appId?: string;
        /** Where that app is a bot of this account. */
        readonly botId?: string;
      };
    }
  /** At the platform one app at a time may write in a thread; since `at` (ISO 8601) it is this one. `seen`: told by the way a message came. */
  | {
      readonly type: 'ThreadControlMoved';
      readonly data: {
        readonly owner: ThreadOwner;
        readonly how: 'passed' | 'taken' | 'seen';
        readonly at: string;
        readonly appId?: string;
      };
    }
  /** Another app asks for the thread that we have. */
  | { readonly type: 'ThreadControlRequested'; readonly data: { readonly at: string; readonly appId?: string; readonly botId?: string } }
  /** What became of our call at the platform that the thread shall follow the control of this epoch. */
  | {
      readonly type: 'ThreadControlTried';
      readonly data: {
        readonly action: ThreadAction;
        readonly epoch: number;
        readonly outcome: 'done' | 'refused' | 'unknown';
        readonly at: string;
        readonly code?: string;
        readonly reason?: Personal<string>;
        readonly remedy?: string;
      };
    }
  | { readonly type: 'ConversationAssigned'; readonly data: { readonly agentId: string; readonly offerId: string } }
  | {
      readonly type: 'ReplyQueued';
      readonly data: {
        readonly replyId: string;
        /** Who says it; absent: a bot, or the queue by itself. */
        readonly agentId?: string;
        readonly botId?: string;
        /** A text of the queue, that nobody wrote for this customer. `opensAt`: the opening that it names, ISO 8601. */
        readonly automatic?: { readonly what: AutomaticText; readonly opensAt?: string };
        /** The control under which it was said; absent in what was recorded before there was any. */
        readonly epoch?: number;
        /** Of a bot: to which of its turns it belongs. */
        readonly turnId?: string;
        readonly content: Personal<MessageContent>;
        readonly replyTo?: Personal<{ readonly providerMessageId: string }>;
      };
    }
  | {
      readonly type: 'SendingStarted';
      readonly data: { readonly replyId: string; readonly attempt: number; readonly route: SendRoute['kind'] };
    }
  /** The platform has certainly not taken it and wants to be asked later (ISO 8601). */
  | {
      readonly type: 'SendingDeferred';
      readonly data: { readonly replyId: string; readonly attempt: number; readonly until: string; readonly reason: Personal<string> };
    }
  | {
      readonly type: 'ReplyAccepted';
      readonly data: { readonly replyId: string; readonly providerMessageIds: Personal<readonly string[]>; readonly acceptedAt?: string };
    }
  /** Of a reply that the platform keeps as several messages: what became of one of them. The reply itself has arrived when all have. */
  | {
      readonly type: 'ReplyPartReported';
      readonly data: {
        readonly replyId: string;
        readonly providerMessageId: Personal<string>;
        readonly status: 'delivered' | 'read';
        readonly at: string;
      };
    }
  | { readonly type: 'ReplyDelivered'; readonly data: { readonly replyId: string; readonly deliveredAt: string } }
  | { readonly type: 'ReplyRead'; readonly data: { readonly replyId: string; readonly readAt: string } }
  | {
      readonly type: 'ReplyFailed';
      readonly data: { readonly replyId: string; readonly code: string; readonly reason: Personal<string>; readonly remedy: string };
    }
  /** The platform may or may not have it: a person must look before it is sent again. */
  | { readonly type: 'ReplyOutcomeUnknown'; readonly data: { readonly replyId: string; readonly reason: Personal<string> } }
  /** A receipt for a message that no recorded answer bears yet: the platform was faster than its own answer to our call. */
  | { readonly type: 'ReceiptCameEarly'; readonly data: { readonly providerMessageId: Personal<string> } & RecordedReceipt }
  | {
      readonly type: 'ReplyRequeued';
      readonly data: { readonly replyId: string; /** Absent: an administrator, after an outage. */ readonly agentId?: string };
    }
  | { readonly type: 'NoteAdded'; readonly data: { readonly noteId: string; readonly agentId: string; readonly text: Personal<string> } }
  /** A text whose time had come, and that would not have been true any more, or not been of use. */
  | { readonly type: 'AutomaticTextSkipped'; readonly data: { readonly what: AutomaticText; readonly reason: SkippedTextReason } }
  /** As much of the promised time has passed as the policy warns at. */
  | { readonly type: 'SlaWarned'; readonly data: PassedTarget }
  /** Nobody did it in the promised time. Recorded once, also when it is found late. */
  | { readonly type: 'SlaBreached'; readonly data: PassedTarget }
  | {
      readonly type: 'ConversationClosed';
      readonly data: { readonly reason: 'closed by agent' | 'closed by bot' | 'too long' | 'customer erased' | 'customer silent' };
    }
  /** The customer's key is destroyed: what was said here can be read by nobody any more, and nothing is added to it. */
  | { readonly type: 'ConversationErased'; readonly data: { readonly erasureId: string } };

/** `channel`: set for the account; `profile`: the platform told it; `detection`: by what the customer wrote. The first of them counts. */
export type LanguageSource = 'channel' | 'profile' | 'detection';

/**
 * Of a detected language, only where the account lets it count before the others: what would have counted without that. Null: nothing else
 * was known.
 */
export interface LanguageInstead {
  readonly language: string;
  readonly from: LanguageSource;
}

export interface PassedTarget {
  readonly target: ServiceTarget;
  /** The version of the event that began the wait; of a resolution: that first wanted a person. */
  readonly since: number;
  /** ISO 8601, business time counted. */
  readonly dueAt: string;
  readonly queueId: string;
  readonly policyVersion: number;
}

/** `closed`: the text that tells so says more. `no opening`: it was to name one, and the queue opens no more. */
export type SkippedTextReason = 'too late' | 'closed' | 'no opening';

/** Why an agent is asked for. */
export type AgentRequestReason =
  | 'first message'
  | 'offer returned'
  | 'owner gone'
  | 'handed over'
  | 'transferred'
  | 'back to queue'
  | 'assigned by supervisor'
  | 'snooze over'
  | 'customer wrote'
  | 'overflow'
  | 'reopened';

/** Why people go on where a bot was. `thread came back`: the platform lets us write and told of no bot that wanted it so. */
export type HandOverReason =
  'bot asked' | 'customer asked' | 'bot failed' | 'bot silent' | 'answer not allowed' | 'bot switched off' | 'thread came back';

/** Whose turn it is at a platform where several apps serve one page. */
export type ThreadOwner = 'us' | 'bot' | 'another app';

/** `take` is granted at once, to whom the platform lets take; `request` asks the owner, who passes it or not. */
export type ThreadAction = 'take' | 'request' | 'pass';

/** What a platform tells of a message afterwards. */
export type Receipt =
  | { readonly status: 'delivered' | 'read'; readonly at: string }
  | { readonly status: 'failed'; readonly at: string; readonly code: string; readonly reason: string; readonly remedy: string };

/** A receipt as an event keeps it: a platform's words may name the number that it could not reach. */
export type RecordedReceipt =
  Exclude<Receipt, { status: 'failed' }> | (Omit<Extract<Receipt, { status: 'failed' }>, 'reason'> & { readonly reason: Personal<string> });

export interface ReplyHandle {
  readonly token: string;
  /** ISO 8601: not to be used after it. */
  readonly expiresAt: string;
}

/** How an answer goes out. `reply` spends a one-time handle. */
export type SendRoute = { readonly kind: 'reply'; readonly token: string } | { readonly kind: 'push' };

/**
 * Which fields are about a person; everything else may be kept after an erasure. Read by the sealed store and by `docs/events.md`. Types
 * say `Personal` for them: whoever reads one must bear that it was erased.
 */
export const personalFields = {
  ConversationOpened: ['customerKey', 'customerName', 'threadKey'],
  ConversationReopened: ['why'],
  CustomerMessageReceived: ['providerMessageId', 'content', 'sender', 'replyTo', 'replyHandle', 'quoteToken', 'readToken'],
  CustomerMessageEdited: ['providerMessageId', 'content'],
  CustomerMessageUnsent: ['providerMessageId'],
  CustomerReacted: ['providerMessageId', 'reactions'],
  AgentReacted: ['providerMessageId', 'reaction'],
  AgentReactionFailed: ['providerMessageId', 'reaction', 'reason'],
  MediaRequestedAgain: [],
  MediaStored: ['sha256', 'fileName'],
  MediaFetchFailed: ['reason'],
  AgentRequested: [],
  ConversationSnoozed: [],
  LanguageLearned: [],
  LanguageCorrected: [],
  ConversationOffered: [],
  OfferReturned: [],
  ConversationAssigned: [],
  ControlPassed: ['summary', 'fields'],
  BotAnswerRefused: [],
  BotStayedSilent: [],
  OtherAppWrote: ['providerMessageId', 'content'],
  ThreadControlMoved: [],
  ThreadControlRequested: [],
  ThreadControlTried: ['reason'],
  ReplyQueued: ['content', 'replyTo'],
  SendingStarted: [],
  SendingDeferred: ['reason'],
  ReplyAccepted: ['providerMessageIds'],
  ReplyPartReported: ['providerMessageId'],
  ReplyDelivered: [],
  ReplyRead: [],
  ReplyFailed: ['reason'],
  ReplyOutcomeUnknown: ['reason'],
  ReceiptCameEarly: ['providerMessageId', 'reason'],
  ReplyRequeued: [],
  NoteAdded: ['text'],
  AutomaticTextSkipped: [],
  SlaWarned: [],
  SlaBreached: [],
  ConversationClosed: [],
  ConversationErased: [],
} as const satisfies Record<ConversationEvent['type'], readonly string[]>;
