import type { Credentials } from '@madoguchi/use-cases';
import { callPlatform, type PlatformAnswer, type PlatformRequest } from '../platform-call.js';
import { accessTokenOf } from './account.js';

/** Base addresses without a slash at the end. */
export interface WhatsAppHosts {
  /** Of the Graph API, without version. */
  readonly api: string;
  /** What stands in the place of Meta's hosts for files; absent: those themselves. */
  readonly files?: string;
}

/** A version of the Graph API lives for two years; this one came out in 2026. */
const VERSION = 'v25.0';

export const REMEDY_FOR_TOKEN =
  'Issue a token of a system user with whatsapp_business_messaging and whatsapp_business_management in the Meta Business settings and enter it in the integration account.';

export const IMPOSSIBLE_TOKEN = {
  kind: 'impossible',
  reason: 'The access token is missing or has characters that no token has.',
} as const;

export const impossibleId = (what: string) => ({ kind: 'impossible', reason: `The ${what} is missing or is no number.` }) as const;

export const graphAddress = ({ api }: WhatsAppHosts, path: string): string => `${api}/${VERSION}/${path}`;

/** The headers that every call needs; undefined when the token cannot be one. Some media hosts refuse callers without a name. */
export const authorization = (credentials: Credentials): Readonly<Record<string, string>> | undefined => {
  const token = accessTokenOf(credentials);
  return token === undefined ? undefined : { authorization: `Bearer ${token}`, 'user-agent': 'Madoguchi' };
};

/** One call of the Graph API: fields go as JSON, a form as multipart. */
export const callGraph = async (
  hosts: WhatsAppHosts,
  path: string,
  credentials: Credentials,
  request: Pick<PlatformRequest, 'signal'> & { readonly method: 'GET' | 'POST' | 'DELETE'; readonly body?: object | FormData },
): Promise<PlatformAnswer<unknown>> => {
  const headers = authorization(credentials);
  if (!headers) return IMPOSSIBLE_TOKEN;
  const { body, method, signal } = request;
  const address = graphAddress(hosts, path);
  if (body === undefined || body instanceof FormData) return callPlatform(address, { method, headers, body, signal });
  return callPlatform(address, { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body), signal });
};
