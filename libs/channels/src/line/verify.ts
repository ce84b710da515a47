import { createHmac } from 'node:crypto';
import type { Credentials, WebhookRequest } from '@madoguchi/use-cases';
import { equalInConstantTime } from '../constant-time.js';

/**
 * Whether LINE sent these bytes: `x-line-signature` is the Base64 of HMAC-SHA256 over the raw body, keyed with the channel secret.
 * The header is compared in its one canonical spelling, because decoders accept many.
 *
 * @returns why not, or nothing
 */
export const whyNotFromLine = (request: WebhookRequest, credentials: Credentials): string | undefined => {
  const secret = credentials.channelSecret;
  if (!secret) return 'the account has no channel secret, so nothing can be verified';
  const signature = request.headers['x-line-signature'];
  if (signature === undefined) return 'the header x-line-signature is missing';
  if (typeof signature !== 'string') return 'the header x-line-signature came more than once';
  const expected = createHmac('sha256', secret).update(request.body).digest('base64');
  return equalInConstantTime(expected, signature) ? undefined : 'the signature does not fit the body and the channel secret';
};
