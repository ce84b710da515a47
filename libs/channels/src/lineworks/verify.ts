import { createHmac } from 'node:crypto';
import type { Credentials, WebhookRequest } from '@madoguchi/use-cases';
import { equalInConstantTime } from '../constant-time.js';

export interface Refusal {
  readonly status: 401 | 403;
  readonly reason: string;
}

/**
 * Whether LINE WORKS sent these bytes to this bot: `X-WORKS-Signature` is the base64 of HMAC-SHA256 over the raw body, keyed with the bot
 * secret; `X-WORKS-BotId` names the bot.
 *
 * @returns why not, or nothing
 */
export const whyNotFromLineWorks = (request: WebhookRequest, credentials: Credentials): Refusal | undefined => {
  const refused = (reason: string, status: Refusal['status'] = 401): Refusal => ({ status, reason });
  const secret = credentials.botSecret;
  if (!secret) return refused('the account has no bot secret, so nothing can be verified');
  const signature = request.headers['x-works-signature'];
  if (signature === undefined) return refused('the header x-works-signature is missing');
  if (typeof signature !== 'string') return refused('the header x-works-signature came more than once');
  const expected = createHmac('sha256', secret).update(request.body).digest('base64');
  if (!equalInConstantTime(expected, signature)) return refused('the signature does not fit the body and the bot secret');
  const botId = request.headers['x-works-botid'];
  if (typeof botId !== 'string') return refused('the header x-works-botid is missing, or came more than once');
  return botId === credentials.botId ? undefined : refused('the callback is for another bot', 403);
};
