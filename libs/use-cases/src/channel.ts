import type { ChannelType, ContentType, MessageContent, ReplyHandle, SendRoute } from '@madoguchi/conversation';
import type { InboundItem } from '@madoguchi/contracts';

/** What an administrator typed for one account, already opened: field name → value. Only inside a request, never kept. */
export type Credentials = Readonly<Record<string, string>>;

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
  | { readonly verdict: 'read'; readonly answer: WebhookAnswer; readonly items: readonly InboundItem[] };

/** One field of the account's form. */
export interface CredentialField {
  readonly name: string;
  readonly secret: boolean;
  readonly required: boolean;
  /** Issued by us, not typed. */
  readonly generated?: boolean;
  /** @returns what is wrong and what to do, or nothing. */
  check(value: string): string | undefined;
}

export interface SendRequest {
  readonly route: SendRoute;
  /** The customer's (or group's) id at the platform. */
  readonly recipient: string;
  readonly content: MessageContent;
  readonly replyTo?: { readonly providerMessageId: string };
  /** A uuid, the same for every attempt at the same reply. */
  readonly idempotencyKey: string;
  /** A public https address of a stored file, for platforms that fetch by themselves. */
  readonly mediaUrl?: string;
  /** The stored file's bytes, for platforms that want an upload. */
  readonly mediaFile?: { readonly bytes: Buffer; readonly fileName: string; readonly mimeType: string };
}

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
  /** Certainly not accepted; ask again after `afterMs`. `useRoute`: this way is closed, take that one at once. */
  | { readonly outcome: 'retry'; readonly afterMs: number; readonly reason: string; readonly useRoute?: SendRoute }
  /** It may have been accepted. */
  | { readonly outcome: 'unknown'; readonly reason: string };

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

export interface ChannelCapabilities {
  /** UTF-16 units in one text message. */
  readonly textLimit: number;
  readonly outbound: readonly ContentType[];
  /** Receipts that the platform gives for our messages. */
  readonly receipts: { readonly delivered: boolean; readonly read: boolean };
  /** MIME types of images that can go out. */
  readonly imageTypes: readonly string[];
  /** Bytes. */
  readonly imageLimit: number;
}

/**
 * One platform. Stateless; every call to the platform takes a signal with its deadline.
 * One contract suite (`@madoguchi/use-cases/testing`) for all.
 */
export interface Channel {
  readonly type: ChannelType;
  readonly capabilities: ChannelCapabilities;
  readonly credentialFields: readonly CredentialField[];

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
  checkContent(content: MessageContent, context: SendContext): readonly { readonly code: string; readonly reason: string; readonly remedy: string }[];

  /** One attempt. Never throws for what a platform or network does: that is an outcome. */
  send(request: SendRequest, credentials: Credentials, signal: AbortSignal): Promise<SendOutcome>;

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

  /** Tells the platform where to deliver. @returns what failed, as checks. */
  registerWebhook(url: string, credentials: Credentials, signal: AbortSignal): Promise<readonly ConnectionCheck[]>;
}
