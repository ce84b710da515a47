import type { Credentials } from '@madoguchi/use-cases';
import { callPlatform, type PlatformAnswer, type PlatformRequest, platformWords } from '../platform-call.js';
import { type JsonObject, objectIn, textIn } from '../platform-json.js';
import type { AccessTokens } from './access-token.js';
import { botIdOf } from './account.js';

/** Base addresses without a slash at the end. */
export interface LineWorksHosts {
  /** Issues access tokens. */
  readonly auth: string;
  readonly api: string;
  /** Where LINE WORKS keeps files; the addresses themselves it names in its answers. Absent: only its own hosts are. */
  readonly storage?: string;
}

/** LINE WORKS, and the access tokens that it gave. */
export interface LineWorks {
  readonly hosts: LineWorksHosts;
  readonly tokens: AccessTokens;
}

/** All that a bot does. */
export const BOT_SCOPE = 'bot';

export const REMEDY_FOR_CREDENTIALS =
  'Enter Client ID, Client Secret, Service Account and the newest Private Key of the ClientApp as the LINE WORKS Developer Console shows them.';

/** An answer of the API. A refusal is `{"code", "description"}`. */
export interface LineWorksBody {
  readonly json: JsonObject | undefined;
  readonly code: string | undefined;
  /** LINE WORKS' own words, fit to be shown. */
  readonly words: string;
}

export type LineWorksAnswer = PlatformAnswer<LineWorksBody>;

export interface LineWorksCall {
  readonly method: PlatformRequest['method'];
  /** Behind the version; `{bot}` stands for the account's bot. */
  readonly path: string;
  readonly body?: object;
  readonly scope?: string;
  readonly signal: AbortSignal;
}

/** One call of the API in the name of the service account. */
export const callLineWorks = async (
  { hosts, tokens }: LineWorks,
  { method, path, body, scope = BOT_SCOPE, signal }: LineWorksCall,
  credentials: Credentials,
): Promise<LineWorksAnswer> => {
  const address = apiAddress(hosts, path, credentials);
  if (address === undefined) return IMPOSSIBLE_BOT;
  return withToken(tokens, credentials, scope, signal, async (token) => {
    const json = body && { headers: { ...bearer(token), 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await callPlatform(address, { method, headers: bearer(token), ...json, signal });
    return answer.kind === 'answered' ? { ...answer, body: bodyOf(answer.body, [token, ...secretsOf(credentials)]) } : answer;
  });
};

export const IMPOSSIBLE_BOT = { kind: 'impossible', reason: 'The Bot ID is missing or no number.' } as const;

/** Undefined when the path needs the account's bot and its id cannot be one. */
export const apiAddress = ({ api }: LineWorksHosts, path: string, credentials: Credentials): string | undefined => {
  const botId = botIdOf(credentials);
  return botId === undefined && path.includes('{bot}') ? undefined : `${api}/v1.0/${path.replace('{bot}', `bots/${botId}`)}`;
};

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/**
 * A call with an access token. One that is not taken (401: it was revoked, or ended early) is replaced once; such a call certainly
 * did nothing, so it is made again.
 */
export const withToken = async <Body>(
  tokens: AccessTokens,
  credentials: Credentials,
  scope: string,
  signal: AbortSignal,
  call: (token: string) => Promise<PlatformAnswer<Body>>,
): Promise<PlatformAnswer<Body>> => {
  const first = await tokens.get(credentials, scope, signal);
  if (first.kind !== 'token') return first;
  const answer = await call(first.token);
  if (answer.kind !== 'answered' || answer.status !== 401) return answer;
  if (answer.body instanceof ReadableStream) await answer.body.cancel().catch(() => undefined);
  tokens.forget(credentials, scope, first.token);
  const second = await tokens.get(credentials, scope, signal);
  return second.kind === 'token' ? call(second.token) : second;
};

const bodyOf = (body: unknown, secrets: readonly (string | undefined)[]): LineWorksBody => {
  const json = objectIn(body);
  return {
    json,
    code: textIn(json?.code),
    words:
      [platformWords(json?.code, secrets), platformWords(json?.description, secrets)].filter(Boolean).join(': ') || 'it gave no reason',
  };
};

const secretsOf = ({ clientSecret, privateKey, botSecret }: Credentials) => [clientSecret, privateKey, botSecret];

/** Milliseconds that a 429 asks to wait; limits count per minute, so where it does not tell, a minute is over in one. */
export const pauseAsked = (headers: Headers): number => {
  const seconds = headers.get('ratelimit-reset');
  return seconds !== null && /^\d{1,4}$/.test(seconds) ? Number(seconds) * 1000 : 60_000;
};
