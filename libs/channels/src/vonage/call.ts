import type { Credentials } from '@madoguchi/use-cases';
import type { Problem } from '../connection-check.js';
import { callPlatform, type PlatformAnswer, type PlatformRequest, platformWords } from '../platform-call.js';
import { objectIn, textIn } from '../platform-json.js';

/** Base addresses without a slash at the end. */
export interface VonageHosts {
  /** SMS API, account and numbers. */
  readonly rest: string;
  /** Messages API, applications and media. */
  readonly api: string;
}

export type Answered = Extract<PlatformAnswer<unknown>, { kind: 'answered' }>;

export const REMEDY_FOR_KEY =
  'Copy API key and API secret again from the dashboard of Vonage (formerly Nexmo) into the integration account.';

export const REMEDY_FOR_APPLICATION =
  'Enter application ID and private key of the same application in the integration account; the dashboard can generate a new pair of keys.';

export const IMPOSSIBLE_TOKEN = {
  kind: 'impossible',
  reason: 'The application ID or the private key is missing or has a form that it cannot have.',
} as const;

const IMPOSSIBLE_KEY = { kind: 'impossible', reason: 'The API key or the API secret is missing.' } as const;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_BODY = { 'content-type': 'application/json' };

type Call = Pick<PlatformRequest, 'signal'> & { readonly method?: PlatformRequest['method'] };

/** A form to the host of the SMS API. The caller has put key and secret, or a signature, into it. */
export const callSmsApi = (hosts: VonageHosts, fields: URLSearchParams, signal: AbortSignal): Promise<PlatformAnswer<unknown>> =>
  callPlatform(`${hosts.rest}/sms/json`, { method: 'POST', headers: FORM, body: fields.toString(), signal });

/** A call about the account, in the name of key and secret; `fields` make it a POST of a form. */
export const callAccount = async (
  hosts: VonageHosts,
  path: string,
  credentials: Credentials,
  { signal, fields }: Call & { readonly fields?: Readonly<Record<string, string>> },
): Promise<PlatformAnswer<unknown>> => {
  const authorization = basic(credentials);
  if (authorization === undefined) return IMPOSSIBLE_KEY;
  if (fields === undefined) return callPlatform(`${hosts.rest}${path}`, { method: 'GET', headers: { authorization }, signal });
  const body = new URLSearchParams(fields).toString();
  return callPlatform(`${hosts.rest}${path}`, { method: 'POST', headers: { authorization, ...FORM }, body, signal });
};

/** A call about an application, in the name of key and secret. */
export const callApplications = async (
  hosts: VonageHosts,
  applicationId: string,
  credentials: Credentials,
  { signal, method = 'GET', body }: Call & { readonly body?: object },
): Promise<PlatformAnswer<unknown>> => {
  const authorization = basic(credentials);
  if (authorization === undefined) return IMPOSSIBLE_KEY;
  const json = body === undefined ? {} : { headers: { authorization, ...JSON_BODY }, body: JSON.stringify(body) };
  return callPlatform(`${hosts.api}/v2/applications/${applicationId}`, { method, headers: { authorization }, signal, ...json });
};

/** One message to the Messages API, in the name of the application. */
export const callMessages = (hosts: VonageHosts, token: string, message: object, signal: AbortSignal): Promise<PlatformAnswer<unknown>> => {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json', ...JSON_BODY };
  return callPlatform(`${hosts.api}/v1/messages`, { method: 'POST', headers, body: JSON.stringify(message), signal });
};

const basic = ({ apiKey, apiSecret }: Credentials): string | undefined =>
  apiKey && apiSecret ? `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}` : undefined;

/** Words of a platform that may repeat what it was told. */
export const vonageWords = (words: unknown, { apiSecret, signatureSecret, privateKey }: Credentials): string | undefined =>
  platformWords(words, [privateKey, apiSecret, signatureSecret]);

/** Vonage's own words: problem details in the newer APIs, a label in the older ones. */
export const wordsIn = (body: unknown, credentials: Credentials): string => {
  const { title, detail, error_title: older, 'error-code-label': label, 'error-text': text } = objectIn(body) ?? {};
  const words = [title, detail, older, label, text].map(textIn).filter(Boolean).join(': ');
  return vonageWords(words, credentials) ?? 'Vonage gave no reason';
};

/** What is wrong with a call about the account or an application; nothing when it brought its 200. */
export const problemOf = (answer: PlatformAnswer<unknown>, credentials: Credentials, remedy = 'Test again later.'): Problem | undefined => {
  switch (answer.kind) {
    case 'impossible':
      return { reason: answer.reason, remedy: REMEDY_FOR_KEY };
    case 'not sent':
    case 'no answer':
      return { reason: answer.reason, remedy: 'Check that this server may reach Vonage (rest.nexmo.com, api.nexmo.com), then test again.' };
    case 'answered': {
      if (answer.status === 200 && objectIn(answer.body)) return undefined;
      const reason = `Vonage answered ${answer.status}: ${wordsIn(answer.body, credentials)}`;
      if (answer.status === 401) return { reason, remedy: REMEDY_FOR_KEY };
      return { reason, remedy: answer.status === 200 || answer.status >= 500 || answer.status === 429 ? 'Test again later.' : remedy };
    }
  }
};

/** Milliseconds that an answer asks to wait. */
export const pauseAsked = (headers: Headers): number | undefined => {
  const seconds = headers.get('retry-after');
  return seconds !== null && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : undefined;
};
