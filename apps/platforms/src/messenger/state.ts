import { randomBytes } from 'node:crypto';
import type { NewAccount } from '../control-api.js';
import { ControlProblem } from '../platform.js';
import type { LogInState } from './log-in-state.js';
import type { BotApp, ThreadState } from './thread-state.js';

export interface Person {
  /** Page-scoped: another page knows the same person by another number. */
  readonly psid: string;
  readonly name: string;
  readonly language?: string;
  blocked: boolean;
  /** Of their own, once somebody has asked for it. */
  pictureId?: string;
  /** When they last did what opens the 24 hours; milliseconds. */
  activeAt?: number;
}

/** A message that stands in a chat. */
export interface KnownMessage {
  readonly psid: string;
  readonly from: 'customer' | 'page';
  readonly at: number;
  text?: string;
  edits: number;
  deleted: boolean;
  /** What can be tapped on it: data → words. */
  readonly quickReplies?: Readonly<Record<string, string>>;
  readonly buttons?: Readonly<Record<string, string>>;
}

export interface Upload {
  readonly type: string;
  readonly mediaId: string;
  /** Whether it may be sent again. */
  readonly reusable: boolean;
  used: boolean;
}

/** An app has one address for all its pages. */
export interface MessengerApp {
  readonly appId: string;
  readonly appSecret: string;
  subscription: { readonly callbackUrl: string; readonly verifyToken: string; readonly fields: readonly string[]; active: boolean } | null;
  /** "Valid OAuth Redirect URIs". */
  redirectUris?: readonly string[];
  /** Since when no webhook of it was answered; milliseconds. */
  failingSince?: number;
}

export interface MessengerPage {
  readonly pageId: string;
  readonly username: string;
  readonly name: string;
  readonly appId: string;
  readonly token: string;
  /** What an owner would enter on both sides; Meta knows only the one that a subscription brings. */
  readonly verifyToken: string;
  /** Seconds since 1970; 0: never. */
  tokenExpiresAt: number;
  scopes: readonly string[];
  /** null: the page is not subscribed to the app. */
  subscribedFields: readonly string[] | null;
  profile: Record<string, unknown>;
  standby: boolean;
  /** Absent: no other app writes in its threads. */
  botApp?: BotApp;
  /** By person; absent: idle. */
  threads?: Readonly<Record<string, ThreadState>>;
  /** Applications of others that get its messages. */
  otherApps?: readonly { readonly appId: string; readonly name: string }[];
  /** Absent: it is. */
  published?: boolean;
  /** Of the person who logs in; absent: all. */
  tasks?: readonly string[];
  requireProof: boolean;
  humanAgent: boolean;
  profileAccess: boolean;
  eventCount: number;
  lastEventAt: number;
  readonly people: Record<string, Person>;
  readonly messages: Record<string, KnownMessage>;
  readonly uploads: Record<string, Upload>;
}

/** Everything of Messenger that the stand-ins keep. */
export interface MessengerState {
  readonly apps: Record<string, MessengerApp>;
  readonly pages: Record<string, MessengerPage>;
  /** Signs the addresses of files. */
  readonly fileKey: string;
  /** Absent: nobody has logged in yet. */
  logIns?: LogInState;
}

export const newMessengerState = (): MessengerState => ({ apps: {}, pages: {}, fileKey: randomBytes(16).toString('hex') });

const digits = (count: number): string => {
  const drawn = [...randomBytes(count)].map((byte) => String(byte % 10)).join('');
  return drawn.replace(/^0/, '1');
};

/** The shapes in which Meta issues them, as far as they are known. */
const RULES: readonly [name: string, shape: RegExp, example: () => string][] = [
  ['pageUsername', /^[\p{L}\p{N}.]{5,50}$/u, () => `shop.${digits(6)}`],
  ['pageId', /^\d{5,20}$/, () => digits(15)],
  ['pageAccessToken', /^EAA[A-Za-z0-9]{10,}$/, () => `EAA${randomBytes(90).toString('hex')}`],
  ['appId', /^\d{5,20}$/, () => digits(16)],
  ['appSecret', /^[0-9a-f]{32}$/, () => randomBytes(16).toString('hex')],
  ['verifyToken', /^[\x20-\x7e]{8,128}$/, () => randomBytes(32).toString('base64url')],
];

export const PSID = /^\d{5,20}$/;
export const newPsid = (): string => digits(17);
export const newMid = (): string => `m_${randomBytes(60).toString('base64url')}`;
export const newNumber = (): string => digits(16);

const SCOPES = ['pages_messaging', 'pages_manage_metadata', 'pages_show_list', 'public_profile'];

/** @throws ControlProblem for a credential that Meta would not issue. */
export const newPage = (request: NewAccount): { readonly page: MessengerPage; readonly app: MessengerApp } => {
  const given = request.credentials ?? {};
  const made = Object.fromEntries(
    RULES.map(([name, shape, example]) => {
      const value = given[name] ?? example();
      if (!shape.test(value))
        throw new ControlProblem(400, 'bad credential', `Meta would never issue this ${name}; it has the shape ${shape.source}.`);
      return [name, value];
    }),
  ) as Record<'pageUsername' | 'pageId' | 'pageAccessToken' | 'appId' | 'appSecret' | 'verifyToken', string>;
  const page: MessengerPage = {
    pageId: made.pageId,
    username: made.pageUsername,
    name: request.name ?? 'Page',
    appId: made.appId,
    token: made.pageAccessToken,
    verifyToken: made.verifyToken,
    tokenExpiresAt: 0,
    scopes: SCOPES,
    subscribedFields: null,
    profile: {},
    standby: false,
    requireProof: false,
    humanAgent: true,
    profileAccess: true,
    eventCount: 0,
    lastEventAt: 0,
    people: {},
    messages: {},
    uploads: {},
  };
  return { page, app: { appId: made.appId, appSecret: made.appSecret, subscription: null } };
};

/** Milliseconds, never twice the same on one page: so the order of its events can be told from them. */
export const nextTimestamp = (page: MessengerPage, now: Date): number => {
  page.lastEventAt = Math.max(now.getTime(), page.lastEventAt + 1);
  return page.lastEventAt;
};
