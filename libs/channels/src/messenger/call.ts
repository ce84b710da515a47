import type { Credentials } from '@madoguchi/use-cases';
import { callPlatform, type PlatformAnswer, platformWords } from '../platform-call.js';
import { type JsonObject, numberIn, objectIn } from '../platform-json.js';
import { appAccessOf, appSecretProof, pageAccessOf } from './account.js';

export interface MessengerHosts {
  /** Base address of the Graph API, without a slash at the end and without the version. */
  readonly api: string;
  /** A host of files that may lie inside our network: exactly this one, and no other. Absent: none. */
  readonly files?: string;
  /** Where people log in, without a slash at the end. Absent: Facebook itself. */
  readonly login?: string;
}

export const facebook = ({ login = 'https://www.facebook.com' }: MessengerHosts): string => login;

/** Meta keeps a version for about two years; bodies and errors here are those of this one. */
export const GRAPH_VERSION = 'v25.0';

export const REMEDY_FOR_TOKEN =
  'Issue a new page access token in your app at developers.facebook.com and enter it in the integration account.';

export const REMEDY_FOR_SECRET =
  'Enter ID and secret of the app that issued the page access token: App settings > Basic at developers.facebook.com.';

export interface GraphCall {
  readonly method: 'GET' | 'POST';
  /** Behind the version; `{page}` and `{app}` stand for the account's ids. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object | FormData;
  readonly signal: AbortSignal;
}

/** One call in the name of the page. The token goes in a header, never in the address. */
export const callAsPage = async (hosts: MessengerHosts, call: GraphCall, credentials: Credentials): Promise<PlatformAnswer<unknown>> => {
  const access = pageAccessOf(credentials);
  if (!access) return { kind: 'impossible', reason: 'The page ID or the page access token is missing or has characters that none has.' };
  return callGraph(hosts, { ...call, path: call.path.replace('{page}', access.pageId) }, access.token, access.proof);
};

/** One call in the name of the app, which only the right pair of app ID and app secret can make. */
export const callAsApp = async (hosts: MessengerHosts, call: GraphCall, credentials: Credentials): Promise<PlatformAnswer<unknown>> => {
  const access = appAccessOf(credentials);
  if (!access) return { kind: 'impossible', reason: 'The app ID or the app secret is missing or has characters that none has.' };
  return callGraph(hosts, { ...call, path: call.path.replace('{app}', access.appId) }, access.token, undefined);
};

/** One call in the name of a person who has logged in. */
export const callAsPerson = (hosts: MessengerHosts, call: GraphCall, token: string, appSecret: string): Promise<PlatformAnswer<unknown>> =>
  callGraph(hosts, call, token, appSecretProof(token, appSecret));

const callGraph = (
  { api }: MessengerHosts,
  { method, path, query, body, signal }: GraphCall,
  token: string,
  proof: string | undefined,
): Promise<PlatformAnswer<unknown>> => {
  const parameters = new URLSearchParams({ ...query, ...(proof && { appsecret_proof: proof }) }).toString();
  const form = body instanceof FormData;
  return callPlatform(`${api}/${GRAPH_VERSION}/${path}${parameters && '?'}${parameters}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && !form && { 'content-type': 'application/json' }) },
    body: form ? body : body && JSON.stringify(body),
    signal,
  });
};

/** The object of a 200; undefined when the answer is something else. */
export const resultIn = (answer: PlatformAnswer<unknown>): JsonObject | undefined =>
  answer.kind === 'answered' && answer.status === 200 ? objectIn(answer.body) : undefined;

/** Graph's refusal: `{"error": {"message", "code", "error_subcode", "is_transient", "error_user_msg"}}`. */
export interface GraphError {
  readonly code: number | undefined;
  readonly subcode: number | undefined;
  readonly transient: boolean;
  /** The app secret is not the one of the app that issued the token. Meta has no code of its own for it. */
  readonly wrongSecret: boolean;
  /** Meta's own words, fit to be shown. */
  readonly words: string;
}

export const graphErrorIn = (body: unknown, credentials: Credentials): GraphError => {
  const { message, code, error_subcode: subcode, is_transient: transient } = objectIn(objectIn(body)?.error) ?? {};
  const secrets = [credentials.pageAccessToken, credentials.appSecret, credentials.verifyToken];
  return {
    code: numberIn(code),
    subcode: numberIn(subcode),
    transient: transient === true,
    wrongSecret: typeof message === 'string' && /appsecret_proof/i.test(message),
    words: platformWords(message, secrets) ?? 'Meta gave no reason',
  };
};
