import { randomBytes, randomInt } from 'node:crypto';
import type { NewAccount } from '../control-api.js';
import { ControlProblem } from '../platform.js';

export interface TelegramUser {
  readonly id: number;
  readonly name: string;
  readonly language?: string;
  /** Has pressed Start or written: only then may the bot write. */
  started: boolean;
  blocked: boolean;
}

/** A message object as the Bot API gives it. */
export type TelegramMessage = Readonly<Record<string, unknown>> & { readonly message_id: number };

export interface TelegramChat {
  lastMessageId: number;
  /** Groups only. */
  title?: string;
  /** What lies in the place of the customer's keyboard, by the message that brought it. */
  keyboard?: { readonly id: string; readonly forOneTap: boolean };
  readonly messages: Record<string, TelegramMessage>;
}

export interface TelegramFile {
  readonly mediaId: string;
  readonly uniqueId: string;
  readonly size: number;
  /** What getFile tells; `photos/file_3.jpg`. */
  readonly path: string;
  /** The download works until then; milliseconds. */
  linkUntil?: number;
}

/** One update that waits to be delivered. */
export interface PendingUpdate {
  readonly id: number;
  /** Updates of one queue are delivered one after the other. */
  readonly queue: string;
  /** Milliseconds. */
  readonly expiresAt: number;
  /** `"message":{…}`, already serialised. */
  readonly payload: string;
}

export interface Webhook {
  readonly url: string;
  readonly secret: string;
  readonly maxConnections: number;
}

export interface TelegramAccount {
  readonly botId: number;
  readonly token: string;
  readonly username: string;
  readonly name: string;
  webhook: Webhook | null;
  lastErrorDate: number | null;
  lastErrorMessage: string | null;
  /** null: the default set. */
  allowedUpdates: readonly string[] | null;
  lastUpdateId: number;
  lastFileNumber: number;
  readonly users: Record<string, TelegramUser>;
  readonly chats: Record<string, TelegramChat>;
  readonly files: Record<string, TelegramFile>;
  /** Callback query id → when the button was pressed; milliseconds. */
  readonly callbacks: Record<string, number>;
  pending: PendingUpdate[];
}

/** As the server itself checks it. */
export const TOKEN = /^[1-9]\d{0,15}:[A-Za-z0-9_-]{30,60}$/;
const USERNAME = /^[A-Za-z0-9_]{2,29}bot$/i;

/** @throws ControlProblem for credentials that BotFather would not issue. */
export const newAccount = (request: NewAccount): TelegramAccount => {
  const token =
    request.credentials?.['botToken'] ?? `${randomInt(5_000_000_000, 8_000_000_000)}:AA${randomBytes(24).toString('base64url')}_`;
  const username = request.credentials?.['botUsername'] ?? `madoguchi_${randomBytes(3).toString('hex')}_bot`;
  if (!TOKEN.test(token)) throw new ControlProblem(400, 'bad credential', `A botToken looks like 7000000001:AA…, as ${TOKEN.source}.`);
  if (!USERNAME.test(username))
    throw new ControlProblem(400, 'bad credential', 'A botUsername has 5 to 32 of letters, digits and _ and ends in "bot".');
  return {
    botId: botIdOf(token),
    token,
    username,
    name: request.name ?? username,
    webhook: null,
    lastErrorDate: null,
    lastErrorMessage: null,
    allowedUpdates: null,
    lastUpdateId: randomInt(100_000_000, 900_000_000),
    lastFileNumber: 0,
    users: {},
    chats: {},
    files: {},
    callbacks: {},
    pending: [],
  };
};

export const botIdOf = (token: string): number => Number(token.split(':')[0]);

export const newUserId = (): number => randomInt(5_000_000_000, 7_000_000_000);

export const chatOf = (account: TelegramAccount, id: string): TelegramChat => (account.chats[id] ??= { lastMessageId: 0, messages: {} });

/** Keeps a file for the account. @returns its file_id. */
export const keepFile = (account: TelegramAccount, folder: string, extension: string, mediaId: string, size: number): string => {
  account.lastFileNumber += 1;
  const fileId = `${FILE_ID_PREFIX[folder] ?? 'BQAC'}${randomBytes(36).toString('base64url')}`;
  account.files[fileId] = {
    mediaId,
    uniqueId: `AQAD${randomBytes(8).toString('base64url')}`,
    size,
    path: `${folder}/file_${account.lastFileNumber}${extension}`,
  };
  return fileId;
};

const FILE_ID_PREFIX: Readonly<Record<string, string>> = {
  photos: 'AgAC',
  documents: 'BQAC',
  videos: 'BAAC',
  music: 'CQAC',
  voice: 'AwAC',
  stickers: 'CAAC',
  animations: 'CgAC',
};

export const userObject = ({ id, name, language }: TelegramUser) => ({
  id,
  is_bot: false,
  first_name: name,
  ...(language ? { language_code: language } : {}),
});

export const botObject = ({ botId, name, username }: TelegramAccount) => ({ id: botId, is_bot: true, first_name: name, username });

/** The `chat` of a message: of a person, or of a group with a negative id. */
export const chatObject = (account: TelegramAccount, id: string) => {
  const user = account.users[id];
  return user
    ? { id: user.id, first_name: user.name, type: 'private' }
    : { id: Number(id), title: account.chats[id]?.title ?? 'Group', type: 'supergroup' };
};
