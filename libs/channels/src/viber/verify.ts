import { createHmac } from 'node:crypto';
import type { Credentials, WebhookRequest } from '@madoguchi/use-cases';
import { equalInConstantTime } from '../constant-time.js';

/**
 * Whether Viber sent these bytes: `x-viber-content-signature` is the lower-case hex of HMAC-SHA256 over the raw body, keyed with the
 * token. Where the header is missing, the parameter `sig` of the address may bear the same value, as Viber's own library has it.
 *
 * @returns why not, or nothing
 */
export const whyNotFromViber = ({ headers, query, body }: WebhookRequest, { authToken }: Credentials): string | undefined => {
  if (!authToken) return 'the account has no token, so nothing can be verified';
  const signature = headers['x-viber-content-signature'] ?? query.sig;
  if (signature === undefined) return 'the header x-viber-content-signature is missing';
  if (typeof signature !== 'string') return 'the header x-viber-content-signature came more than once';
  const expected = createHmac('sha256', authToken).update(body).digest('hex');
  return equalInConstantTime(expected, signature) ? undefined : 'the signature does not fit the body and the token';
};
