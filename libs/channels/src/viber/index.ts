import type { Channel, Credentials, WebhookAnswer } from '@madoguchi/use-cases';
import { noSuchMark } from '../no-such-mark.js';
import { botIdOf, senderOf, viberCredentialFields } from './account.js';
import type { ViberHosts } from './call.js';
import { registerViberWebhook, testViber } from './connection.js';
import { viberCapabilities, viberProblems } from './limits.js';
import { fetchFromViber } from './media.js';
import { welcomeOf } from './message.js';
import { readingOf } from './parse.js';
import { viberProfileOf } from './profile.js';
import { sendToViber } from './send.js';
import { whyNotFromViber } from './verify.js';

/** Viber bot (REST bot API). `now`: against it the clock hour of Viber's limits is measured. */
export const viberChannel = (hosts: ViberHosts, now: () => Date = () => new Date()): Channel => ({
  type: 'viber',
  intake: 'webhook',
  capabilities: viberCapabilities,
  credentialFields: viberCredentialFields,
  platformAccountId: (credentials) => botIdOf(credentials) || undefined,
  readWebhook(request, credentials) {
    if (request.method !== 'POST') return { verdict: 'refused', answer: { status: 405 }, reason: 'Viber delivers by POST' };
    const reason = whyNotFromViber(request, credentials);
    if (reason !== undefined) return { verdict: 'refused', answer: { status: 401 }, reason };
    const { items, wants } = readingOf(request.body, credentials);
    if (wants === 'handshake') return { verdict: 'handshake', answer: { status: 200 } };
    return { verdict: 'read', answer: wants === 'welcome' ? welcomeIn(credentials) : { status: 200 }, items };
  },
  chooseRoute: () => ({ kind: 'push' }),
  repeatAfterUnknown: () => 'never',
  checkContent: viberProblems,
  send: (request, credentials, signal) => sendToViber(hosts, request, credentials, now(), signal),
  mark: () => noSuchMark('Viber'),
  fetchMedia: (address, _credentials, signal) => fetchFromViber(hosts, address, signal),
  fetchProfile: (key, credentials, signal) => viberProfileOf(hosts, key, credentials, signal),
  testConnection: (credentials, signal, webhookUrl) => testViber(hosts, credentials, signal, webhookUrl),
  registerWebhook: (url, credentials, signal) => registerViberWebhook(hosts, url, credentials, signal),
});

/** The message for somebody who has opened the chat, where the account has one. */
const welcomeIn = (credentials: Credentials): WebhookAnswer =>
  credentials.welcomeText
    ? {
        status: 200,
        contentType: 'application/json',
        body: JSON.stringify({ sender: senderOf(credentials), ...welcomeOf(credentials.welcomeText) }),
      }
    : { status: 200 };
