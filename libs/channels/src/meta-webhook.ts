import { createHmac } from 'node:crypto';
import type { Credentials, WebhookReading, WebhookRequest } from '@madoguchi/use-cases';
import { equalInConstantTime } from './constant-time.js';

/**
 * Whether Meta (Messenger, WhatsApp) sent these bytes: `x-hub-signature-256` is `sha256=` and the lower-case hex of HMAC-SHA256 over the raw
 * body, keyed with the app secret. Meta signs what it transmits (`ä` travels as `\u00e4`), so a body that was parsed and written again does
 * not fit. The older `x-hub-signature` (SHA-1) is never looked at.
 *
 * @returns why not, or nothing
 */
export const whyNotFromMeta = (request: WebhookRequest, credentials: Credentials): string | undefined => {
  const secret = credentials.appSecret;
  if (!secret) return 'the account has no app secret, so nothing can be verified';
  const signature = request.headers['x-hub-signature-256'];
  if (signature === undefined) return 'the header x-hub-signature-256 is missing';
  if (typeof signature !== 'string') return 'the header x-hub-signature-256 came more than once';
  const expected = `sha256=${createHmac('sha256', secret).update(request.body).digest('hex')}`;
  return equalInConstantTime(expected, signature) ? undefined : 'the signature does not fit the body and the app secret';
};

/**
 * Meta's question whether this address is ours, asked when the webhook is registered: the challenge comes back as it came, once the
 * verify token fits. It proves us to Meta, not Meta to us.
 */
export const metaHandshakeOf = ({ query }: WebhookRequest, { verifyToken }: Credentials): WebhookReading => {
  const refused = (reason: string): WebhookReading => ({ verdict: 'refused', answer: { status: 403 }, reason });
  const { 'hub.mode': mode, 'hub.verify_token': claimed, 'hub.challenge': challenge } = query;
  if (!verifyToken) return refused('the account has no verify token');
  if (mode !== 'subscribe') return refused('this is no handshake of Meta (hub.mode is not "subscribe")');
  if (typeof claimed !== 'string' || !equalInConstantTime(verifyToken, claimed))
    return refused('the verify token is not the one of this account');
  if (typeof challenge !== 'string' || challenge === '') return refused('the handshake has no hub.challenge');
  // As plain text: whoever knows the token must not be able to make a page of our address.
  return { verdict: 'handshake', answer: { status: 200, contentType: 'text/plain; charset=utf-8', body: challenge } };
};
