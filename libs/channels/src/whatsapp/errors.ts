import type { Credentials } from '@madoguchi/use-cases';
import { platformWords } from '../platform-call.js';
import { numberIn, objectIn, textIn } from '../platform-json.js';
import { REMEDY_FOR_TOKEN } from './call.js';

/** What one of Meta's error codes means to us, in an answer to a call as well as in a receipt. */
export interface WhatsAppFailure {
  readonly code: string;
  readonly remedy: string;
  /** Milliseconds after which the same call may succeed; absent: never. */
  readonly retryAfterMs?: number;
  /** Who has to wait for that long. */
  readonly holds?: 'account' | 'recipient';
  /** With a 5xx it says nothing about whether the message went out. */
  readonly vague?: true;
}

export interface GraphError {
  readonly number: number;
  readonly words: string;
  readonly transient: boolean;
}

/** Bodies of a refused call: `{"error": {"code", "message", "error_data": {"details"}, "is_transient"}}`. */
export const graphErrorIn = (body: unknown, credentials: Credentials): GraphError | undefined => {
  const error = objectIn(objectIn(body)?.error);
  return error && readError(error, credentials);
};

/** The same facts as they stand in a status or a webhook: without the envelope, in old versions with `details` beside `title`. */
export const readError = (error: unknown, credentials: Credentials): GraphError | undefined => {
  const { code, title, message, details, error_data: data, is_transient: transient } = objectIn(error) ?? {};
  const number = numberIn(code);
  if (number === undefined) return undefined;
  const parts = [textIn(message) ?? textIn(title), textIn(objectIn(data)?.details) ?? textIn(data) ?? textIn(details)];
  const { accessToken, appSecret, verifyToken, certificate, pin } = credentials;
  const words = platformWords([...new Set(parts)].filter(Boolean).join('; '), [accessToken, appSecret, verifyToken, certificate, pin]);
  return { number, words: words ?? 'WhatsApp gave no reason', transient: transient === true };
};

/** By the code alone: titles change, `error_subcode` is on its way out. Undefined: nobody knows this code yet. */
export const failureOf = ({ number, words, transient }: GraphError): WhatsAppFailure | undefined => {
  const known = FAILURES.get(number) ?? (number >= 200 && number <= 299 ? NOT_ALLOWED : undefined);
  if (number === 100 && /does not exist/i.test(words)) return OTHER_NUMBER;
  return known ?? (transient ? VAGUE : undefined);
};

const LATER = 'Wait some minutes and send it again.';

const VAGUE: WhatsAppFailure = { code: 'platform-error', remedy: LATER, retryAfterMs: 5_000, vague: true };
const OVERLOADED: WhatsAppFailure = { code: 'platform-error', remedy: LATER, retryAfterMs: 10_000 };
const NUMBER_TOO_FAST: WhatsAppFailure = { code: 'rate-limit', remedy: LATER, retryAfterMs: 2_000, holds: 'account' };
/** One message in 6 seconds to the same customer, once a burst of 45 is used up. */
const CUSTOMER_TOO_FAST: WhatsAppFailure = { code: 'rate-limit', remedy: LATER, retryAfterMs: 6_000, holds: 'recipient' };
const APP_TOO_FAST: WhatsAppFailure = { code: 'rate-limit', remedy: LATER, retryAfterMs: 60_000, holds: 'account' };
const SPAM: WhatsAppFailure = {
  code: 'spam-limit',
  remedy: 'Customers have blocked or reported this number. Look at its quality rating in WhatsApp Manager, and write less for a while.',
  retryAfterMs: 600_000,
  holds: 'account',
};
const TRIED_TOO_OFTEN: WhatsAppFailure = {
  code: 'rate-limit',
  remedy: 'WhatsApp wants this number to pause, for up to 72 hours. Wait, then send it again.',
  retryAfterMs: 600_000,
  holds: 'account',
};
const MEDIA: WhatsAppFailure = {
  code: 'media-refused',
  remedy: 'Send the file again; if that fails too, save it in another format or send a link.',
};
const TOKEN: WhatsAppFailure = { code: 'credentials-refused', remedy: REMEDY_FOR_TOKEN };
const NOT_ALLOWED: WhatsAppFailure = {
  code: 'not-allowed',
  remedy: 'Give the system user of the access token the right whatsapp_business_messaging for this WhatsApp Business Account.',
};
const OTHER_NUMBER: WhatsAppFailure = {
  code: 'account-mismatch',
  remedy: 'The access token cannot see this phone number. Correct the phone number ID, or enter the token of its business account.',
};
const LOCKED: WhatsAppFailure = {
  code: 'account-locked',
  remedy: 'Meta has restricted this WhatsApp account. An administrator must look into "Account Quality" in Meta Business Suite.',
};
const COUNTRY: WhatsAppFailure = {
  code: 'account-restricted',
  remedy: "The account may not write to customers of this country. Use another way, or ask Meta's support.",
};
const PAYMENT: WhatsAppFailure = {
  code: 'payment-missing',
  remedy: 'Put a valid payment method to the WhatsApp Business Account in the Meta Business settings.',
};
const UNREGISTERED: WhatsAppFailure = {
  code: 'number-not-registered',
  remedy: 'Finish the set-up of this number in the integration account: it is not registered at WhatsApp.',
};
const DISPLAY_NAME: WhatsAppFailure = {
  code: 'display-name-missing',
  remedy: 'Have the display name of this number approved in WhatsApp Manager.',
};
export const WINDOW_CLOSED: WhatsAppFailure = {
  code: 'window-closed',
  remedy: 'Send a template that WhatsApp has approved, or wait until the customer writes again: after 24 hours nothing else may go out.',
};
const UNDELIVERABLE: WhatsAppFailure = {
  code: 'recipient-unreachable',
  remedy: 'The customer has no WhatsApp any more, an old version of it, or has not agreed to its terms. Use another way.',
};
const SELF: WhatsAppFailure = {
  code: 'recipient-is-sender',
  remedy: "This is the account's own number. Answer in the customer's conversation.",
};
const TEST_LIST: WhatsAppFailure = {
  code: 'recipient-not-allowed',
  remedy: 'This is a test number: add the recipient to its list in the Meta App Dashboard, or use a real number.',
};
const HELD_BACK: WhatsAppFailure = {
  code: 'held-back',
  remedy: 'WhatsApp held this message back for the sake of the customer. Do not repeat it; wait until the customer writes.',
};
const OPTED_OUT: WhatsAppFailure = { code: 'recipient-opted-out', remedy: 'The customer wants no advertising from you. Do not repeat it.' };
const IDENTITY: WhatsAppFailure = {
  code: 'identity-changed',
  remedy: 'The customer has a new phone or a new owner of the number. Make sure who it is before you write again.',
};
const CONTENT: WhatsAppFailure = { code: 'content-refused', remedy: 'Change the message and send it again.' };
const TEMPLATE: WhatsAppFailure = {
  code: 'template-refused',
  remedy: 'Check name, language, parameters and state of the template in WhatsApp Manager.',
};
const TEMPLATE_MISSING: WhatsAppFailure = {
  code: 'template-missing',
  remedy: 'Choose another template, or have this one approved in this language in WhatsApp Manager.',
};
const TEMPLATE_PARAMETERS: WhatsAppFailure = {
  code: 'template-parameters',
  remedy: 'Fill in every blank of the template: in one line, short, without more than four spaces in a row.',
};
/** WhatsApp ends a pause by itself after some hours. */
const TEMPLATE_PAUSED: WhatsAppFailure = {
  code: 'template-paused',
  remedy: 'Choose another template: customers have blocked or reported this one. Improve it in WhatsApp Manager.',
};

/** Meta, "Cloud API error codes". */
const FAILURES: ReadonlyMap<number, WhatsAppFailure> = new Map(
  (
    [
      [VAGUE, [1, 2, 131000]],
      [OVERLOADED, [131016, 131057, 133004]],
      [NUMBER_TOO_FAST, [130429]],
      [CUSTOMER_TOO_FAST, [131056]],
      [APP_TOO_FAST, [4, 80007]],
      [SPAM, [131048]],
      [TRIED_TOO_OFTEN, [131064, 133016]],
      [MEDIA, [131053]],
      [TOKEN, [0, 190]],
      [NOT_ALLOWED, [3, 10, 131005]],
      [LOCKED, [368, 131031]],
      [COUNTRY, [130497]],
      [PAYMENT, [131042]],
      [UNREGISTERED, [131045, 133010]],
      [DISPLAY_NAME, [131037]],
      [WINDOW_CLOSED, [131047]],
      [UNDELIVERABLE, [131026]],
      [SELF, [131021]],
      [TEST_LIST, [131030]],
      [HELD_BACK, [131049, 130472]],
      [OPTED_OUT, [131050]],
      [IDENTITY, [137000]],
      [OTHER_NUMBER, [33]],
      [CONTENT, [100, 131008, 131009, 131051, 131052, 131062, 131063, 135000]],
      [TEMPLATE_MISSING, [132001]],
      [TEMPLATE_PARAMETERS, [132000, 132005, 132008, 132012, 132018]],
      [TEMPLATE_PAUSED, [132015, 132016]],
      [TEMPLATE, [132007, 132068, 132069]],
    ] as const
  ).flatMap(([failure, numbers]) => numbers.map((number) => [number, failure] as const)),
);
