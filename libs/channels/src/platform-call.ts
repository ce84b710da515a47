import { parsePlatformJson } from './platform-json.js';

/** What became of one call to a platform. Network texts are never repeated: they may hold an address with a token in it. */
export type PlatformAnswer<Body> =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: Body }
  /** The platform certainly knows nothing of it. */
  | { readonly kind: 'not sent'; readonly reason: string }
  /** The request went out, or may have; nobody knows what came of it. */
  | { readonly kind: 'no answer'; readonly reason: string }
  /** It cannot even be asked: what the administrator typed cannot be right. */
  | { readonly kind: 'impossible'; readonly reason: string };

export interface PlatformRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  /** The deadline, of the answer's body too. */
  readonly signal: AbortSignal;
}

/** Answers to API calls are a few kilobytes; beyond this they are not read. */
const LONGEST_JSON = 1024 * 1024;

/** Nothing was sent when these are the cause: no connection, or a TLS handshake that failed. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
]);

/** One request. Redirects are not followed: the bearer token would go with them. The body is left to be read, or cancelled. */
export const requestPlatform = async (url: string, request: PlatformRequest): Promise<PlatformAnswer<Response['body']>> => {
  if (request.signal.aborted) return { kind: 'not sent', reason: 'the deadline had passed before the call' };
  try {
    const response = await fetch(url, { ...request, redirect: 'manual' });
    return { kind: 'answered', status: response.status, headers: response.headers, body: response.body };
  } catch (error) {
    if (request.signal.aborted) return { kind: 'no answer', reason: 'no answer within the deadline' };
    const codes = causeCodes(error);
    if (codes.length > 0 && codes.every((code) => BEFORE_SENDING.has(code))) {
      return { kind: 'not sent', reason: `no connection to the platform (${codes[0]})` };
    }
    return { kind: 'no answer', reason: `the connection broke before the answer came (${codes[0] ?? 'no code'})` };
  }
};

/**
 * As {@link requestPlatform}, and reads the answer as JSON: integers that a double cannot hold come as their digits. `body` is undefined
 * when it is none, is cut off or too long.
 */
export const callPlatform = async (url: string, request: PlatformRequest): Promise<PlatformAnswer<unknown>> => {
  const answer = await requestPlatform(url, request);
  return answer.kind === 'answered' ? { ...answer, body: await readJson(answer.body) } : answer;
};

const readJson = async (body: Response['body']): Promise<unknown> => {
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size > LONGEST_JSON) return undefined;
      chunks.push(chunk);
    }
    return parsePlatformJson(Buffer.concat(chunks));
  } catch {
    return undefined;
  }
};

/** `fetch` hides the network's error in `cause`; several addresses tried give several. */
const causeCodes = (error: unknown): readonly string[] => {
  const { cause } = error as { readonly cause?: { readonly code?: unknown; readonly errors?: unknown } };
  const errors = Array.isArray(cause?.errors) ? (cause.errors as readonly { readonly code?: unknown }[]) : [cause];
  return errors.map((each) => String(each?.code ?? 'unknown'));
};

/** A platform's own words, fit to be shown and logged: one line, short, and without our secrets, should it echo them. */
export const platformWords = (words: unknown, secrets: readonly (string | undefined)[]): string | undefined => {
  if (typeof words !== 'string' || words === '') return undefined;
  const hidden = secrets.reduce<string>((text, secret) => (secret ? text.replaceAll(secret, '…') : text), words);
  return hidden
    .replace(/[\s\p{Cc}\p{Surrogate}]+/gu, ' ')
    .trim()
    .slice(0, 300);
};
