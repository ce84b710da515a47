import { createPrivateKey, generateKeyPairSync, randomInt, randomUUID } from 'node:crypto';
import type { NewAccount } from '../control-api.js';
import { ControlProblem } from '../platform.js';
import { newFileId, newSecret } from './ids.js';

/** A member of the tenant. */
export interface LineWorksMember {
  readonly id: string;
  readonly name: string;
  readonly language?: string;
  /** The room of the 1:1 talk with the bot. */
  readonly room: string;
  /** Whether the bot is there for them. */
  readonly reachable: boolean;
  /** Has gone out of the talk. */
  left: boolean;
}

export interface AccessToken {
  readonly token: string;
  readonly scopes: readonly string[];
  /** Milliseconds. */
  readonly expiresAt: number;
}

/** A file that a member sent, or a place for one that the bot uploads. */
export interface Attachment {
  readonly fileName: string;
  readonly from: 'member' | 'bot';
  mediaId?: string;
  /** Milliseconds; what members send is kept. */
  readonly endsAt?: number;
}

/** What the bot's own page in the console holds, and its API. */
export interface Bot {
  botName: string;
  photoUrl: string;
  description: string;
  administrators: readonly string[];
  subadministrators: readonly string[];
  /** Empty: all. */
  allowDomains: readonly number[];
  enableCallback: boolean;
  callbackUrl: string | null;
  callbackEvents: readonly string[];
  channelEvents: readonly string[];
  enableGroupJoin: boolean;
}

export interface BotDomain {
  readonly domainId: number;
  visible: boolean;
  allowToSelectedMember: boolean;
  /** Who may use it where only selected members may. */
  readonly members?: readonly string[];
}

/** A bot, with the ClientApp that it belongs to. An app has one from the start; those that it makes share its credentials and tokens. */
export interface LineWorksAccount {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly serviceAccount: string;
  readonly privateKey: string;
  readonly botId: string;
  botSecret: string;
  readonly domainId: number;
  /** What the ClientApp may ask for. */
  scopes: readonly string[];
  callsPerMinute: number;
  readonly bot: Bot;
  domains: BotDomain[];
  /** By its ClientApp, which has its tokens at its first bot. */
  readonly made?: true;
  /** It was deleted; its ClientApp is still there. */
  gone?: boolean;
  tokens: AccessToken[];
  refreshTokens: AccessToken[];
  lastEventAt: number;
  readonly members: Record<string, LineWorksMember>;
  /** Rooms of several people in which the bot is, with their names. */
  readonly rooms: Record<string, string>;
  readonly files: Record<string, Attachment>;
}

export const CONTENT_TYPES = ['text', 'location', 'sticker', 'image', 'file', 'audio', 'video'] as const;
export const CHANNEL_EVENTS = ['message', 'join', 'leave', 'joined', 'left', 'postback', 'begin', 'end'] as const;

const DAY = 86_400_000;

/** LINE WORKS' own shape of a resource id. */
export const MEMBER_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The shapes in which LINE WORKS issues them, as far as they are known. */
const RULES: readonly [name: string, shape: RegExp, example: () => string][] = [
  ['clientId', /^[\x21-\x7e]{8,128}$/, newSecret],
  ['clientSecret', /^[\x21-\x7e]{8,128}$/, newSecret],
  ['serviceAccount', /^\S*serviceaccount@\S+$/, () => `${newSecret().slice(0, 5).toLowerCase()}.serviceaccount@example`],
  ['botId', /^[1-9]\d{0,15}$/, () => String(randomInt(2_000_000, 10_000_000))],
  ['botSecret', /^[\x21-\x7e]{8,128}$/, newSecret],
  ['domainId', /^[1-9]\d{0,15}$/, () => '10000001'],
  ['privateKey', /^-----BEGIN PRIVATE KEY-----\s/, () => newPrivateKey()],
];

const newPrivateKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** @throws ControlProblem for a credential that LINE WORKS would not issue. */
export const newAccount = (request: NewAccount): LineWorksAccount => {
  const given = request.credentials ?? {};
  const credentials = Object.fromEntries(
    RULES.map(([name, shape, example]) => {
      const value = given[name] ?? example();
      if (!shape.test(value) || (name === 'privateKey' && !isRsaKey(value)))
        throw new ControlProblem(400, 'bad credential', `LINE WORKS would never issue this ${name}; it has the shape ${shape.source}.`);
      return [name, value];
    }),
  ) as Record<'clientId' | 'clientSecret' | 'serviceAccount' | 'privateKey' | 'botId' | 'botSecret' | 'domainId', string>;
  const domainId = Number(credentials.domainId);
  return {
    ...credentials,
    domainId,
    scopes: ['bot', 'user.profile.read'],
    callsPerMinute: 240,
    bot: {
      botName: request.name ?? 'LINE WORKS bot',
      photoUrl: 'https://storage.worksmobile.com/bot.png',
      description: request.name ?? 'LINE WORKS bot',
      administrators: [randomUUID()],
      subadministrators: [],
      allowDomains: [domainId],
      enableCallback: false,
      callbackUrl: null,
      callbackEvents: CONTENT_TYPES,
      // begin and end are off until they are asked for.
      channelEvents: CHANNEL_EVENTS.slice(0, 6),
      enableGroupJoin: false,
    },
    domains: [{ domainId, visible: true, allowToSelectedMember: false }],
    tokens: [],
    refreshTokens: [],
    lastEventAt: 0,
    members: {},
    rooms: {},
    files: {},
  };
};

/** Members find a bot where their domain has it, in the open or for them. */
export const mayUse = ({ domains, domainId }: LineWorksAccount, memberId: string): boolean =>
  domains.some(
    (domain) =>
      domain.domainId === domainId && domain.visible && (!domain.allowToSelectedMember || domain.members?.includes(memberId) === true),
  );

const isRsaKey = (pem: string): boolean => {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};

/** @returns its id */
export const keepFile = (account: LineWorksAccount, file: Omit<Attachment, 'endsAt'>, now: Date): string => {
  const at = now.getTime();
  const id = newFileId(at, at + DAY, account.domainId);
  account.files[id] = file.from === 'bot' ? { ...file, endsAt: at + DAY } : file;
  return id;
};
