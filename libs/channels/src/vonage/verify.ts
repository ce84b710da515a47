import { createHash, createHmac } from 'node:crypto';
import type { Credentials, WebhookRequest } from '@madoguchi/use-cases';
import { equalInConstantTime } from '../constant-time.js';
import { type JsonObject, numberIn, objectIn, textIn } from '../platform-json.js';

const LONGEST_TOKEN = 8 * 1024;

/** Vonage comes again for 24 hours, and nobody knows whether with a new token. */
const OLDEST_MS = 25 * 60 * 60_000;
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * Whether the Messages API sent this: `Authorization: Bearer <JWT>`, always HS256 with the account's signature secret, whose `payload_hash` is
 * the SHA-256 of the body. Vonage may have taken the hash of the body's compact JSON; then that is what was signed, and what is read.
 *
 * @returns the bytes that are covered, or why there are none
 */
export const signedBodyOf = (
  request: WebhookRequest,
  credentials: Credentials,
  receivedAt: Date,
): { readonly body: Buffer } | { readonly reason: string } => {
  const secret = credentials.signatureSecret;
  if (!secret) return { reason: 'the account has no signature secret, so nothing can be verified' };
  const header = request.headers.authorization;
  if (typeof header !== 'string') return { reason: 'the header authorization came more than once' };
  const [, head, claims, signature] =
    (header.length <= LONGEST_TOKEN && /^Bearer ([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/.exec(header)) || [];
  if (head === undefined || claims === undefined || signature === undefined) return { reason: 'the header authorization bears no JWT' };
  // Compared as text, because decoders accept many spellings of the same bytes.
  const expected = createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url');
  if (!equalInConstantTime(expected, signature)) return { reason: 'the signature does not fit the token and the signature secret' };
  if (segmentOf(head).alg !== 'HS256') return { reason: 'the token is signed in another way than HS256' };
  const claimed = segmentOf(claims);
  const reason = whyNotForUs(claimed, credentials, receivedAt);
  if (reason !== undefined) return { reason };
  const hash = textIn(claimed.payload_hash) ?? '';
  const body = [request.body, compactJsonOf(request.body)].find((bytes) => bytes && equalInConstantTime(sha256(bytes), hash));
  return body ? { body } : { reason: 'the token is one of another body' };
};

const whyNotForUs = (
  { iss, api_key: key, application_id: application, iat }: JsonObject,
  { apiKey, applicationId }: Credentials,
  receivedAt: Date,
): string | undefined => {
  if (iss !== 'Vonage') return 'the token was not issued by Vonage';
  if (!apiKey || key !== apiKey) return 'the token belongs to another API key';
  if (application !== undefined && applicationId && application !== applicationId) return 'the token belongs to another application';
  const age = receivedAt.getTime() - (numberIn(iat) ?? Number.NaN) * 1000;
  return age >= -CLOCK_SKEW_MS && age <= OLDEST_MS ? undefined : 'the token is too old, or from the future';
};

const segmentOf = (segment: string): JsonObject => {
  try {
    return objectIn(JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'))) ?? {};
  } catch {
    return {};
  }
};

const compactJsonOf = (body: Buffer): Buffer | undefined => {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(body.toString('utf8'))));
  } catch {
    return undefined;
  }
};

const sha256 = (body: Buffer): string => createHash('sha256').update(body).digest('hex');
