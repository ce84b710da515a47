import type {
  Audience,
  AgentRequestReason,
  AutomaticText,
  ChannelType,
  Choice,
  ChoicesStyle,
  ContentType,
  ConversationEvent,
  HandOverReason,
  MessageContent,
  OfferExplanation,
  ServiceTarget,
} from '@madoguchi/conversation';
import type { Personal } from '@madoguchi/event-sourcing';
import type { QueuePolicy } from '@madoguchi/routing';
import type { ChannelCapabilities, FileKind } from './capabilities.js';
import type { WrapUpView } from './desk-work.js';

/** What `{desk}/api/v1` says. Times are ISO 8601 in UTC; ids are lower-case uuids; positions are decimal text. */

/** One that everybody has, or the id of a role of the tenant. */
export type Role = 'admin' | 'supervisor' | 'agent' | (string & {});

/** `GET /sessions/current`, answer of `POST /sessions`. */
export interface SessionView {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly agentId: string | null;
  };
  readonly tenant: { readonly id: string; readonly name: string };
  /** What the role allows, such as `conversations.all`. */
  readonly permissions: readonly string[];
  /** Only when `POST /sessions` asked for it with `bearer: true`. */
  readonly token?: string;
}

export type ConversationStatus = 'not routed' | 'bot' | 'waiting' | 'offered' | 'assigned' | 'snoozed' | 'closed';

export const CONVERSATION_VIEWS = ['my', 'queue', 'bot', 'snoozed', 'wrap-up', 'all', 'done'] as const;
export type ConversationView = (typeof CONVERSATION_VIEWS)[number];

/** One row of the list. */
export interface ConversationRow {
  readonly id: string;
  readonly status: ConversationStatus;
  readonly channel: ChannelType;
  /** `internal`: a member of the own company asks. */
  readonly audience: Audience;
  readonly account: {
    readonly id: string;
    readonly name: string;
    /** Its information was deleted: what was said can be read, and nothing can be sent any more. */
    readonly deleted?: true;
  };
  readonly customer: {
    readonly contactId: string;
    readonly name: string | null;
    /** `GET /media/{mediaId}`, on the desk's own origin. */
    readonly pictureUrl: string | null;
    readonly language: string | null;
    readonly blocked: boolean;
    /** Nobody can read any more who it was and what was said. */
    readonly erased: boolean;
  };
  readonly queue: { readonly id: string; readonly name: string } | null;
  /** Null until a person has taken it: a bot is never the owner. */
  readonly owner: { readonly agentId: string; readonly name: string } | null;
  /** Who answers while a bot has control; absent or null: no bot does. */
  readonly bot?: { readonly id: string; readonly name: string } | null;
  /** It sleeps: until when at the latest (null: until the customer answers), and to whom it comes back. */
  readonly snoozed?: { readonly until: string | null; readonly agentId: string; readonly name: string } | null;
  readonly lastMessage: {
    readonly from: 'customer' | 'agent' | 'bot';
    readonly type: ContentType;
    readonly line: string;
    readonly at: string;
  } | null;
  /** The platform's time of the customer's last message. */
  readonly customerWroteAt: string | null;
  /** Customer messages since our side last did something. */
  readonly unread: number;
  /** Since when the customer waits for us; null when we had the last word. */
  readonly waitingSince: string | null;
  /** Of what the queue promises, what comes next; absent or null: nothing is promised, or all was kept. */
  readonly sla?: SlaView | null;
  readonly openedAt: string;
  readonly version: number;
}

export interface SlaView {
  readonly kind: ServiceTarget;
  /** Only business time counts until then. Null while it is paused, and where the queue will never be open for so long. */
  readonly dueAt: string | null;
  /** `warned`: as much has passed as the policy warns at. `paused`: while it waits for the customer. */
  readonly state: 'running' | 'warned' | 'breached' | 'paused';
}

/** `GET /conversations?view=&cursor=`. */
export interface ConversationPage {
  readonly items: readonly ConversationRow[];
  readonly nextCursor: string | null;
  /** 1,000 means: that many or more. */
  readonly counts: Readonly<Record<ConversationView, number>>;
  /** The read model's place in the log: follow `live` from here. */
  readonly position: string;
}

/** `GET /conversations/{id}`. */
export interface ConversationDetail extends ConversationRow {
  readonly threadNumber: number;
  readonly earlier: readonly {
    readonly id: string;
    readonly number: number;
    readonly openedAt: string;
    readonly closedAt: string | null;
  }[];
  /** Of the last offer: why this agent. */
  readonly explanation: OfferExplanation | null;
  readonly capabilities: ChannelCapabilities;
  /** Of its queue; null: it has none. */
  readonly policy: { readonly mayClaim: boolean; readonly reopenDays: number; readonly wrapUp: QueuePolicy['wrapUp'] } | null;
  /** What its last owner said it was about, or has to say yet; null: nothing was said, and nothing waits for it. */
  readonly wrapUp: WrapUpView | null;
  /** The bot that goes on with it when the owner wants so; null: none answers on this account. */
  readonly accountBot: { readonly id: string; readonly name: string } | null;
  readonly position: string;
}

export type DeliveryState = 'waiting' | 'sending' | 'accepted' | 'delivered' | 'read' | 'failed' | 'unknown';

export interface MediaView {
  readonly mediaId: string;
  readonly state: 'fetching' | 'stored' | 'failed';
  /** `GET /media/{mediaId}`, on the desk's own origin. */
  readonly url: string | null;
  readonly fileName: string | null;
  readonly mimeType: string | null;
  readonly size: number | null;
  readonly reason: string | null;
}

/** One entry of a conversation, oldest first. `order` is unique in the conversation and compares as text. */
export type TimelineEntry = { readonly id: string; readonly order: string; readonly at: string } & (
  | {
      readonly kind: 'customer message';
      readonly providerMessageId: string;
      /** What it says now; an empty text once it is unsent. */
      readonly content: Personal<MessageContent>;
      readonly media: MediaView | null;
      /** Every file of it; of a mail its HTML, its attachments and the mail itself, as far as they are named in `content`. */
      readonly files: readonly MediaView[];
      readonly sender: { readonly id: string; readonly name: string | null } | null;
      readonly lateBySeconds: number | null;
      /** What it said before, oldest first; `at`: when it was changed. */
      readonly edits: readonly { readonly content: MessageContent; readonly at: string }[];
      readonly unsentAt: string | null;
      readonly reactions: readonly string[];
      /** The agent's. `problem`: why the customer does not see it. */
      readonly ourReaction: {
        readonly emoji: string;
        readonly problem: { readonly code: string; readonly reason: string; readonly remedy: string } | null;
      } | null;
      /** The `id` of the entry that it answers, where that is known. */
      readonly replyTo: string | null;
    }
  | {
      readonly kind: 'reply';
      /** Null: a bot said it, or nobody. */
      readonly agent: { readonly id: string; readonly name: string } | null;
      readonly bot?: { readonly id: string; readonly name: string } | null;
      /** A text of the queue, that nobody wrote for this customer. */
      readonly automatic?: AutomaticText | null;
      readonly content: Personal<MessageContent>;
      readonly media: MediaView | null;
      readonly files: readonly MediaView[];
      readonly delivery: DeliveryState;
      readonly problem: { readonly code: string; readonly reason: string; readonly remedy: string } | null;
      readonly reactions: readonly string[];
    }
  | { readonly kind: 'note'; readonly agent: { readonly id: string; readonly name: string }; readonly text: Personal<string> }
  | {
      readonly kind: 'system';
      readonly what:
        | 'opened'
        | 'reopened'
        | 'agent requested'
        | 'offered'
        | 'offer lapsed'
        | 'offer declined'
        | 'offer withdrawn'
        | 'assigned'
        | 'closed'
        | 'erased'
        | 'given to bot'
        | 'handed over'
        | 'taken over'
        | 'bot answer refused'
        | 'taken by bot'
        | 'thread elsewhere'
        | 'thread wanted'
        | 'thread not moved'
        | 'snoozed'
        | 'language corrected'
        | 'sla warned'
        | 'sla breached';
      readonly agent: { readonly id: string; readonly name: string } | null;
      readonly bot?: { readonly id: string; readonly name: string } | null;
      /** Of what it is the line of; absent where an older version wrote the line. */
      readonly reason?: AgentRequestReason | HandOverReason | ControlReason | CloseReason | null;
      readonly queue?: { readonly id: string; readonly name: string } | null;
      /** Who is asked first. */
      readonly toAgent?: { readonly id: string; readonly name: string } | null;
      /** Of a sleep. */
      readonly until?: string | null;
      /** Of a correction: BCP 47. */
      readonly language?: string | null;
      /** Of a warning or a breach: what was promised, and until when. */
      readonly promised?: { readonly target: ServiceTarget; readonly dueAt: string } | null;
      /** Of a hand-over: what the bot has found out; of a conversation that goes on with another: why. */
      readonly summary?: string | null;
    }
);

type ControlReason = Extract<ConversationEvent, { type: 'ControlPassed' }>['data']['reason'];
type CloseReason = Extract<ConversationEvent, { type: 'ConversationClosed' }>['data']['reason'];

/** `GET /conversations/{id}/messages?before=&limit=`: the newest page first in time, entries inside oldest first. */
export interface TimelinePage {
  readonly items: readonly TimelineEntry[];
  readonly previousCursor: string | null;
  readonly position: string;
}

/** One open offer of the signed-in agent. */
export interface OfferView {
  readonly offerId: string;
  readonly conversation: ConversationRow;
  readonly offeredAt: string;
  readonly expiresAt: string;
  readonly explanation: OfferExplanation;
}

/** `POST /sessions`. `bearer`: give the token in the answer too, for a program that keeps no cookies. */
export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  readonly bearer?: boolean;
}

/** What an agent can send; which of it this channel takes, its capabilities say. Files are uploaded first (`POST /media`). */
export type ReplyContent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: FileKind; readonly mediaId: string; readonly caption?: string }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number; readonly title?: string; readonly address?: string }
  | { readonly type: 'sticker'; readonly stickerId: string; readonly packId?: string }
  | { readonly type: 'contact'; readonly name: string; readonly phone: string }
  | {
      readonly type: 'choices';
      readonly style: ChoicesStyle;
      readonly text: string;
      readonly options: readonly Choice[];
      readonly buttonLabel?: string;
    }
  /** `text`: the template with its parameters filled in, as the customer will read it. */
  | {
      readonly type: 'template';
      readonly name: string;
      readonly language: string;
      readonly parameters: readonly string[];
      readonly text: string;
    }
  | { readonly type: 'email'; readonly subject?: string; readonly text: string; readonly mediaIds?: readonly string[] };

/**
 * `POST /conversations/{id}/replies`. `replyTo`: the `providerMessageId` of the customer's message that is answered.
 * `version`: what the agent saw; when the conversation has moved on, 409 `it-changed`. Absent: send anyway.
 */
export interface ReplyRequest {
  readonly content: ReplyContent;
  readonly replyTo?: string;
  readonly version?: number;
}

/** `POST /conversations/{id}/reactions`. `emoji` null takes the reaction back. */
export interface ReactionRequest {
  readonly providerMessageId: string;
  readonly emoji: string | null;
}

/** `POST /conversations/{id}/signs`: what the customer may see while the agent works. Never queued, never repeated: 202 whatever comes of it. */
export interface SignRequest {
  readonly kind: 'typing' | 'read';
}

/** `GET /conversations/{id}/templates`: messages that the platform has approved for this account. */
export interface TemplateList {
  readonly items: readonly { readonly name: string; readonly language: string; readonly text: string; readonly parameters: number }[];
}

/**
 * `GET /conversations/{id}/reply-templates?search=`: texts that the tenant has for answers, at most 50. Those that exist in the
 * conversation's language come first.
 */
export interface ReplyTemplateList {
  /** The conversation's; null: not known. */
  readonly language: string | null;
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    /** What is typed after the slash. */
    readonly shortcut: string | null;
    /** Filled in as far as is known; the one in the conversation's language, or nearly so, first. */
    readonly texts: readonly {
      readonly language: string;
      readonly text: string;
      /** What nobody knew a value for: it stands in the text as `{{name}}`. */
      readonly unfilled: readonly string[];
    }[];
  }[];
}

/** `POST /conversations/{id}/notes`. */
export interface NoteRequest {
  readonly text: string;
}

/** `POST /conversations/{id}/close`. `version` as in {@link ReplyRequest}. */
export interface CloseRequest {
  readonly version?: number;
}

/** `GET /offers`, soonest to lapse first. */
export interface OfferList {
  readonly items: readonly OfferView[];
  readonly position: string;
}

/** Answer of every command: 202 for what happens later, 200 for what is done. Follow `live` to `position`. */
export interface CommandAccepted {
  readonly position: string | null;
  readonly version: number | null;
  /** The id of what the command made: a reply, a note, the conversation that goes on with a closed one. */
  readonly id?: string;
}

/** Answer of `POST /media` (multipart, field `file`). */
export interface UploadedMedia {
  readonly mediaId: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly size: number;
}

/**
 * Frames of `{desk}/api/v1/live?after=<position>`. What a frame names has changed and can be read now; who has seen a
 * frame has everything up to its position. `resync`: too much was missed, read everything again. The socket is closed
 * with 4401 when the session ends.
 */
export type LiveFrame =
  | {
      readonly type: 'changed';
      readonly position: string;
      readonly conversations: readonly string[];
      readonly offers: boolean;
      readonly agents: boolean;
      /** Integration accounts: verified, linked, taken over … Absent: none. */
      readonly accounts?: readonly string[];
    }
  | { readonly type: 'resync'; readonly position: string }
  /** Every 15 s, so that a dead line is noticed. */
  | { readonly type: 'alive'; readonly position: string };
