import type { ChannelType, MessageContent, ReplyHandle, SendRoute, ThreadAction } from '@madoguchi/conversation';
import type { ChannelCapabilities, InboundItem } from '@madoguchi/contracts';
import type { PageLogIn } from './page-log-in.js';
import type { BotMaking } from './bot-making.js';
import type { CredentialField, Credentials } from './credentials.js';

export type { ChannelCapabilities, FileKind, FileLimits, Rate } from '@madoguchi/contracts';

/** A webhook request as it came: header names in lower case, the body's exact bytes. */
export interface WebhookRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** What a platform wants to hear; a POST is answered only after its items are durable. */
export interface WebhookAnswer {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: string;
}

/** An authentic body that cannot be understood is `read` with one `unread` item that holds it whole. */
export type WebhookReading =
  | { readonly verdict: 'refused'; readonly answer: WebhookAnswer; readonly reason: string }
  | { readonly verdict: 'handshake'; readonly answer: WebhookAnswer }
  | {
      readonly verdict: 'read';
      readonly answer: WebhookAnswer;
      readonly items: readonly InboundItem[];
      /** Nothing but a name in the request says whose it is: the account lets in what nobody signed. */
      readonly unproven?: true;
      /** Where one webhook may speak of several accounts: what is not about this one. */
      readonly elsewhere?: readonly ForAnotherAccount[];
    };

/** Part of a webhook that is about another account of the platform. */
export interface ForAnotherAccount {
  /** As {@link Channel.platformAccountId} would name it. */
  readonly platformAccountId: string;
  /** What is kept when nobody here has that account. */
  readonly item: InboundItem;
}

export interface SendRequest {
  readonly route: SendRoute;
  /** The customer's (or group's) id at the platform. */
  readonly recipient: string;
  /** The recipient is a room of several people, where the platform writes to those in another way. */
  readonly toRoom?: true;
  readonly content: MessageContent;
  /** `quoteToken`: of the message, where the platform gave one. */
  readonly replyTo?: { readonly providerMessageId: string; readonly quoteToken?: string };
  /** A uuid, the same for every attempt at the same reply. */
  readonly idempotencyKey: string;
  /** What was said before, for platforms that name it in every message. */
  readonly thread?: {
    /** Of the first mail. */
    readonly subject?: string;
    /** Provider ids of the customer's messages and of ours, oldest first; the last 20. */
    readonly messageIds: readonly string[];
    /** Provider id of the customer's last message. */
    readonly lastCustomerMessageId?: string;
    /** Where the customer wants answers, when not at `recipient`. */
    readonly answerTo?: string;
  };
  /** No person wrote it: machines that answer such messages are not to answer this one. */
  readonly automatic?: true;
  /** A public https address of a stored file, for platforms that fetch by themselves. */
  readonly mediaUrl?: string;
  /** The stored file's bytes, for platforms that want an upload. */
  readonly mediaFile?: OutgoingFile;
  /** Of a mail, every file's bytes. */
  readonly attachments?: readonly OutgoingFile[];
}

export interface OutgoingFile {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly mimeType: string;
}

/** A sign beside the messages. It may get lost; it is never repeated by itself. */
export interface MarkRequest {
  readonly recipient: string;
  readonly mark:
    /** The agent is writing. */
    | { readonly kind: 'typing' }
    /** Everything up to this message of the customer has been read. */
    | { readonly kind: 'read'; readonly providerMessageId: string; readonly readToken?: string }
    /** `null` takes the reaction back. */
    | { readonly kind: 'reaction'; readonly providerMessageId: string; readonly emoji: string | null };
  /** Provider id of the customer's last message: some platforms hang every sign on it. */
  readonly lastCustomerMessageId?: string;
}

export type MarkOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'rejected'; readonly code: string; readonly reason: string; readonly remedy: string }
  /** It was not possible now, or nobody knows. */
  | { readonly outcome: 'failed'; readonly reason: string };

/** What a platform's rules look at before it takes a message. */
export interface SendContext {
  readonly now: Date;
  /** Some platforms take free text only for a time after it. */
  readonly lastCustomerMessageAt?: Date;
}

export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly providerMessageIds: readonly string[] }
  /** For good: `reason` in plain words, `remedy` says what to do. */
  | { readonly outcome: 'rejected'; readonly code: string; readonly reason: string; readonly remedy: string }
  /**
   * Certainly not accepted; ask again after `afterMs`. `useRoute`: this way is closed, take that one at once. `holds`: the platform asks
   * everybody to wait who writes under this account, or to this recipient.
   */
  | {
      readonly outcome: 'retry';
      readonly afterMs: number;
      readonly reason: string;
      readonly useRoute?: SendRoute;
      readonly holds?: 'account' | 'recipient';
    }
  /** It may have been accepted. */
  | { readonly outcome: 'unknown'; readonly reason: string };

/** `text`: its words with `{{1}}`, `{{2}}` … in the places of its `parameters`. */
export interface Template {
  readonly name: string;
  /** As the platform writes it: `ja`, `en_US`. */
  readonly language: string;
  readonly status: 'approved' | 'pending' | 'rejected' | 'paused';
  readonly text: string;
  /** How many. */
  readonly parameters: number;
}

export interface FetchedMedia {
  readonly stream: AsyncIterable<Uint8Array>;
  readonly mimeType?: string;
  readonly size?: number;
  readonly fileName?: string;
}

/** A media fetch that failed. `retryable`: the same call may work later. */
export class MediaUnavailableError extends Error {
  override readonly name = 'MediaUnavailableError';
  constructor(
    readonly code: string,
    readonly reason: string,
    readonly remedy: string,
    readonly retryable: boolean,
    readonly retryAfterMs?: number,
  ) {
    super(reason);
  }
}

export interface ConnectionCheck {
  /** `token`, `account matches`, `webhook`, …: stable, for translated texts. */
  readonly check: string;
  readonly ok: boolean;
  readonly reason?: string;
  readonly remedy?: string;
  readonly milliseconds: number;
}

/** What became of one step on the way of a number, or of a code, at a platform. */
export type StepOutcome =
  | { readonly outcome: 'done' }
  /** Certainly nothing happened. `final`: the platform will never take this number. */
  | { readonly outcome: 'refused'; readonly code: string; readonly reason: string; readonly remedy: string; readonly final?: true }
  /** It may have happened. */
  | { readonly outcome: 'unknown'; readonly reason: string };

/** A code that opens a chat with a prefilled text. `link`: what stands in the QR code. */
export interface PlatformCode {
  readonly platformCode: string;
  readonly link: string;
}

/** Nothing here throws for what a platform or network does, and everything may be repeated without harm. */
export interface ChatCodesAtPlatform {
  /** Makes a code, or gives the one with this `platformCode` another text. No two codes of a number have the same text. */
  put(
    code: { readonly prefilledText: string; readonly platformCode?: string },
    credentials: Credentials,
    signal: AbortSignal,
  ): Promise<({ readonly outcome: 'done' } & PlatformCode) | Exclude<StepOutcome, { outcome: 'done' }>>;
  /** That there is no such code any more is a good outcome too. */
  remove(platformCode: string, credentials: Credentials, signal: AbortSignal): Promise<StepOutcome>;
}

/** How far a number has come at its platform. */
export interface NumberStanding {
  /** It was shown, by a code, that the number is ours. */
  readonly verified: boolean;
  /** It was registered; after that it takes the platform some minutes. */
  readonly registered: boolean;
  /** It sends and receives. */
  readonly connected: boolean;
  /** Why the platform does not want it. */
  readonly barred?: { readonly code: string; readonly reason: string; readonly remedy: string };
}

/** Brings a number onto the platform. Nothing here throws for what a platform or network does. */
export interface NumberOnboarding {
  /** Has a code sent to the number. `language`: BCP 47, of the message. */
  requestCode(method: 'sms' | 'voice', language: string, credentials: Credentials, signal: AbortSignal): Promise<StepOutcome>;
  verifyCode(code: string, credentials: Credentials, signal: AbortSignal): Promise<StepOutcome>;
  /** `pin`: six digits; the number's own where it has one, else it gets this one. Platforms count these calls over days. */
  register(pin: string, credentials: Credentials, signal: AbortSignal): Promise<StepOutcome>;
  /** Undefined: the platform does not tell now. */
  standing(credentials: Credentials, signal: AbortSignal): Promise<NumberStanding | undefined>;
}

/** What became of one call about a thread. */
export type ThreadOutcome =
  | { readonly outcome: 'done' }
  /** For good: `reason` in plain words, `remedy` says what to do. */
  | { readonly outcome: 'refused'; readonly code: string; readonly reason: string; readonly remedy: string }
  /** Not done now, or nobody knows; the same call again does no harm. */
  | { readonly outcome: 'retry'; readonly afterMs: number; readonly reason: string };

/** `primary`: has every new thread, and may take one; `secondary`: is given threads, and may ask for them. */
export type ReceiverRole = 'primary' | 'secondary';

/** Where several apps serve one page, and one at a time may write in a thread. Nothing here throws for what a platform or network does. */
export interface ThreadControl {
  /** Moves a thread, or asks for it. `appId`: to whom it passes. */
  move(
    request: { readonly action: ThreadAction; readonly recipient: string; readonly appId?: string; readonly metadata?: string },
    credentials: Credentials,
    signal: AbortSignal,
  ): Promise<ThreadOutcome>;
  /** As the account's form says; undefined: it says nothing. */
  expectedRole(credentials: Credentials): ReceiverRole | undefined;
  /** As the platform has it. Undefined: it could not be read. */
  readRole(credentials: Credentials, signal: AbortSignal): Promise<ReceiverRole | undefined>;
}

/**
 * One platform. Stateless; every call to the platform takes a signal with its deadline.
 * One contract suite (`@madoguchi/use-cases/testing`) for all.
 */
export interface Channel {
  readonly type: ChannelType;
  /** How the platform delivers: to `/webhooks/{channel}/{key}`, or by SMTP to the account's address. */
  readonly intake: 'webhook' | 'mail';
  /** False: a webhook that got no 2xx never comes again. */
  readonly redelivers?: false;
  readonly capabilities: ChannelCapabilities;
  readonly credentialFields: readonly CredentialField[];

  /**
   * The platform's own id of the account (page, phone number, channel, bot, mail address): no secret, the same for ever, one account
   * of ours each. Undefined while the form does not say it.
   */
  platformAccountId(credentials: Credentials): string | undefined;

  /** Checks authenticity over the raw bytes, in constant time, before anything is parsed; then translates. Never throws. */
  readWebhook(request: WebhookRequest, credentials: Credentials, receivedAt: Date): WebhookReading;

  /** The way an answer should take now. */
  chooseRoute(handle: ReplyHandle | undefined, now: Date): SendRoute;

  /**
   * What may be done after an unknown outcome on this route: `same key` repeats without harm and learns the truth;
   * `never` leaves it to a person.
   */
  repeatAfterUnknown(route: SendRoute): 'same key' | 'never';

  /** Problems that can be told before sending (too long, type not supported); empty when it can go out. */
  checkContent(
    content: MessageContent,
    context: SendContext,
  ): readonly { readonly code: string; readonly reason: string; readonly remedy: string }[];

  /** One attempt. Never throws for what a platform or network does: that is an outcome. */
  send(request: SendRequest, credentials: Credentials, signal: AbortSignal): Promise<SendOutcome>;

  /** One try to set a sign; `rejected` where the platform has no such sign. Never throws for what a platform or network does. */
  mark(request: MarkRequest, credentials: Credentials, signal: AbortSignal): Promise<MarkOutcome>;

  /** Messages that the platform has approved, where it has such a thing; empty when it does not answer. Never throws. */
  listTemplates?(credentials: Credentials, signal: AbortSignal): Promise<readonly Template[]>;

  /** @throws MediaUnavailableError */
  fetchMedia(reference: string, credentials: Credentials, signal: AbortSignal): Promise<FetchedMedia>;

  /** What the platform tells about a person; undefined when it tells nothing. */
  fetchProfile(
    customerKey: string,
    credentials: Credentials,
    signal: AbortSignal,
  ): Promise<{ readonly displayName?: string; readonly pictureUrl?: string; readonly language?: string } | undefined>;

  /** Changes nothing and writes to no customer. `webhookUrl`: ours, to be compared with the one that the platform has. */
  testConnection(credentials: Credentials, signal: AbortSignal, webhookUrl?: string): Promise<readonly ConnectionCheck[]>;

  /** Which events the platform sends of the account, as it lists them. Absent where it has no such list; undefined: it could not be read. Never throws. */
  readSubscription?(
    credentials: Credentials,
    signal: AbortSignal,
  ): Promise<readonly { readonly field: string; readonly needed: boolean; readonly subscribed: boolean }[] | undefined>;

  /**
   * What a page says of itself: its name, whether it gives its messages to our application, and to which others. Absent where accounts are
   * no pages; undefined: it could not be read. Never throws.
   */
  readPage?(
    credentials: Credentials,
    signal: AbortSignal,
  ): Promise<
    | {
        readonly name?: string;
        readonly ours: boolean;
        readonly others: readonly { readonly appId: string; readonly appName?: string }[];
      }
    | undefined
  >;

  /**
   * What the platform tells of the account's token. `expiresAt`: ISO 8601; null: it does not end. `effect`: what cannot be done without a
   * scope. Absent where tokens tell nothing; undefined: it could not be read. Never throws.
   */
  readToken?(
    credentials: Credentials,
    signal: AbortSignal,
  ): Promise<
    | {
        readonly expiresAt: string | null;
        readonly scopes: readonly string[];
        readonly missingScopes: readonly { readonly scope: string; readonly effect: string }[];
      }
    | undefined
  >;

  /** Tells the platform where to deliver. @returns what failed, as checks. */
  registerWebhook(url: string, credentials: Credentials, signal: AbortSignal): Promise<readonly ConnectionCheck[]>;

  /**
   * Asks the platform for what only it can make and the account does not have yet; called before {@link registerWebhook}. What is issued
   * is told this once and may end what was issued before: save it at once. Absent where there is nothing of this kind.
   */
  issueCredentials?(
    credentials: Credentials,
    signal: AbortSignal,
  ): Promise<{ readonly issued: Credentials; readonly checks: readonly ConnectionCheck[] }>;

  /** Where accounts are pages of a person, who may log in at the platform to choose some. */
  readonly pageLogIn?: PageLogIn;

  /** Where several apps serve one page. */
  readonly threadControl?: ThreadControl;

  /** Where numbers are brought onto the platform by us. */
  readonly numberOnboarding?: NumberOnboarding;

  /** Bots inside a company, where the platform lets us make them. */
  readonly botMaking?: BotMaking;

  /** QR codes and short links, where the platform issues them. */
  readonly chatCodes?: ChatCodesAtPlatform;
}
