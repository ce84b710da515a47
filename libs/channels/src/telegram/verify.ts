import type { Credentials, WebhookRequest } from '@madoguchi/use-cases';
import { equalInConstantTime } from '../constant-time.js';

/**
 * Whether Telegram sent this: the header bears the secret that `setWebhook` was given. It is the same for every update and does
 * not cover the body.
 *
 * @returns why not, or nothing
 */
export const whyNotFromTelegram = (request: WebhookRequest, credentials: Credentials): string | undefined => {
  const secret = credentials.webhookSecret;
  if (!secret) return 'the account has no webhook secret, so nothing can be verified';
  const token = request.headers['x-telegram-bot-api-secret-token'];
  if (token === undefined) return 'the header x-telegram-bot-api-secret-token is missing';
  if (typeof token !== 'string') return 'the header x-telegram-bot-api-secret-token came more than once';
  return equalInConstantTime(secret, token) ? undefined : 'the secret token is not the one of this account';
};
