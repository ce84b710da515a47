import type { Channel } from '@madoguchi/use-cases';
import { metaHandshakeOf, whyNotFromMeta } from '../meta-webhook.js';
import { messengerCredentialFields } from './account.js';
import type { MessengerHosts } from './call.js';
import { registerMessengerWebhook, testMessenger } from './connection.js';
import { messengerLogIn } from './log-in.js';
import { messengerCapabilities, messengerProblems } from './limits.js';
import { markAtMessenger } from './mark.js';
import { threadControlAtMessenger } from './move-thread.js';
import { fetchFromMessenger } from './media.js';
import { readingOf } from './parse.js';
import { messengerProfileOf } from './profile.js';
import { sendToMessenger } from './send.js';
import { readMessengerPage, readPageSubscription } from './subscription.js';
import { readPageToken } from './token-checks.js';

/** Facebook Messenger (Messenger Platform, Graph API). `now`: against it the end of a token is measured. */
export const messengerChannel = (hosts: MessengerHosts, now: () => Date = () => new Date()): Channel => ({
  type: 'messenger',
  intake: 'webhook',
  capabilities: messengerCapabilities,
  credentialFields: messengerCredentialFields,
  platformAccountId: ({ pageId }) => pageId || undefined,
  readWebhook(request, credentials) {
    if (request.method === 'GET') return metaHandshakeOf(request, credentials);
    const reason = whyNotFromMeta(request, credentials);
    if (reason !== undefined) return { verdict: 'refused', answer: { status: 401 }, reason };
    return { verdict: 'read', answer: { status: 200 }, ...readingOf(request.body, credentials) };
  },
  chooseRoute: () => ({ kind: 'push' }),
  repeatAfterUnknown: () => 'never',
  checkContent: messengerProblems,
  send: (request, credentials, signal) => sendToMessenger(hosts, request, credentials, signal),
  mark: (request, credentials, signal) => markAtMessenger(hosts, request, credentials, signal),
  fetchMedia: (address, _credentials, signal) => fetchFromMessenger(hosts, address, signal),
  fetchProfile: (key, credentials, signal) => messengerProfileOf(hosts, key, credentials, signal),
  testConnection: (credentials, signal, webhookUrl) => testMessenger(hosts, credentials, now(), signal, webhookUrl),
  readSubscription: (credentials, signal) => readPageSubscription(hosts, credentials, signal),
  readPage: (credentials, signal) => readMessengerPage(hosts, credentials, signal),
  readToken: (credentials, signal) => readPageToken(hosts, credentials, signal),
  threadControl: threadControlAtMessenger(hosts),
  pageLogIn: messengerLogIn(hosts),
  registerWebhook: (url, credentials, signal) => registerMessengerWebhook(hosts, url, credentials, signal),
});
