import { createHmac } from 'node:crypto';
import type { CredentialField, Credentials } from '@madoguchi/use-cases';

/** Visible ASCII without blanks and quotes, which people copy along with a token. */
const token = /^[\x21\x23-\x26\x28-\x7e]{1,4096}$/;

/** Meta's own ids: digits, kept as text because they may be longer than a double holds. */
const metaId = /^\d{5,20}$/;

const secret = /^[0-9a-f]{32}$/;

/** The form of a Facebook page and of the app through which it is connected, in the order of Meta's own pages. */
export const messengerCredentialFields: readonly CredentialField[] = [
  {
    name: 'pageUsername',
    secret: false,
    required: true,
    check: (value) =>
      /^[\p{L}\p{N}.]{5,50}$/u.test(usernameIn(value))
        ? undefined
        : 'The page\'s user name has 5 to 50 letters, digits or dots, with or without "@". It stands under the name of the page on Facebook.',
    kept: (value) => usernameIn(value),
  },
  {
    name: 'pageId',
    secret: false,
    required: true,
    check: (value) =>
      metaId.test(value)
        ? undefined
        : 'The page ID is a number of 5 to 20 digits. It stands under "Page transparency" in the page\'s "About" section.',
  },
  {
    name: 'pageAccessToken',
    secret: true,
    required: true,
    check: (value) =>
      token.test(value)
        ? undefined
        : 'The page access token has no blanks, line breaks, quotes or invisible characters. Copy it whole from your app at developers.facebook.com, Messenger > Settings.',
  },
  {
    name: 'appId',
    secret: false,
    required: true,
    check: (value) =>
      metaId.test(value)
        ? undefined
        : "The app ID is a number of 5 to 20 digits. It stands on top of the app's dashboard at developers.facebook.com.",
  },
  {
    name: 'appSecret',
    secret: true,
    required: true,
    check: (value) =>
      secret.test(value)
        ? undefined
        : 'The app secret has 32 characters, digits and the letters a to f. Copy it from App settings > Basic at developers.facebook.com.',
  },
  {
    name: 'verifyToken',
    secret: true,
    required: true,
    generated: true,
    check: (value) =>
      /^[\x20-\x7e]{8,128}$/.test(value)
        ? undefined
        : 'The verify token has 8 to 128 letters, digits or signs of the ASCII set: shorter ones can be guessed. Generate one.',
  },
  {
    name: 'receiverRole',
    secret: false,
    required: false,
    check: (value) =>
      /^(primary|secondary)$/i.test(value)
        ? undefined
        : 'Write "secondary" where a bot platform has the conversations first, or "primary" where it is given them by us; leave it empty where no other app serves the page.',
    kept: (value) => value.toLowerCase(),
  },
];

/** A user name as Facebook has it: without "@" and without the address that people paste. */
export const usernameIn = (typed: string): string =>
  typed
    .trim()
    .replace(/^(https?:\/\/)?(www\.)?(m\.me|facebook\.com)\//i, '')
    .replace(/^@/, '')
    .replace(/\/$/, '');

/** What a call in the name of the page needs. */
export interface PageAccess {
  readonly pageId: string;
  readonly token: string;
  /** Proves that the caller knows the app secret too; apps can insist on it. */
  readonly proof: string | undefined;
}

/** Undefined when something is missing, or has characters that would not get into a header or a path. */
export const pageAccessOf = ({ pageId = '', pageAccessToken = '', appSecret = '' }: Credentials): PageAccess | undefined =>
  metaId.test(pageId) && token.test(pageAccessToken)
    ? { pageId, token: pageAccessToken, proof: secret.test(appSecret) ? appSecretProof(pageAccessToken, appSecret) : undefined }
    : undefined;

/** What a call in the name of the app needs. Meta takes id and secret together as the app's own token. */
export const appAccessOf = ({ appId = '', appSecret = '' }: Credentials): { readonly appId: string; readonly token: string } | undefined =>
  metaId.test(appId) && secret.test(appSecret) ? { appId, token: `${appId}|${appSecret}` } : undefined;

/** "Securing Graph API requests": hex of HMAC-SHA256 over the token, keyed with the app secret. */
export const appSecretProof = (pageAccessToken: string, appSecret: string): string =>
  createHmac('sha256', appSecret).update(pageAccessToken).digest('hex');
