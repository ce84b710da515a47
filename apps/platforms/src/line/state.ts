import { randomBytes } from 'node:crypto';
import { ControlProblem } from '../platform.js';
import type { ChatButton, NewAccount } from '../control-api.js';

export interface LineUser {
  readonly id: string;
  readonly name: string;
  readonly language?: string;
  friend: boolean;
  blocked: boolean;
  /** When they last wrote in the 1:1 chat; milliseconds. */
  wroteAt?: number;
}

export interface AccessToken {
  readonly token: string;
  readonly kind: 'long-lived' | 'short-lived' | 'stateless';
  /** Milliseconds; null: never. */
  readonly expiresAt: number | null;
}

/** A right to answer one event. */
export interface ReplyToken {
  readonly chat: string;
  readonly eventAt: number;
  /** When the webhook that bears it last went out; milliseconds. */
  sentAt: number;
  used: boolean;
}

/** A message that a customer sent. */
export interface InboundMessage {
  readonly chat: string;
  readonly userId: string;
  readonly type: string;
  readonly mediaId?: string;
  /** A video or audio is "being prepared" until then; milliseconds. */
  readonly readyAt?: number;
  readonly markAsReadToken?: string;
  unsent: boolean;
}

export interface AcceptedRetryKey {
  readonly requestId: string;
  readonly sentMessages: readonly SentMessage[] | undefined;
  readonly at: number;
}

export interface SentMessage {
  readonly id: string;
  readonly quoteToken?: string;
}

/** A message of either side; it can be quoted in its own chat only. */
export interface QuotableMessage {
  readonly chat: string;
  readonly id: string;
}

export interface LineAccount {
  readonly channelId: string;
  channelSecret: string;
  readonly basicId: string;
  /** The bot's own user id: `destination` of its webhooks. */
  readonly userId: string;
  readonly name: string;
  tokens: AccessToken[];
  webhookUrl: string | null;
  useWebhook: boolean;
  redelivery: boolean;
  monthlyQuota: number | null;
  transcodingSeconds: number;
  usage: number;
  lastEventAt: number;
  messageCount: number;
  readonly users: Record<string, LineUser>;
  /** Group id → its name. */
  readonly groups: Record<string, string>;
  readonly replyTokens: Record<string, ReplyToken>;
  readonly messages: Record<string, InboundMessage>;
  readonly retryKeys: Record<string, AcceptedRetryKey>;
  /** Quote token → the message that it quotes. */
  quoteTokens: Record<string, QuotableMessage>;
  /** Chat → whose quick replies stand at its foot, and what stays of the message's buttons when they go. */
  quickReplies: Record<string, { readonly id: string; readonly staying: readonly ChatButton[] }>;
}

const hex = (characters: number): string => randomBytes(characters / 2).toString('hex');

/** The shapes in which LINE issues them, as far as they are known. */
const RULES: readonly [name: string, shape: RegExp, example: () => string][] = [
  ['channelId', /^\d{8,12}$/, () => `2${String(randomBytes(5).readUIntBE(0, 5)).padStart(9, '0').slice(0, 9)}`],
  ['channelSecret', /^[0-9a-f]{32}$/, () => hex(32)],
  ['basicId', /^@[0-9a-z._-]{2,20}$/i, () => `@${String(randomBytes(2).readUInt16BE(0) % 1000).padStart(3, '0')}${randomLetters(5)}`],
  ['channelAccessToken', /^\S{20,}$/, () => randomBytes(129).toString('base64')],
  ['userId', /^U[0-9a-f]{32}$/, () => `U${hex(32)}`],
];

const randomLetters = (count: number): string => [...randomBytes(count)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');

export const USER_ID = /^U[0-9a-f]{32}$/;
export const CHAT_ID = /^[UCR][0-9a-f]{32}$/;
export const newUserId = (): string => `U${hex(32)}`;

/** @throws ControlProblem for a credential that LINE would not issue. */
export const newAccount = (request: NewAccount): LineAccount => {
  const given = request.credentials ?? {};
  const credentials = Object.fromEntries(
    RULES.map(([name, shape, example]) => {
      const value = given[name] ?? example();
      if (!shape.test(value))
        throw new ControlProblem(400, 'bad credential', `LINE would never issue this ${name}; it has the shape ${shape.source}.`);
      return [name, value];
    }),
  ) as Record<'channelId' | 'channelSecret' | 'basicId' | 'channelAccessToken' | 'userId', string>;
  return {
    channelId: credentials.channelId,
    channelSecret: credentials.channelSecret,
    basicId: credentials.basicId,
    userId: credentials.userId,
    name: request.name ?? 'LINE account',
    tokens: [{ token: credentials.channelAccessToken, kind: 'long-lived', expiresAt: null }],
    webhookUrl: null,
    useWebhook: true,
    redelivery: false,
    monthlyQuota: null,
    transcodingSeconds: 0,
    usage: 0,
    lastEventAt: 0,
    messageCount: 0,
    users: {},
    groups: {},
    replyTokens: {},
    messages: {},
    retryKeys: {},
    quoteTokens: {},
    quickReplies: {},
  };
};

/** 18 digits, as LINE's: more than a number of JavaScript holds. */
export const nextMessageId = (account: LineAccount): string => {
  account.messageCount += 1;
  return `5${String(account.messageCount).padStart(17, '0')}`;
};
