import { randomBytes } from 'node:crypto';
import type { NewAccount } from '../control-api.js';
import { ControlProblem } from '../platform.js';
import { digits } from './ids.js';
import { sampleTemplates, type WhatsAppTemplate } from './template-samples.js';

export interface WhatsAppUser {
  /** Of the control API: the digits of the number, or the business-scoped id of somebody who shows no number. */
  readonly id: string;
  readonly name: string;
  readonly language?: string;
  /** `JP.1349…` */
  readonly userId: string;
  /** Absent: the person has a user name and hides the number. */
  readonly number?: string;
  /** Has WhatsApp. */
  reachable: boolean;
  blocked: boolean;
  /** Opens 24 hours; milliseconds. */
  wroteAt?: number;
  /** Of the last thing that they did; Unix seconds. */
  lastSecond: number;
}

/** A file that lies at Meta. */
export interface WhatsAppFile {
  readonly phoneNumberId: string;
  readonly mediaId: string;
  readonly mimeType: string;
  /** Milliseconds. */
  readonly expiresAt: number;
}

/** A message of a chat, either way. */
export interface WhatsAppMessage {
  readonly chat: string;
  readonly from: 'customer' | 'account';
  readonly type: string;
  readonly sentAt: number;
  /** Buttons and rows by their id, as they come back. */
  readonly choices?: Readonly<Record<string, WhatsAppChoice>>;
  /** Of the account: what the customer has seen of it. */
  status?: 'sent' | 'delivered' | 'read';
  readonly callbackData?: string;
  /** Of the account: whether it was sent to a user id. */
  readonly toUserId?: boolean;
}

export type WhatsAppChoice =
  | { readonly kind: 'button' | 'template button'; readonly title: string }
  | { readonly kind: 'row'; readonly title: string; readonly description?: string };

/** A phone number of a business account. */
export interface WhatsAppAccount {
  readonly phoneNumberId: string;
  readonly businessAccountId: string;
  readonly appId: string;
  /** Digits. */
  readonly number: string;
  readonly name: string;
  status: 'UNVERIFIED' | 'PENDING' | 'CONNECTED' | 'DISCONNECTED';
  codeVerification: 'NOT_VERIFIED' | 'VERIFIED';
  /** The two-step PIN. */
  pin: string | null;
  /** The one that was sent last, until milliseconds. */
  code: { readonly value: string; readonly until: number } | null;
  /** When register and deregister were called; milliseconds. */
  registrations: number[];
  /** It takes Meta so long to connect a number that was registered; milliseconds. */
  connectsAfter?: number;
  /** Registered, and connected from this moment on; milliseconds. */
  connectsAt?: number;
  /** A machine's number: it gets no code. */
  machine?: boolean;
  /** Its own address, before those of business account and app. */
  webhook: Override | null;
  readonly users: Record<string, WhatsAppUser>;
  readonly messages: Record<string, WhatsAppMessage>;
  readonly links: Record<string, { prefilled: string }>;
}

export interface Override {
  readonly url: string;
  readonly verifyToken: string;
}

export interface BusinessAccount {
  readonly id: string;
  readonly name: string;
  /** By app id; `null`: to the address of the app. */
  readonly subscribed: Record<string, Override | null>;
  templates: WhatsAppTemplate[];
}

export interface WhatsAppApp {
  readonly id: string;
  readonly secret: string;
}

/** Of a system user. */
export interface AccessToken {
  readonly appId: string;
  readonly businessAccountIds: string[];
  /** Milliseconds; null: never. */
  expiresAt: number | null;
  scopes: readonly string[];
}

export const SCOPES = ['whatsapp_business_management', 'whatsapp_business_messaging'] as const;

/** Everything that Meta knows. */
export interface WhatsAppState {
  readonly apps: Record<string, WhatsAppApp>;
  readonly tokens: Record<string, AccessToken>;
  readonly businesses: Record<string, BusinessAccount>;
  readonly accounts: Record<string, WhatsAppAccount>;
  readonly files: Record<string, WhatsAppFile>;
}

export const emptyState = (): WhatsAppState => ({ apps: {}, tokens: {}, businesses: {}, accounts: {}, files: {} });

/** The shapes in which Meta issues them, as far as they are known. */
const RULES: readonly [name: string, shape: RegExp, example: () => string][] = [
  ['phoneNumber', /^\+[1-9]\d{6,14}$/, () => `+813${digits(8)}`],
  ['phoneNumberId', /^\d{5,20}$/, () => digits(15)],
  ['businessAccountId', /^\d{5,20}$/, () => digits(15)],
  ['appId', /^\d{5,20}$/, () => digits(15)],
  ['appSecret', /^[0-9a-f]{32}$/, () => randomBytes(16).toString('hex')],
  ['accessToken', /^EAA[A-Za-z0-9]{20,500}$/, () => `EAA${randomBytes(60).toString('hex')}`],
];

/**
 * A connected number, together with its app, business account and token where they are not there yet; who is there already takes the new
 * number in.
 *
 * @throws ControlProblem for credentials that Meta would not issue.
 */
export const newAccount = (state: WhatsAppState, request: NewAccount): WhatsAppAccount => {
  const given = request.credentials ?? {};
  // An app is known by its secret too: the product's form does not ask for the id.
  const known = Object.values(state.apps).find(({ secret }) => secret === given['appSecret']);
  const credentials = Object.fromEntries(
    RULES.map(([name, shape, example]) => {
      const value = given[name] ?? (name === 'appId' ? known?.id : undefined) ?? example();
      if (!shape.test(value))
        throw new ControlProblem(400, 'bad credential', `Meta would never issue this ${name}; it has the shape ${shape.source}.`);
      return [name, value];
    }),
  ) as Record<'phoneNumber' | 'phoneNumberId' | 'businessAccountId' | 'appId' | 'appSecret' | 'accessToken', string>;
  const { phoneNumber, phoneNumberId, businessAccountId, appId, appSecret, accessToken } = credentials;
  const name = request.name ?? 'WhatsApp number';

  const app = (state.apps[appId] ??= { id: appId, secret: appSecret });
  if (app.secret !== appSecret) throw new ControlProblem(409, 'app exists', `The app ${appId} has another secret.`);
  const token = (state.tokens[accessToken] ??= { appId, businessAccountIds: [], expiresAt: null, scopes: SCOPES });
  if (token.appId !== appId) throw new ControlProblem(409, 'token exists', 'This access token belongs to another app.');
  if (!token.businessAccountIds.includes(businessAccountId)) token.businessAccountIds.push(businessAccountId);
  state.businesses[businessAccountId] ??= { id: businessAccountId, name, subscribed: {}, templates: sampleTemplates() };
  return numberOf({ phoneNumberId, businessAccountId, appId, number: phoneNumber.slice(1), name }, 'CONNECTED');
};

export const numberOf = (
  facts: Pick<WhatsAppAccount, 'phoneNumberId' | 'businessAccountId' | 'appId' | 'number' | 'name'>,
  status: WhatsAppAccount['status'],
): WhatsAppAccount => ({
  ...facts,
  status,
  codeVerification: status === 'CONNECTED' ? 'VERIFIED' : 'NOT_VERIFIED',
  pin: null,
  code: null,
  registrations: [],
  webhook: null,
  users: {},
  messages: {},
  links: {},
});

/** Where the events of a number go: to its own address, else that of the business account. Null when the app is not subscribed. */
export const destinationOf = (state: WhatsAppState, { appId, businessAccountId, webhook }: WhatsAppAccount): string | null => {
  const override = state.businesses[businessAccountId]?.subscribed[appId];
  return override === undefined ? null : ((webhook ?? override)?.url ?? null);
};

/** `+81 3-1234-5678`, roughly: the country apart. */
export const displayNumberOf = ({ number }: Pick<WhatsAppAccount, 'number'>): string => {
  const country = countryCodeOf(number);
  const rest = number.slice(country.length);
  return `+${country} ${rest.slice(0, -8)}${rest.length > 8 ? '-' : ''}${rest.slice(-8, -4)}-${rest.slice(-4)}`;
};

const COUNTRY_CODES = ['1', '7', '380', '375', '420', '852', '886'];

/** Of the few countries whose codes have another length than two digits. */
export const countryCodeOf = (number: string): string => COUNTRY_CODES.find((code) => number.startsWith(code)) ?? number.slice(0, 2);
