import type { ChoicesStyle, ContentType } from '@madoguchi/conversation';

export type FileKind = 'image' | 'video' | 'audio' | 'file';

/** Files of one kind that can go out. */
export interface FileLimits {
  /** MIME types; absent: any. */
  readonly types?: readonly string[];
  /** Bytes. */
  readonly limit: number;
}

/** `burst` at once, then `perSecond` on the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** What a business can do on this platform: drives the composer, the checks before sending and the table in the docs. */
export interface ChannelCapabilities {
  /** Units of `textUnit` in one text message; longer ones are refused, never cut. */
  readonly textLimit: number;
  readonly textUnit: 'UTF-16 units' | 'code points' | 'bytes';
  /** In the same unit; 0: no captions. */
  readonly captionLimit: number;
  /** Every type that customers can send and that is translated. */
  readonly inbound: readonly ContentType[];
  readonly outbound: readonly ContentType[];
  /** For each kind of file in `outbound`. */
  readonly files: Readonly<Partial<Record<FileKind, FileLimits>>>;
  /** Things to choose from, by form; `labelLimit` in UTF-16 units. */
  readonly choices: Readonly<
    Partial<Record<ChoicesStyle, { readonly most: number; readonly labelLimit: number; readonly links: boolean }>>
  >;
  /** Receipts that the platform gives for our messages. */
  readonly receipts: { readonly delivered: boolean; readonly read: boolean };
  /** Whether an answer can quote a message. */
  readonly replyTo: boolean;
  /** `any`: every emoji; a list: only these. */
  readonly reactions: 'none' | 'any' | readonly string[];
  readonly typing: boolean;
  readonly readMarks: boolean;
  /** An app of the platform's own may have conversations first: a bot of kind `messenger`. Bots of ours answer on every channel. */
  readonly botsAtPlatform?: true;
  /** How long after the customer's last message free messages are taken, and what is left afterwards. */
  readonly window?: { readonly hours: number; readonly afterwards: 'nothing' | 'templates' | 'agents only'; readonly untilHours?: number };
  /** How fast the platform takes messages: of the whole account, and to one recipient. */
  readonly rates: { readonly account: Rate; readonly recipient?: Rate };
}
