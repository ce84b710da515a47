import type { Credentials, SendOutcome } from '@madoguchi/use-cases';
import type { PlatformAnswer } from '../platform-call.js';
import { idIn, type JsonObject, objectIn } from '../platform-json.js';
import { unanswered } from '../unanswered.js';
import { isPhoneNumber } from './account.js';
import { type Answered, callSmsApi, pauseAsked, REMEDY_FOR_KEY, type VonageHosts, wordsIn } from './call.js';
import {
  ACCOUNT_BARRED,
  BALANCE,
  BARRED,
  CONTENT,
  NOT_ENABLED,
  NOT_ON_LIST,
  SENDER,
  TOO_FAST,
  TOO_LONG,
  type VonageFailure,
  WRONG_NUMBER,
} from './errors.js';
import { signatureMethodOf, smsSignatureOf } from './sms-signature.js';
import { isGsmText } from './sms-text.js';

interface Sms {
  readonly to: string;
  readonly from: string;
  readonly text: string;
}

/** Fields of `POST /sms/json` that say what is sent. */
export interface SmsFields extends Sms {
  /** Vonage does not find out by itself; what is outside of GSM-7 would arrive as question marks. */
  readonly type: 'text' | 'unicode';
}

export const smsFieldsOf = (sms: Sms): SmsFields => ({ ...sms, type: isGsmText(sms.text) ? 'text' : 'unicode' });

/** One attempt at one SMS, as long as it may be. Vonage divides it and answers for each part. */
export const sendBySmsApi = async (
  sms: Sms,
  credentials: Credentials,
  { hosts, now, signal }: { readonly hosts: VonageHosts; readonly now: Date; readonly signal: AbortSignal },
): Promise<SendOutcome> => {
  const signed = signedFieldsOf(smsFieldsOf(sms), credentials, now);
  if (!signed) return unanswered({ kind: 'impossible', reason: 'The API key or the API secret is missing.' }, REMEDY_FOR_KEY);
  if (!isPhoneNumber(sms.to)) {
    const reason = 'This is no number that an SMS can be sent to.';
    return { outcome: 'rejected', reason, ...WRONG_NUMBER };
  }
  return outcomeOf(await callSmsApi(hosts, new URLSearchParams([...signed]), signal), credentials);
};

/**
 * In the name of the key: signed where the account says how, else with the secret; Vonage refuses both together. A signature needs to be
 * made in the one way that the account is set to, which nobody but its form can tell.
 */
const signedFieldsOf = (fields: SmsFields, { apiKey, apiSecret, signatureSecret, signatureMethod }: Credentials, now: Date) => {
  if (!apiKey) return undefined;
  const named = new Map([...Object.entries(fields), ['api_key', apiKey] as const]);
  const method = signatureMethodOf(signatureMethod);
  if (method && signatureSecret) {
    named.set('timestamp', String(Math.floor(now.getTime() / 1000)));
    return named.set('sig', smsSignatureOf(named, method, signatureSecret));
  }
  return apiSecret ? named.set('api_secret', apiSecret) : undefined;
};

const outcomeOf = (answer: PlatformAnswer<unknown>, credentials: Credentials): SendOutcome => {
  if (answer.kind !== 'answered') return unanswered(answer, REMEDY_FOR_KEY);
  if (answer.status !== 200) return refusalOf(answer, credentials);
  const messages = objectIn(answer.body)?.messages;
  const parts = (Array.isArray(messages) ? (messages as readonly unknown[]) : []).map(objectIn);
  const [first] = parts;
  if (!first || parts.some((part) => idIn(part?.status) === undefined)) return UNREADABLE;
  const refused = parts.find((part) => idIn(part?.status) !== '0');
  const ids = parts.filter((part) => idIn(part?.status) === '0').map((part) => idIn(part?.['message-id']));
  if (!refused) {
    const known = ids.filter((id) => id !== undefined);
    return known.length === ids.length ? { outcome: 'accepted', providerMessageIds: known } : UNREADABLE;
  }
  if (ids.length === 0) return refusedPart(refused, credentials);
  // The customer has a broken text already: sending all of it again is for a person to decide.
  const reason = `Vonage took ${ids.length} of ${parts.length} parts of the text, then refused: ${wordsIn(refused, credentials)}`;
  return { outcome: 'unknown', reason };
};

const UNREADABLE: SendOutcome = { outcome: 'unknown', reason: 'Vonage answered 200, but the answer cannot be read' };

const refusedPart = (part: JsonObject, credentials: Credentials): SendOutcome => {
  const status = idIn(part.status) ?? '';
  const reason = `Vonage refused it (${status}): ${wordsIn(part, credentials)}`;
  const { code, remedy, retryAfterMs } = REFUSALS.get(status) ?? {
    code: 'refused',
    remedy: 'Test the connection of the integration account.',
  };
  if (retryAfterMs === undefined) return { outcome: 'rejected', code, reason, remedy };
  return { outcome: 'retry', afterMs: retryAfterMs, reason, ...(code === 'rate-limit' && { holds: 'account' as const }) };
};

const SIGNATURE: VonageFailure = {
  code: 'credentials-refused',
  remedy:
    'Correct signature secret and signature method in the integration account, or leave the method empty: then the API secret is used.',
};
const KEY: VonageFailure = { code: 'credentials-refused', remedy: REMEDY_FOR_KEY };
const INTERNAL: VonageFailure = { code: 'platform-error', remedy: 'Wait some minutes and send it again.', retryAfterMs: 5_000 };

/** Vonage, "SMS API error codes": `status` of a part. */
const REFUSALS: ReadonlyMap<string, VonageFailure> = new Map(
  (
    [
      [TOO_FAST, ['1', '10']],
      [CONTENT, ['2', '3', '22', '23']],
      [KEY, ['4']],
      [INTERNAL, ['5']],
      [WRONG_NUMBER, ['6', '33']],
      [BARRED, ['7']],
      [ACCOUNT_BARRED, ['8']],
      [BALANCE, ['9']],
      [NOT_ENABLED, ['11']],
      [TOO_LONG, ['12']],
      [SIGNATURE, ['14', '32']],
      [SENDER, ['15']],
      [NOT_ON_LIST, ['29']],
    ] as const
  ).flatMap(([failure, numbers]) => numbers.map((number) => [number, failure] as const)),
);

/** Vonage answers 200 to nearly everything: these are of what stands before it. */
const refusalOf = ({ status, body, headers }: Answered, credentials: Credentials): SendOutcome => {
  const reason = `Vonage answered ${status}: ${wordsIn(body, credentials)}`;
  if (status >= 500 || (status >= 200 && status < 300)) return { outcome: 'unknown', reason };
  if (status === 429) return { outcome: 'retry', afterMs: pauseAsked(headers) ?? 1_000, reason, holds: 'account' };
  if (status === 401 || status === 403) return { outcome: 'rejected', code: 'credentials-refused', reason, remedy: REMEDY_FOR_KEY };
  return {
    outcome: 'rejected',
    code: 'refused',
    reason,
    remedy: 'Test the connection of the integration account; the address of the SMS API may be wrong.',
  };
};
