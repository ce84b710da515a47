import type { Credentials } from '@madoguchi/use-cases';
import { callPlatform, type PlatformAnswer, type PlatformRequest, platformWords } from '../platform-call.js';
import { objectIn } from '../platform-json.js';
import { accessTokenOf } from './account.js';

/** Base addresses without a slash at the end. LINE serves files from a host of its own; the two are not interchangeable. */
export interface LineHosts {
  readonly api: string;
  readonly dataApi: string;
}

export const REMEDY_FOR_TOKEN = 'Issue a channel access token in the LINE Developers Console and enter it in the integration account.';

/** Of a user, a group or a message: nothing that could lead to another path. */
export const isLineId = (text: string): boolean => /^[A-Za-z0-9_-]{1,100}$/.test(text);

/** The headers that every call needs; undefined when the token cannot be one. */
export const authorization = (credentials: Credentials): Readonly<Record<string, string>> | undefined => {
  const token = accessTokenOf(credentials);
  return token === undefined ? undefined : { authorization: `Bearer ${token}` };
};

export const IMPOSSIBLE_TOKEN = {
  kind: 'impossible',
  reason: 'The channel access token is missing or has characters that no token has.',
} as const;

/** One call of the Messaging API; `body` goes as JSON. */
export const callLine = async (
  url: string,
  credentials: Credentials,
  request: Omit<PlatformRequest, 'body'> & { readonly body?: object },
): Promise<PlatformAnswer<unknown>> => {
  const authorized = authorization(credentials);
  if (!authorized) return IMPOSSIBLE_TOKEN;
  return callPlatform(url, {
    ...request,
    headers: { ...request.headers, ...authorized, ...(request.body && { 'content-type': 'application/json' }) },
    body: request.body && JSON.stringify(request.body),
  });
};

/** LINE's own words for a refusal: `{"message", "details": [{"message", "property"}]}`, of its token calls `{"error_description"}`. */
export const lineWords = (body: unknown, credentials: Credentials): string => {
  const { message, details, error_description: description } = objectIn(body) ?? {};
  const parts = Array.isArray(details)
    ? details.map((detail: unknown) => {
        const { property, message: why } = objectIn(detail) ?? {};
        return [property, why].filter((part) => typeof part === 'string').join(': ');
      })
    : [];
  const words = [message, description, ...parts].filter((part) => typeof part === 'string' && part !== '').join('; ');
  return platformWords(words, [credentials.channelAccessToken, credentials.channelSecret]) ?? 'LINE gave no reason';
};
