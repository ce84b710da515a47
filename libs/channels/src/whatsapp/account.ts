import type { CredentialField, Credentials } from '@madoguchi/use-cases';

/** Visible ASCII without blanks: what fits into a header. */
const visible = /^[\x21-\x7e]+$/;

/** Ids of the Graph API are long numbers, always kept as text. */
const graphId = /^\d{5,20}$/;

/** E.164: "+", country code, number; at most 15 digits. */
const e164 = /^\+[1-9]\d{6,14}$/;

const checkId = (what: string) => (value: string) =>
  graphId.test(value) ? undefined : `The ${what} has 5 to 20 digits. Copy it from "WhatsApp > API Setup" in the Meta App Dashboard.`;

/** The form of a WhatsApp number (Cloud API). The certificate belongs to the onboarding of the number; messages need none. */
export const whatsappCredentialFields: readonly CredentialField[] = [
  { name: 'phoneNumber', secret: false, required: true, check: (value) => phoneNumberProblem(value) },
  {
    name: 'certificate',
    secret: true,
    required: false,
    check: (value) =>
      /^[A-Za-z0-9+/=_\s-]{16,10000}$/.test(value)
        ? undefined
        : 'The certificate is a text of letters, digits, "+", "/", "=", "-" and "_". Copy it whole from WhatsApp Manager; it is valid for 7 days.',
  },
  {
    name: 'pin',
    secret: true,
    required: false,
    check: (value) =>
      /^\d{6}$/.test(value)
        ? undefined
        : 'The PIN of the two-step verification has six digits. A number that has none gets one when it is brought onto WhatsApp here.',
  },
  { name: 'phoneNumberId', secret: false, required: true, check: checkId('phone number ID') },
  { name: 'businessAccountId', secret: false, required: true, check: checkId('WhatsApp Business Account ID') },
  {
    name: 'accessToken',
    secret: true,
    required: true,
    check: (value) =>
      visible.test(value) && value.length <= 4_096
        ? undefined
        : 'The access token has no blanks and no line breaks. Copy the token of a system user whole from the Meta Business settings.',
  },
  {
    name: 'appSecret',
    secret: true,
    required: true,
    check: (value) =>
      visible.test(value) && value.length >= 16 && value.length <= 128
        ? undefined
        : 'The app secret has 32 characters and no blanks. Copy it from "App settings > Basic" in the Meta App Dashboard.',
  },
  {
    name: 'verifyToken',
    secret: true,
    required: true,
    generated: true,
    check: (value) =>
      visible.test(value) && value.length >= 8 && value.length <= 256
        ? undefined
        : 'The verify token has 8 to 256 characters without blanks; shorter ones can be guessed. Generate one.',
  },
];

/** Corrected visibly, never silently: a number with blanks or brackets is answered with the form that it should have. */
const phoneNumberProblem = (value: string): string | undefined => {
  if (e164.test(value)) return undefined;
  const plain = value.replace(/[\s().-]/g, '');
  return e164.test(plain)
    ? `Write the phone number without blanks, hyphens and brackets: ${plain}`
    : 'The phone number begins with "+" and the country code, then 6 to 14 more digits, for example +81312345678. Short codes do not work.';
};

/** The parts of the form that webhooks are compared with. */
export interface WhatsAppAccount {
  readonly phoneNumberId: string;
  readonly businessAccountId: string;
  /** Digits, as the platform writes them. */
  readonly displayNumber: string;
}

export const accountOf = (credentials: Credentials): WhatsAppAccount => ({
  phoneNumberId: credentials.phoneNumberId ?? '',
  businessAccountId: credentials.businessAccountId ?? '',
  displayNumber: digitsOf(credentials.phoneNumber ?? ''),
});

export const digitsOf = (phoneNumber: string): string => phoneNumber.replace(/\D/g, '');

/** The token, when it can be one; a header with anything else in it cannot be sent. */
export const accessTokenOf = ({ accessToken }: Credentials): string | undefined =>
  accessToken !== undefined && visible.test(accessToken) ? accessToken : undefined;

/** An id that can stand in a path; undefined when it is none. */
export const graphIdOf = (id: string | undefined): string | undefined => (id !== undefined && graphId.test(id) ? id : undefined);
