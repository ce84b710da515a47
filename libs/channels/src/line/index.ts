import type { Channel } from '@madoguchi/use-cases';
import { lineCredentialFields } from './account.js';
import type { LineHosts } from './call.js';
import { registerLineWebhook, testLine } from './connection.js';
import { lineCapabilities, lineProblems } from './limits.js';
import { markOnLine } from './mark.js';
import { fetchFromLine } from './media.js';
import { itemsOf } from './parse.js';
import { lineProfileOf } from './profile.js';
import { sendToLine } from './send.js';
import { whyNotFromLine } from './verify.js';

/** LINE Official Account (Messaging API). `now`: against it the end of a token is measured. */
export const lineChannel = (hosts: LineHosts, now: () => Date = () => new Date()): Channel => ({
  type: 'line',
  intake: 'webhook',
  capabilities: lineCapabilities,
  credentialFields: lineCredentialFields,
  platformAccountId: ({ channelId }) => channelId || undefined,
  readWebhook(request, credentials, receivedAt) {
    if (request.method !== 'POST') return { verdict: 'refused', answer: { status: 405 }, reason: 'LINE delivers by POST' };
    const reason = whyNotFromLine(request, credentials);
    if (reason !== undefined) return { verdict: 'refused', answer: { status: 401 }, reason };
    return { verdict: 'read', answer: { status: 200 }, items: itemsOf(request.body, credentials.channelId ?? '', receivedAt) };
  },
  chooseRoute: (handle, now) =>
    handle && Date.parse(handle.expiresAt) > now.getTime() ? { kind: 'reply', token: handle.token } : { kind: 'push' },
  repeatAfterUnknown: (route) => (route.kind === 'push' ? 'same key' : 'never'),
  checkContent: lineProblems,
  send: (request, credentials, signal) => sendToLine(hosts, request, credentials, signal),
  mark: (request, credentials, signal) => markOnLine(hosts, request, credentials, signal),
  fetchMedia: (reference, credentials, signal) => fetchFromLine(hosts, reference, credentials, signal),
  fetchProfile: (key, credentials, signal) => lineProfileOf(hosts, key, credentials, signal),
  testConnection: (credentials, signal, webhookUrl) => testLine(hosts, credentials, now(), signal, webhookUrl),
  registerWebhook: (url, credentials, signal) => registerLineWebhook(hosts, url, credentials, signal),
});
