import type { Channel, WebhookAnswer } from '@madoguchi/use-cases';
import { botIdOf, telegramCredentialFields } from './account.js';
import type { TelegramHosts } from './call.js';
import { registerTelegramWebhook, testTelegram } from './connection.js';
import { telegramCapabilities, telegramProblems } from './limits.js';
import { markOnTelegram } from './mark.js';
import { fetchFromTelegram } from './media.js';
import { readingOf } from './parse.js';
import { telegramProfileOf } from './profile.js';
import { sendToTelegram } from './send.js';
import { whyNotFromTelegram } from './verify.js';

/** Telegram Bot API. */
export const telegramChannel = (hosts: TelegramHosts): Channel => ({
  type: 'telegram',
  intake: 'webhook',
  capabilities: telegramCapabilities,
  credentialFields: telegramCredentialFields,
  platformAccountId: ({ botToken }) => botToken?.split(':')[0] || undefined,
  readWebhook(request, credentials, receivedAt) {
    if (request.method !== 'POST') return { verdict: 'refused', answer: { status: 405 }, reason: 'Telegram delivers by POST' };
    const reason = whyNotFromTelegram(request, credentials);
    if (reason !== undefined) return { verdict: 'refused', answer: { status: 401 }, reason };
    const { item, callbackQueryId } = readingOf(request.body, botIdOf(credentials), receivedAt);
    return { verdict: 'read', answer: answerTo(callbackQueryId), items: [item] };
  },
  chooseRoute: () => ({ kind: 'push' }),
  repeatAfterUnknown: () => 'never',
  checkContent: telegramProblems,
  send: (request, credentials, signal) => sendToTelegram(hosts, request, credentials, signal),
  mark: (request, credentials, signal) => markOnTelegram(hosts, request, credentials, signal),
  fetchMedia: (reference, credentials, signal) => fetchFromTelegram(hosts, reference, credentials, signal),
  fetchProfile: (key, credentials, signal) => telegramProfileOf(hosts, key, credentials, signal),
  testConnection: (credentials, signal, webhookUrl) => testTelegram(hosts, credentials, signal, webhookUrl),
  registerWebhook: (url, credentials, signal) => registerTelegramWebhook(hosts, url, credentials, signal),
});

/** A pressed button spins until its query is answered. Telegram runs a method that stands in the answer to a webhook, so it costs no call. */
const answerTo = (callbackQueryId: string | undefined): WebhookAnswer =>
  callbackQueryId === undefined
    ? { status: 200 }
    : {
        status: 200,
        contentType: 'application/json',
        body: JSON.stringify({ method: 'answerCallbackQuery', callback_query_id: callbackQueryId }),
      };
