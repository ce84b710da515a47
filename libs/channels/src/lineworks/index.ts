import type { Channel } from '@madoguchi/use-cases';
import { noSuchMark } from '../no-such-mark.js';
import { accessTokens } from './access-token.js';
import { lineworksCredentialFields } from './account.js';
import { lineworksBotMaking } from './bot-making.js';
import type { LineWorks, LineWorksHosts } from './call.js';
import { issueLineWorksSecret, registerLineWorksWebhook, testLineWorks } from './connection.js';
import { lineworksCapabilities, lineworksProblems } from './limits.js';
import { fetchFromLineWorks } from './media.js';
import { itemOf } from './parse.js';
import { lineworksProfileOf } from './profile.js';
import { sendToLineWorks } from './send.js';
import { whyNotFromLineWorks } from './verify.js';

/**
 * A bot of LINE WORKS (API 2.0) in its 1:1 talks; customers are members of the tenant. Keeps nothing but access tokens.
 * `now`: against it their end is measured.
 */
export const lineworksChannel = (hosts: LineWorksHosts, now: () => Date = () => new Date()): Channel => {
  const platform: LineWorks = { hosts, tokens: accessTokens(hosts.auth, now) };
  return {
    type: 'lineworks',
    intake: 'webhook',
    redelivers: false,
    capabilities: lineworksCapabilities,
    credentialFields: lineworksCredentialFields,
    platformAccountId: ({ botId }) => botId || undefined,
    readWebhook(request, credentials, receivedAt) {
      if (request.method !== 'POST') return { verdict: 'refused', answer: { status: 405 }, reason: 'LINE WORKS delivers by POST' };
      const refusal = whyNotFromLineWorks(request, credentials);
      if (refusal) return { verdict: 'refused', answer: { status: refusal.status }, reason: refusal.reason };
      return { verdict: 'read', answer: { status: 200 }, items: [itemOf(request.body, credentials.botId ?? '', receivedAt)] };
    },
    chooseRoute: () => ({ kind: 'push' }),
    repeatAfterUnknown: () => 'never',
    checkContent: lineworksProblems,
    send: (request, credentials, signal) => sendToLineWorks(platform, request, credentials, signal),
    mark: () => noSuchMark('LINE WORKS'),
    fetchMedia: (fileId, credentials, signal) => fetchFromLineWorks(platform, fileId, credentials, signal),
    fetchProfile: (key, credentials, signal) => lineworksProfileOf(platform, key, credentials, signal),
    testConnection: (credentials, signal, webhookUrl) => testLineWorks(platform, credentials, signal, webhookUrl),
    registerWebhook: (url, credentials, signal) => registerLineWorksWebhook(platform, url, credentials, signal),
    issueCredentials: (credentials, signal) => issueLineWorksSecret(platform, credentials, signal),
    botMaking: lineworksBotMaking(platform),
  };
};
