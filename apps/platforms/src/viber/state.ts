import { randomBytes } from 'node:crypto';
import type { NewAccount } from '../control-api.js';
import { ControlProblem } from '../platform.js';

export interface ViberUser {
  readonly id: string;
  readonly name: string;
  readonly language?: string;
  /** Only then may the bot write. */
  subscribed: boolean;
  /** Was subscribed and is not any more. */
  left: boolean;
  /** Of the last message; comes back with everything that the user says. */
  trackingData?: string;
  /** What buttons say unseen, by the chat entry that bears them. */
  readonly unseen: Record<string, readonly string[]>;
  /** The chat entry whose keyboard stands in place of the phone's own. */
  keyboardOf?: string;
  /** Tokens of messages that the user has not looked at. */
  unread: string[];
  /** Messages since the user last said something, in one clock hour (hours since 1970). */
  unanswered: { hour: number; count: number };
  /** When the bot asked for the user's details; milliseconds. */
  detailsAskedAt: number[];
}

export interface Webhook {
  readonly url: string;
  /** Beside those that always come; null: all. */
  readonly eventTypes: readonly string[] | null;
  readonly sendName: boolean;
}

/** A customer's file at its address. */
export interface ViberFile {
  readonly mediaId: string;
  /** The address works until then; milliseconds; null: for ever. */
  readonly until: number | null;
}

export interface ViberAccount {
  /** The id that Viber tells: `pa:…`. */
  readonly id: string;
  /** The bot's address inside Viber, `viber://pa?chatURI=…`; here also its name in the control API. */
  readonly uri: string;
  readonly name: string;
  readonly authToken: string;
  webhook: Webhook | null;
  lastToken: string;
  lastEventAt: number;
  readonly users: Record<string, ViberUser>;
  readonly files: Record<string, ViberFile>;
}

const URI = /^[A-Za-z0-9][A-Za-z0-9._-]{1,74}$/;
const TOKEN = /^[0-9a-f]{16}(-[0-9a-f]{16}){2}$/;
const MAX_NAME = 75;

/** @throws ControlProblem for credentials that Viber would not issue. */
export const newAccount = (request: NewAccount): ViberAccount => {
  const uri = request.credentials?.['botUsername'] ?? `madoguchi${randomBytes(3).toString('hex')}`;
  const authToken = request.credentials?.['authToken'] ?? [8, 8, 8].map((bytes) => randomBytes(bytes).toString('hex')).join('-');
  const name = request.name ?? uri;
  if (!URI.test(uri)) throw new ControlProblem(400, 'bad credential', `The botUsername is the bot's address, as ${URI.source}.`);
  if (!TOKEN.test(authToken)) throw new ControlProblem(400, 'bad credential', `An authToken has the shape ${TOKEN.source}.`);
  if (name.length > MAX_NAME) throw new ControlProblem(400, 'bad name', `The name of a bot has at most ${MAX_NAME} characters.`);
  return {
    id: `pa:${BigInt(`0x${randomBytes(8).toString('hex')}`)}`,
    uri,
    name,
    authToken,
    webhook: null,
    lastToken: '0',
    lastEventAt: 0,
    users: {},
    files: {},
  };
};
