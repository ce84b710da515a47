import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { NewAccount } from '../control-api.js';
import { ControlProblem } from '../platform.js';

export const SIGNATURE_METHODS = ['md5hash', 'md5', 'sha1', 'sha256', 'sha512'] as const;
export type SignatureMethod = (typeof SIGNATURE_METHODS)[number];

export interface VonageCustomer {
  /** The number; with `whatsapp:` before it where they write on WhatsApp. */
  readonly id: string;
  readonly channel: 'sms' | 'whatsapp';
  /** Digits, with the country code. */
  readonly number: string;
  readonly name: string;
  readonly language?: string;
  /** The phone is on. */
  readonly reachable: boolean;
  /** Has answered STOP. */
  blocked: boolean;
  /** Messages on WhatsApp that they have not looked at. */
  unread: string[];
}

export interface VonageNumber {
  readonly country: string;
  readonly msisdn: string;
  moHttpUrl: string;
  appId: string;
}

/** As `GET /v2/applications/{id}` tells it, without its links. */
export interface VonageApplication {
  readonly id: string;
  name: string;
  publicKey: string;
  capabilities: Readonly<Record<string, unknown>>;
  privacy: unknown;
}

/** A customer's file at its address. */
export interface VonageFile {
  readonly mediaId: string;
  /** The address works until then; milliseconds. */
  readonly until: number;
}

export interface VonageAccount {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly signatureSecret: string;
  /** Of the application. Vonage gives it out once; here it stands in the view, because it is invented. */
  readonly privateKey: string;
  readonly name: string;
  signatureMethod: SignatureMethod;
  /** "Default SMS Setting": which of the two APIs tells of an SMS. */
  smsApi: 'sms' | 'messages';
  /** "Webhook format" of the SMS API. */
  webhookFormat: 'GET' | 'POST' | 'POST-JSON';
  /** Whether Vonage has switched signing on for the webhooks of the SMS API. */
  signed: boolean;
  /** In 1/10,000 of a euro. */
  balance: number;
  moCallbackUrl: string;
  drCallbackUrl: string;
  readonly application: VonageApplication;
  readonly number: VonageNumber;
  lastEventAt: number;
  messageCount: number;
  readonly customers: Record<string, VonageCustomer>;
  readonly files: Record<string, VonageFile>;
}

export const NUMBER = /^[1-9]\d{6,14}$/;

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');

/** The shapes in which Vonage issues them, as far as they are known. */
const RULES: readonly [name: string, shape: RegExp, example: () => string][] = [
  ['apiKey', /^[0-9a-zA-Z]{6,32}$/, () => randomBytes(4).toString('hex')],
  ['apiSecret', /^[\x21-\x7e]{6,64}$/, () => randomBytes(12).toString('base64url')],
  ['signatureSecret', /^[\x21-\x7e]{8,128}$/, () => randomBytes(32).toString('base64url')],
  ['applicationId', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, randomUUID],
  ['number', NUMBER, () => `8150${digits(8)}`],
];

/** @throws ControlProblem for a credential that Vonage would not issue. */
export const newAccount = (request: NewAccount): VonageAccount => {
  const given = request.credentials ?? {};
  const credentials = Object.fromEntries(
    RULES.map(([name, shape, example]) => {
      const value = given[name] ?? example();
      if (!shape.test(value))
        throw new ControlProblem(400, 'bad credential', `Vonage would never issue this ${name}; it has the shape ${shape.source}.`);
      return [name, value];
    }),
  ) as Record<'apiKey' | 'apiSecret' | 'signatureSecret' | 'applicationId' | 'number', string>;
  const { apiKey, apiSecret, signatureSecret, applicationId, number } = credentials;
  const name = request.name ?? 'Vonage account';
  const keys = keysOf(given['privateKey']);
  return {
    apiKey,
    apiSecret,
    signatureSecret,
    privateKey: keys.privateKey,
    name,
    signatureMethod: 'md5hash',
    smsApi: 'messages',
    webhookFormat: 'POST-JSON',
    signed: true,
    balance: 1_000_000,
    moCallbackUrl: '',
    drCallbackUrl: '',
    application: { id: applicationId, name, publicKey: keys.publicKey, capabilities: {}, privacy: { improve_ai: false } },
    number: { country: number.startsWith('81') ? 'JP' : number.startsWith('1') ? 'US' : 'GB', msisdn: number, moHttpUrl: '', appId: '' },
    lastEventAt: 0,
    messageCount: 0,
    customers: {},
    files: {},
  };
};

const keysOf = (privateKey: string | undefined): { readonly privateKey: string; readonly publicKey: string } => {
  if (privateKey === undefined) {
    return generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
  }
  try {
    const publicKey = createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'pem' }) as string;
    return { privateKey, publicKey };
  } catch {
    throw new ControlProblem(400, 'bad credential', 'The privateKey is no key in PEM (PKCS#8).');
  }
};

/** @throws ControlProblem for an id that nobody has there. */
export const newCustomer = (
  id: string,
  { name, language, reachable = true }: { readonly name: string; readonly language?: string; readonly reachable?: boolean },
): VonageCustomer => {
  const [, whatsapp, number = ''] = /^(whatsapp:)?(.*)$/.exec(id) ?? [];
  if (!NUMBER.test(number)) {
    const wanted = 'A customer of Vonage has a telephone number with its country code as id (819012345678), or whatsapp: and a number.';
    throw new ControlProblem(400, 'bad customer', wanted);
  }
  const channel = whatsapp === undefined ? 'sms' : 'whatsapp';
  return { id, channel, number, name, ...(language ? { language } : {}), reachable, blocked: false, unread: [] };
};

export const newNumber = (): string => `8190${digits(8)}`;

/** Ids of the SMS API: 16 hexadecimal digits, ascending. */
export const nextSmsId = (account: VonageAccount): string => {
  account.messageCount += 1;
  return `0C${account.messageCount.toString(16).toUpperCase().padStart(14, '0')}`;
};

/** Milliseconds, never twice the same: so the order of an account's events can be told from them. */
export const nextTimestamp = (account: VonageAccount, now: Date): number => {
  account.lastEventAt = Math.max(now.getTime(), account.lastEventAt + 1);
  return account.lastEventAt;
};
