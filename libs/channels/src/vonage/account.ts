import type { CredentialField, Credentials } from '@madoguchi/use-cases';
import { privateKeyIn } from './private-key.js';
import { SIGNATURE_METHODS, signatureMethodOf } from './sms-signature.js';

/** Visible ASCII without blanks: what fits into a header. */
const visible = /^[\x21-\x7e]+$/;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The form of a Vonage (formerly Nexmo) account: key and secret are all that sending an SMS takes. */
export const vonageCredentialFields: readonly CredentialField[] = [
  {
    name: 'apiKey',
    secret: false,
    required: true,
    check: (value) =>
      /^[0-9A-Za-z]{6,32}$/.test(value)
        ? undefined
        : 'The key has 6 to 32 letters and digits, as a rule 8. Copy the API key from the dashboard of Vonage (formerly Nexmo).',
  },
  {
    name: 'apiSecret',
    secret: true,
    required: true,
    check: (value) =>
      visible.test(value) && value.length >= 6 && value.length <= 64
        ? undefined
        : 'The secret has 6 to 64 characters without blanks. Copy the API secret from the dashboard of Vonage (formerly Nexmo).',
  },
  {
    name: 'signatureSecret',
    secret: true,
    required: false,
    check: (value) =>
      visible.test(value) && value.length >= 8 && value.length <= 128
        ? undefined
        : 'The signature secret has 8 to 128 characters without blanks. It is another one than the API secret: copy it from "API settings" of the dashboard.',
  },
  {
    name: 'applicationId',
    secret: false,
    required: false,
    check: (value) =>
      uuid.test(value)
        ? undefined
        : 'The application ID looks like 2a7c9e54-0d1b-4b7e-9d6e-51f0c3a48b90. Copy it from "Applications" of the dashboard.',
  },
  {
    name: 'privateKey',
    secret: true,
    required: false,
    check: (value) =>
      privateKeyIn(value)
        ? undefined
        : 'The private key is a text from "-----BEGIN PRIVATE KEY-----" to "-----END PRIVATE KEY-----". Copy the whole file private.key of the application.',
  },
  { name: 'number', secret: false, required: false, check: (value) => senderProblem(value) },
  {
    name: 'signatureMethod',
    secret: false,
    required: false,
    check: (value) =>
      signatureMethodOf(value)
        ? undefined
        : `The signature method is one of ${SIGNATURE_METHODS.join(', ')}, as it stands in "API settings" of the dashboard.`,
  },
  {
    name: 'allowUnsigned',
    secret: false,
    required: false,
    check: (value) =>
      value === 'yes' || value === 'no'
        ? undefined
        : 'Write "yes" or "no". "yes" takes SMS webhooks without a signature: only while Vonage has not switched signing on for the account.',
  },
];

/** What stands as `from`: our number, a name, or the id of a page or service. Corrected visibly, never silently. */
const senderProblem = (value: string): string | undefined => {
  if (/^[1-9]\d{2,19}$/.test(value)) return undefined;
  const digits = value.replace(/[\s()+.-]/g, '').replace(/^00/, '');
  if (/^[1-9]\d{6,14}$/.test(digits)) return `Write the number with its country code and nothing but digits: ${digits}`;
  return /^(?=.*[A-Za-z])[0-9A-Za-z ]{1,11}$/.test(value)
    ? undefined
    : 'The sender is a number with its country code and without "+" (815098765432), or a name of at most 11 letters and digits, which customers cannot answer.';
};

/** Whether messages go out by the Messages API, in the name of an application; else by the SMS API, with key and secret. */
export const hasApplication = ({ applicationId, privateKey }: Credentials): boolean => Boolean(applicationId && privateKey);

/** The id, when it can stand in an address. */
export const applicationIdOf = ({ applicationId }: Credentials): string | undefined =>
  applicationId !== undefined && uuid.test(applicationId) ? applicationId : undefined;

/** A number of the telephone network, as Vonage writes all of them: digits with the country code. */
export const isPhoneNumber = (address: string): boolean => /^[1-9]\d{6,14}$/.test(address);
