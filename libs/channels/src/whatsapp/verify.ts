import { createHmac } from 'node:crypto';
import type { Credentials, WebhookReading, WebhookRequest } from '@madoguchi/use-cases';
import { equalInConstantTime } from '../constant-time.js';

/**
 * Whether Meta sent these bytes: `x-hub-signature-256` is `sha256=` and the lower-case hex of HMAC-SHA256 over the raw body,
 * keyed with the app secret.
 *
 * @returns why not, or nothing
 */
export const whyNotFromWhatsApp = (request: WebhookRequest, credentials: Credentials): string | undefined => {
  const secret = credentials.appSecret;
  if (!secret) return 'the account has no app secret, so nothing can be verified';
  const signature = request.headers['x-hub-signature-256'];
  if (signature === undefined) return 'the header x-hub-signature-256 is missing';
  if (typeof signature !== 'string') return 'the header x-hub-signature-256 came more than once';
  const expected = `sha256=${createHmac('sha256', secret).update(request.body).digest('hex')}`;
  return equalInConstantTime(expected, signature) ? undefined : 'the signature does not fit the body and the app secret';
};

/** Meta asks once, when the address is entered: the challenge goes back as plain text to whoever knows the verify token. */
export const handshakeOf = ({ query }: WebhookRequest, { verifyToken }: Credentials): WebhookReading => {
  const refused = (reason: string): WebhookReading => ({ verdict: 'refused', answer: { status: 403 }, reason });
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query;
  if (!verifyToken) return refused('the account has no verify token');
  if (mode !== 'subscribe') return refused('hub.mode is not "subscribe"');
  if (typeof token !== 'string' || !equalInConstantTime(verifyToken, token))
    return refused('the verify token is not the one of this account');
  if (typeof challenge !== 'string' || challenge === '') return refused('hub.challenge is missing');
  return { verdict: 'handshake', answer: { status: 200, contentType: 'text/plain', body: challenge } };
};
