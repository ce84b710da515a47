import type { Channel } from '@madoguchi/use-cases';
import { metaHandshakeOf, whyNotFromMeta } from '../meta-webhook.js';
import { whatsappCredentialFields } from './account.js';
import type { WhatsAppHosts } from './call.js';
import { whatsappChatCodes } from './chat-codes.js';
import { registerWhatsAppWebhook, testWhatsApp } from './connection.js';
import { whatsappCapabilities, whatsappProblemsNow } from './limits.js';
import { markAtWhatsApp } from './mark.js';
import { fetchFromWhatsApp } from './media.js';
import { whatsappOnboarding } from './onboarding.js';
import { readingOf } from './parse.js';
import { sendToWhatsApp } from './send.js';
import { listWhatsAppTemplates } from './templates.js';
import { readTokenFacts } from './token-checks.js';

/** WhatsApp Business Platform (Cloud API). */
export const whatsappChannel = (hosts: WhatsAppHosts): Channel => ({
  type: 'whatsapp',
  intake: 'webhook',
  capabilities: whatsappCapabilities,
  credentialFields: whatsappCredentialFields,
  platformAccountId: ({ phoneNumberId }) => phoneNumberId || undefined,
  readWebhook(request, credentials, receivedAt) {
    if (request.method === 'GET') return metaHandshakeOf(request, credentials);
    const reason = whyNotFromMeta(request, credentials);
    if (reason !== undefined) return { verdict: 'refused', answer: { status: 401 }, reason };
    return { verdict: 'read', answer: { status: 200 }, ...readingOf(request.body, credentials, receivedAt) };
  },
  chooseRoute: () => ({ kind: 'push' }),
  repeatAfterUnknown: () => 'never',
  checkContent: whatsappProblemsNow,
  send: (request, credentials, signal) => sendToWhatsApp(hosts, request, credentials, signal),
  mark: (request, credentials, signal) => markAtWhatsApp(hosts, request, credentials, signal),
  fetchMedia: (reference, credentials, signal) => fetchFromWhatsApp(hosts, reference, credentials, signal),
  // WhatsApp tells nothing of a person but the name that comes with each message.
  fetchProfile: () => Promise.resolve(undefined),
  listTemplates: (credentials, signal) => listWhatsAppTemplates(hosts, credentials, signal),
  testConnection: (credentials, signal, webhookUrl) => testWhatsApp(hosts, credentials, new Date(), signal, webhookUrl),
  registerWebhook: (url, credentials, signal) => registerWhatsAppWebhook(hosts, url, credentials, new Date(), signal),
  readToken: (credentials, signal) => readTokenFacts(hosts, credentials, signal),
  numberOnboarding: whatsappOnboarding(hosts),
  chatCodes: whatsappChatCodes(hosts),
});
