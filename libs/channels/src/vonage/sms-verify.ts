import type { Credentials, WebhookRequest } from '@madoguchi/use-cases';
import { parse } from 'lossless-json';
import { equalInConstantTime } from '../constant-time.js';
import { SIGNATURE_METHODS, signatureMethodOf, type SignatureMethod, type SmsParameters, smsSignatureOf } from './sms-signature.js';

/** Bytes. The signature stands inside, so that much is read of what nobody has vouched for; an SMS takes a hundredth of it. */
const LARGEST_BODY = 64 * 1024;

const CLOCK_SKEW_MS = 5 * 60_000;
const HOUR_MS = 60 * 60_000;
/** Vonage repeats messages for 24 hours and receipts for 72. */
const OLDEST_MS = { message: 25 * HOUR_MS, receipt: 72 * HOUR_MS + CLOCK_SKEW_MS };

/** Length of the signature in hex, by method. */
const DIGITS: Readonly<Record<SignatureMethod, number>> = { md5hash: 32, md5: 32, sha1: 40, sha256: 64, sha512: 128 };

/**
 * The parameters of an SMS webhook, decoded: from the query (GET), a form or a JSON object, whatever the account is set to; where one
 * stands in query and body, the body's. Undefined when there are none of this kind: too large, no text, or one that came twice.
 */
export const smsParametersOf = ({ headers, query, body }: WebhookRequest): SmsParameters | undefined => {
  if (body.length > LARGEST_BODY) return undefined;
  const parameters = new Map(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
  const text = body.toString('utf8');
  const isForm = String(headers['content-type']).includes('x-www-form-urlencoded') || !/^\s*[[{]/.test(text);
  const inBody = isForm ? [...new URLSearchParams(text)] : membersOf(text);
  if (!inBody || new Set(inBody.map(([name]) => name)).size < inBody.length) return undefined;
  for (const [name, value] of inBody) parameters.set(name, value);
  return parameters;
};

/** Members of a JSON object as text; numbers with the digits that they were written with. */
const membersOf = (text: string): readonly (readonly [string, string])[] | undefined => {
  try {
    const members = parse(text, undefined, { parseNumber: (digits) => digits });
    if (typeof members !== 'object' || members === null || Array.isArray(members)) return undefined;
    return Object.entries(members as object).map(([name, value]) => [name, asText(value)] as const);
  } catch {
    // No JSON, nested without end, or a name that stands there twice.
    return undefined;
  }
};

const asText = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? ''));

export const isReceipt = (parameters: SmsParameters): boolean =>
  parameters.has('status') && (parameters.has('err-code') || !parameters.has('type'));

/**
 * Whether the SMS API sent this: `sig` over all parameters with the account's signature secret, in the way that the account is set to, or
 * any of Vonage's ways while the form does not say which. Upper and lower case are the same in it. Vonage's own libraries differ in
 * whether empty parameters are signed, so both are tried; what was not signed is not read.
 *
 * @returns the parameters that are covered, or why there are none; `unproven`: the account lets in what is not signed
 */
export const signedParametersOf = (
  parameters: SmsParameters,
  credentials: Credentials,
  receivedAt: Date,
): { readonly parameters: SmsParameters; readonly unproven?: true } | { readonly reason: string } => {
  const { signatureSecret: secret, apiKey, allowUnsigned } = credentials;
  const signature = parameters.get('sig');
  if (allowUnsigned === 'yes' && (!secret || signature === undefined)) {
    const isOurs = Boolean(apiKey) && equalInConstantTime(apiKey ?? '', parameters.get('api-key') ?? '');
    return isOurs ? { parameters, unproven: true } : { reason: 'the webhook names another API key' };
  }
  if (!secret) return { reason: 'the account has no signature secret, so nothing can be verified' };
  if (signature === undefined)
    return { reason: 'the webhook has no signature; Vonage signs SMS webhooks once its support has switched that on' };
  const signed = [parameters, withoutEmpty(parameters)].find((each) => fits(signature, each, credentials, secret));
  if (!signed) return { reason: 'the signature does not fit the parameters and the signature secret' };
  const age = receivedAt.getTime() - Number(/^\d{1,12}$/.exec(signed.get('timestamp') ?? '')?.[0] ?? Number.NaN) * 1000;
  const oldest = OLDEST_MS[isReceipt(signed) ? 'receipt' : 'message'];
  return age >= -CLOCK_SKEW_MS && age <= oldest ? { parameters: signed } : { reason: 'the webhook is too old, or from the future' };
};

const withoutEmpty = (parameters: SmsParameters): SmsParameters => new Map([...parameters].filter(([, value]) => value !== ''));

const fits = (signature: string, parameters: SmsParameters, { signatureMethod }: Credentials, secret: string): boolean => {
  if (!/^[0-9A-Fa-f]{32,128}$/.test(signature)) return false;
  const claimed = signature.toLowerCase();
  const set = signatureMethodOf(signatureMethod);
  const methods = (set ? [set] : SIGNATURE_METHODS).filter((method) => DIGITS[method] === claimed.length);
  return methods.some((method) => equalInConstantTime(smsSignatureOf(parameters, method, secret), claimed));
};
