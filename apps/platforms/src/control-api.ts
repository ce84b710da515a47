/**
 * What the control API of the stand-ins says (`/api` on the `play` listener). Times are ISO 8601 in UTC. Errors are
 * problem details (RFC 9457) with a stable `code`.
 */

/** `GET /api/platforms`. */
export interface PlatformView {
  readonly platform: string;
  /** Base addresses of its hosts, by listener. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Names that a call fault may bear. */
  readonly calls: readonly string[];
  readonly callFaults: readonly CallFaultKind[];
  readonly webhookFaults: readonly WebhookFaultKind[];
  /** What a customer can do there. */
  readonly actions: readonly CustomerAction['type'][];
}

/** `POST /api/accounts`; an entry of `PLATFORMS_SEED`. What is left out of the credentials is made up. */
export interface NewAccount {
  readonly platform: string;
  /** The name that customers see. */
  readonly name?: string;
  /** Named as in the product's form of this channel; line beside them: userId. */
  readonly credentials?: Readonly<Record<string, string>>;
  readonly settings?: AccountSettings;
  readonly customers?: readonly NewCustomer[];
}

/** What an owner sets in the platform's console. `PATCH /api/{platform}/{account}`; what is left out stays. */
export interface AccountSettings {
  /** Where webhooks go; null: nowhere. For Telegram only with `webhookSecret`, as setWebhook would. */
  readonly webhookUrl?: string | null;
  /** telegram: the secret_token. messenger: the verify token. */
  readonly webhookSecret?: string;
  /** line: "Use webhook". lineworks: "Callback URL On". */
  readonly useWebhook?: boolean;
  /** line: "Webhook redelivery". */
  readonly redelivery?: boolean;
  /** line: messages a month; null: without limit. */
  readonly monthlyQuota?: number | null;
  /** line: seconds that a video or audio is "being prepared" after it was sent. */
  readonly transcodingSeconds?: number;
  /** lineworks: calls of one kind in a minute; 60 on the free plan, 240 on the others. */
  readonly callsPerMinute?: number;
  /** lineworks: OAuth scopes of the ClientApp, with blanks between them. */
  readonly scopes?: string;
  /** messenger: "Require App Secret": no call without appsecret_proof. */
  readonly requireProof?: boolean;
  /** messenger, whatsapp: when the access token ends, ISO 8601; null: never. */
  readonly tokenExpiresAt?: string | null;
  /** messenger, whatsapp: what the access token is good for (`pages_messaging` …). */
  readonly permissions?: readonly string[];
  /** messenger: "Valid OAuth Redirect URIs" of the app, where the log-in dialog may go back to. */
  readonly redirectUris?: readonly string[];
  /** messenger: applications of others that get the page's messages too. */
  readonly otherApps?: readonly { readonly appId: string; readonly name: string }[];
  /** messenger: false: nobody but its administrators sees the page. */
  readonly published?: boolean;
  /** messenger: what the person who logs in may do on the page (`MESSAGING`, `MODERATE` …). */
  readonly tasks?: readonly string[];
  /** messenger: another app owns the conversations: webhooks come as standby, messages are refused. */
  readonly standby?: boolean;
  /**
   * messenger: an app of a bot platform that serves the page too; null: none. `role` (primary): which receiver it is; `plays` (true): it talks
   * by itself; `grants` (true): it passes a thread when it is asked for it. `token`: with it a test speaks as the bot.
   */
  readonly botApp?: {
    readonly appId: string;
    readonly name?: string;
    readonly token?: string;
    readonly role?: 'primary' | 'secondary';
    readonly plays?: boolean;
    readonly grants?: boolean;
  } | null;
  /** messenger: the feature "Human Agent", for answers until the seventh day. */
  readonly humanAgent?: boolean;
  /** messenger: the feature "Business Asset User Profile Access", without which people have no names. */
  readonly profileAccess?: boolean;
  /** whatsapp: false: the number still needs its code and its PIN. */
  readonly registered?: boolean;
  /** whatsapp: seconds from register until the number is connected. */
  readonly connectsAfterSeconds?: number;
  /** whatsapp: a machine-to-machine number, which gets no code. */
  readonly machine?: boolean;
  /** vonage: "Default SMS Setting": which of the two APIs tells of an SMS. */
  readonly smsApi?: 'sms' | 'messages';
  /** vonage: how the SMS API delivers. */
  readonly webhookFormat?: 'GET' | 'POST' | 'POST-JSON';
  /** vonage: signing of the SMS API's webhooks is switched on. */
  readonly signed?: boolean;
  /** vonage: how the SMS API signs. */
  readonly signatureMethod?: 'md5hash' | 'md5' | 'sha1' | 'sha256' | 'sha512';
  /** vonage: euros. */
  readonly balance?: number;
  /** email: `127.0.0.1:port`, where mail for this account goes instead of where its domain's mail goes; null: there. */
  readonly deliverTo?: string | null;
}

export interface AccountView {
  readonly platform: string;
  readonly account: string;
  readonly name: string;
  /** Whole, because they are invented: a test or the demo types them into the product. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly settings: AccountSettings;
  /** Webhooks that wait to be delivered or delivered again. */
  readonly pending: number;
}

/** `POST /api/{platform}/{account}/customers`. */
export interface NewCustomer {
  /** The platform's id of the person; made up when left out. */
  readonly id?: string;
  readonly name: string;
  /** BCP 47. */
  readonly language?: string;
  /** line: a friend of the account (default true). telegram: has started the bot (default false: the first message starts it). */
  readonly reachable?: boolean;
}

export interface CustomerView {
  readonly id: string;
  readonly name: string;
  readonly language: string | null;
  readonly reachable: boolean;
  readonly blocked: boolean;
}

/** A file of a customer: base64 in JSON; or the part `file` of a multipart request; or nothing, then a sample is sent. */
export interface FileInJson {
  readonly name?: string;
  readonly mimeType?: string;
  readonly base64: string;
}

/** Sends it from a group of which the customer and the account are members. line: `C` + 32 hex; telegram: negative number. */
export interface Group {
  readonly id: string;
  readonly name?: string;
}

/** `POST /api/{platform}/{account}/customers/{id}/messages`: one thing that the customer does. */
export type CustomerAction = { readonly group?: Group } & (
  | { readonly type: 'text'; readonly text: string; readonly replyTo?: string }
  | {
      readonly type: 'image' | 'video' | 'audio' | 'voice' | 'file';
      readonly caption?: string;
      readonly file?: FileInJson;
      readonly imageSet?: { readonly id: string; readonly index: number; readonly total: number };
    }
  | { readonly type: 'sticker'; readonly emoji?: string }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number; readonly title?: string; readonly address?: string }
  | { readonly type: 'contact'; readonly name: string; readonly phone: string }
  /** A button; `messageId`: the account's message that bears it. */
  | { readonly type: 'postback'; readonly data: string; readonly messageId?: string }
  /** Taps what that message of the account offers: `choice` is the `data` of one of its buttons. */
  | { readonly type: 'choose'; readonly messageId: string; readonly choice: string }
  /** Opens the chat: what the account sent has been read. */
  | { readonly type: 'read' }
  /** A sample order or cart. */
  | { readonly type: 'order' }
  /** Comes by a link or an advertisement: `source` is the platform's word for it, `reference` what the link bears. */
  | { readonly type: 'referral'; readonly source?: string; readonly reference?: string }
  /** `replyTo`: the mail that it answers. `automatic`: written by a machine. */
  | {
      readonly type: 'mail';
      readonly subject?: string;
      readonly text?: string;
      readonly html?: string;
      readonly replyTo?: string;
      readonly automatic?: boolean;
      readonly files?: readonly FileInJson[];
    }
  /** A kind of message that did not exist when this was written. */
  | { readonly type: 'unknown'; readonly kind?: string }
  | { readonly type: 'edit'; readonly messageId: string; readonly text: string }
  | { readonly type: 'unsend'; readonly messageId: string }
  | { readonly type: 'reaction'; readonly messageId: string; readonly emoji: string | null }
  | { readonly type: 'follow' }
  | { readonly type: 'block' }
  /** The platform's own JSON, delivered as it stands: what no other action makes. Gets its ids where they are missing. */
  | { readonly type: 'raw'; readonly event: Readonly<Record<string, unknown>> }
);

export interface ActionResult {
  /** The platform's message id; null when the action made no message. */
  readonly messageId: string | null;
  /** Of each event that the account is told, as in the journal. Empty when it is not told (no webhook wanted for it). */
  readonly eventIds: readonly string[];
}

/** One line of the chat as the customer sees it. */
export interface ChatEntry {
  readonly id: string;
  readonly from: 'customer' | 'account';
  readonly senderName: string;
  readonly at: string;
  readonly kind: 'text' | 'image' | 'video' | 'audio' | 'file' | 'sticker' | 'location' | 'contact' | 'unknown' | 'event';
  readonly text?: string;
  /** Of a mail. */
  readonly subject?: string;
  /** The address that a mail says it is from. */
  readonly fromAddress?: string;
  readonly media?: MediaInChat;
  readonly location?: { readonly latitude: number; readonly longitude: number };
  readonly buttons?: readonly ChatButton[];
  readonly replyTo?: string;
  readonly reactions?: readonly string[];
  readonly edited?: boolean;
  readonly deleted?: boolean;
  /** Of the customer, and the account has told that it read it. */
  readonly seen?: boolean;
}

export interface MediaInChat {
  /** On the `play` listener; absent while it is loaded or when it could not be. */
  readonly url?: string;
  readonly mimeType?: string;
  readonly fileName?: string;
  /** Bytes. */
  readonly size?: number;
  readonly sha256?: string;
  /** Why the customer sees a broken picture. */
  readonly problem?: string;
}

export interface ChatButton {
  readonly label: string;
  readonly data?: string;
  readonly text?: string;
  readonly url?: string;
}

/** `GET /api/{platform}/{account}/customers/{id}/chat` (or a group's id). */
export interface ChatView {
  readonly platform: string;
  readonly account: string;
  readonly chat: string;
  readonly entries: readonly ChatEntry[];
}

export type CallFaultKind =
  | 'rate-limit'
  /** Refused with `status`, nothing happens. */
  | 'fail'
  /** Never answered, nothing happens. */
  | 'hang'
  /** Done at once, answered after `delayMs` (real milliseconds). */
  | 'late'
  /** The connection is reset, nothing happens. */
  | 'reset'
  | 'accept-then-reset'
  /** Done, but answered with `status` (500 unless given). */
  | 'accept-then-fail'
  | 'accept-then-hang';

export interface CallFault {
  readonly on: 'call';
  readonly kind: CallFaultKind;
  /** A name of `PlatformView.calls`, or `*`. */
  readonly call: string;
  readonly times: number;
  readonly status?: number;
  readonly delayMs?: number;
  /** Seconds, for rate-limit where the platform tells it. */
  readonly retryAfter?: number;
}

export type WebhookFaultKind =
  | 'twice'
  /** After `delayMs` of the platforms' clock. */
  | 'late'
  /** The next `times` are held until all are there, then leave in another order. telegram: the order inside a chat stays. */
  | 'shuffled'
  /** The next `times` events go in one request (line). */
  | 'batch'
  /** Before each of the next `times` goes an event of a type that nobody knows; in the same request where there are batches. */
  | 'unknown';

export interface WebhookFault {
  readonly on: 'webhook';
  readonly kind: WebhookFaultKind;
  readonly times: number;
  readonly delayMs?: number;
}

/** `POST …/faults`. `DELETE …/faults` ends all and lets go what they hold. */
export type NewFault = CallFault | WebhookFault;
export type FaultView = NewFault & { readonly id: string; readonly remaining: number };

/** A webhook request that was sent, with its end. */
export interface WebhookEntry {
  readonly kind: 'webhook';
  readonly seq: number;
  readonly platform: string;
  readonly account: string;
  /** line: webhookEventId of each event; telegram: the update_id; email: of the mail's delivery. */
  readonly eventIds: readonly string[];
  readonly attempt: number;
  readonly redelivery: boolean;
  readonly url: string | null;
  /** The exact body. */
  readonly body: string;
  readonly startedAt: string;
  readonly endedAt: string;
  /** null: no answer. */
  readonly status: number | null;
  readonly problem: string | null;
}

/** A call that came in, with what it did and what the caller was told. */
export interface CallEntry {
  readonly kind: 'call';
  readonly seq: number;
  readonly platform: string;
  readonly account: string;
  readonly call: string;
  readonly request: unknown;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Whether it had its effect at the platform, whatever the caller was told. */
  readonly accepted: boolean;
  /** What the caller was told: a status, or no answer at all. */
  readonly answered: number | 'nothing' | 'reset';
  readonly response: unknown;
  readonly fault: CallFaultKind | null;
  /** Messages that stand in a chat because of it. `delivered: false`: accepted, but no customer sees it. */
  readonly messages: readonly { readonly chat: string; readonly id: string; readonly delivered: boolean }[];
}

export type JournalEntry = WebhookEntry | CallEntry;

/** `GET /api/{platform}/{account}/journal?after=&limit=`, oldest first. Follow with `after=<next>` while next is not null. */
export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  readonly next: number | null;
  /** Requests that have begun and not ended: they will stand further down. */
  readonly inFlight: number;
  /** The journal is bounded: entries with a smaller `seq` are gone. */
  readonly forgottenBefore: number;
}

/** `GET /api/clock`; `POST /api/clock { advanceMs?, delayScale? }`. */
export interface ClockView {
  readonly now: string;
  readonly offsetMs: number;
  /** Factor on every wait of the platforms (retries, redelivery) that begins from now on. */
  readonly delayScale: number;
}

/** Server-sent events of `GET /api/live?platform=&account=&chat=`. */
export type LiveEvent =
  | { readonly type: 'entry'; readonly platform: string; readonly account: string; readonly chat: string; readonly entry: ChatEntry }
  | { readonly type: 'typing'; readonly platform: string; readonly account: string; readonly chat: string; readonly seconds: number }
  | { readonly type: 'customer'; readonly platform: string; readonly account: string; readonly customer: CustomerView };
