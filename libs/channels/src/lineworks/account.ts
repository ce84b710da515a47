import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { CredentialField, Credentials } from '@madoguchi/use-cases';

/** Visible ASCII without blanks: what fits into a header and a form. */
const visible = /^[\x21-\x7e]{1,512}$/;

/** An int64 of LINE WORKS, kept as its digits. */
const botNumber = /^\d{1,19}$/;

/** RS256 takes no smaller key. */
const SMALLEST_KEY_BITS = 2_048;

const copied = (what: string, where: string) => (value: string) =>
  visible.test(value)
    ? undefined
    : `The ${what} has no blanks and no line breaks. Copy it whole from ${where} in the LINE WORKS Developer Console.`;

/** The form of a bot that was made in the Developer Console, in the order of its pages. */
export const lineworksCredentialFields: readonly CredentialField[] = [
  { name: 'clientId', secret: false, required: true, check: copied('Client ID', 'API > ClientApp') },
  { name: 'clientSecret', secret: true, required: true, check: copied('Client Secret', 'API > ClientApp') },
  { name: 'serviceAccount', secret: false, required: true, check: copied('Service Account', 'API > ClientApp') },
  { name: 'privateKey', secret: true, required: true, check: (value) => keyProblem(value) },
  {
    name: 'botId',
    secret: false,
    required: true,
    check: (value) =>
      botNumber.test(value) ? undefined : 'The Bot ID is a number. Copy it from the page of the bot in the LINE WORKS Developer Console.',
  },
  {
    name: 'botSecret',
    secret: true,
    // LINE WORKS issues one on request: see `issueLineWorksSecret`.
    required: false,
    check: (value) =>
      visible.test(value) && value.length >= 8
        ? undefined
        : 'The Bot Secret has at least 8 characters and no blanks. Copy it from the page of the bot, or leave it out and press "Set Webhook": then a new one is issued.',
  },
];

/** What a service account signs its assertions with, and whom it signs for. */
export interface ServiceAccount {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly key: KeyObject;
}

/** Undefined when what was typed can be none of LINE WORKS. */
export const serviceAccountOf = ({ clientId, clientSecret, serviceAccount, privateKey }: Credentials): ServiceAccount | undefined => {
  const key = privateKeyIn(privateKey ?? '');
  if (!key || !clientId || !clientSecret || !serviceAccount) return undefined;
  return [clientId, clientSecret, serviceAccount].every((value) => visible.test(value))
    ? { clientId, clientSecret, name: serviceAccount, key }
    : undefined;
};

/** The Bot ID, when it can stand in a path; undefined when it cannot. */
export const botIdOf = ({ botId }: Credentials): string | undefined => (botId !== undefined && botNumber.test(botId) ? botId : undefined);

const pem = /^-----BEGIN ((?:RSA )?PRIVATE KEY)-----([A-Za-z0-9+/=\s]+)-----END \1-----$/;

/**
 * The key is downloaded as a text file; on its way here its line breaks may have become CRLF, blanks, the two characters `\n`, or nothing.
 */
const privateKeyIn = (value: string): KeyObject | undefined => {
  const [, label, base64] = pem.exec(value.replaceAll(/\\[rn]/g, '\n').trim()) ?? [];
  if (label === undefined || base64 === undefined) return undefined;
  const lines = base64.replaceAll(/\s/g, '').match(/.{1,64}/g) ?? [];
  try {
    const key = createPrivateKey([`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n'));
    return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_KEY_BITS ? key : undefined;
  } catch {
    return undefined;
  }
};

const keyProblem = (value: string): string | undefined => {
  if (privateKeyIn(value)) return undefined;
  const download = 'Download the newest one at API > ClientApp > Private Key and paste the whole text.';
  if (/ENCRYPTED/.test(value)) return `This private key is protected by a password. ${download}`;
  if (/CERTIFICATE/.test(value)) return `This is a certificate, not a private key. ${download}`;
  if (/PUBLIC KEY/.test(value)) return `This is a public key. ${download}`;
  return /PRIVATE KEY/.test(value)
    ? `This is no RSA key of ${SMALLEST_KEY_BITS} bits or more, or a part of it is missing. ${download}`
    : `This is no private key: its first line says BEGIN PRIVATE KEY. ${download}`;
};
