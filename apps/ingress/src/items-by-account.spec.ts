import { createHmac } from 'node:crypto';
import { channelsFrom } from '@madoguchi/channels';
import type { Channel, WebhookReading, WebhookRequest } from '@madoguchi/use-cases';
import type { IngressAccount } from './find-account.js';
import { itemsByAccount } from './items-by-account.js';

const messenger = channelsFrom({}).get('messenger') as Channel;
const receivedAt = new Date('2026-11-25T10:00:00Z');
const secret = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

const account = (pageId: string, appSecret = secret, tenantId = 'ours'): IngressAccount => ({
  tenantId,
  accountId: `account of ${pageId}`,
  credentials: { pageId, appId: '556677889900111', appSecret, pageAccessToken: 'EAAtoken', pageUsername: 'p', verifyToken: 'verify-me' },
});

const entry = (page: string, mid: string) =>
  `{"id":"${page}","time":1764000000000,"messaging":[{"sender":{"id":"7700112233445566"},"recipient":{"id":"${page}"},"timestamp":1764000000000,"message":{"mid":"${mid}","text":"hello"}}]}`;

/** One delivery of the app, signed with its secret, with a message for each page. */
const webhookFor = (...pages: string[]): WebhookRequest => {
  const body = Buffer.from(`{"object":"page","entry":[${pages.map((page, index) => entry(page, `m_${index}`)).join(',')}]}`);
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return { method: 'POST', headers: { 'x-hub-signature-256': `sha256=${signature}` }, query: {}, body };
};

const shared = async (request: WebhookRequest, atPlatform: readonly IngressAccount[]) => {
  const own = account('1001');
  const reading = messenger.readWebhook(request, own.credentials, receivedAt) as Extract<WebhookReading, { verdict: 'read' }>;
  const find = async (_channel: string, id: string) => atPlatform.filter(({ credentials }) => credentials.pageId === id);
  const groups = await itemsByAccount(messenger, request, reading, { account: own, atPlatform: find, receivedAt });
  return groups.map(({ account: { tenantId, accountId }, items }) => [tenantId, accountId, items.map(({ kind }) => kind)]);
};

describe('one webhook of an app with several pages', () => {
  it('M-04, M-24: gives every page its own part', async () => {
    expect(await shared(webhookFor('1001', '1002'), [account('1002')])).toEqual([
      ['ours', 'account of 1001', ['message']],
      ['ours', 'account of 1002', ['message']],
    ]);
  });

  it('M-43: keeps under the account of the path what is about a page that nobody here has', async () => {
    expect(await shared(webhookFor('1001', '1003'), [])).toEqual([
      ['ours', 'account of 1001', ['message']],
      ['ours', 'account of 1001', ['unread']],
    ]);
  });

  it('M-03: gives nothing to another tenant’s account that only claims the page', async () => {
    const claims = account('1002', 'another secret of another app!!!', 'theirs');
    expect(await shared(webhookFor('1001', '1002'), [claims])).toEqual([
      ['ours', 'account of 1001', ['message']],
      ['ours', 'account of 1001', ['unread']],
    ]);
    expect((await shared(webhookFor('1001', '1002'), [claims, account('1002')]))[1]).toEqual(['ours', 'account of 1002', ['message']]);
  });
});

describe('one webhook of a key with several numbers', () => {
  const vonage = channelsFrom({}).get('vonage') as Channel;
  const number = (of: string, tenantId: string): IngressAccount => ({
    tenantId,
    accountId: `account of ${of}`,
    credentials: { apiKey: '9f8e7d6c', apiSecret: 'secret of the key', number: of, allowUnsigned: 'yes' },
  });

  it('M-03: gives what nobody signed to no other tenant, whatever number that one claims', async () => {
    const own = number('815011112222', 'ours');
    const query = {
      'api-key': '9f8e7d6c',
      msisdn: '819012345678',
      to: '815033334444',
      messageId: '0A0000000123ABCD1',
      text: 'my card is 4111',
      type: 'text',
      'message-timestamp': '2026-11-25 10:00:00',
    };
    const request: WebhookRequest = { method: 'GET', headers: {}, query, body: Buffer.alloc(0) };
    const reading = vonage.readWebhook(request, own.credentials, receivedAt) as Extract<WebhookReading, { verdict: 'read' }>;
    const receivers = async (...atPlatform: readonly IngressAccount[]) => {
      const groups = await itemsByAccount(vonage, request, reading, { account: own, atPlatform: async () => atPlatform, receivedAt });
      return groups.map(({ account: { tenantId, accountId }, items }) => [tenantId, accountId, items.map(({ kind }) => kind)]);
    };
    const [theirs, ours] = [number('815033334444', 'theirs'), number('815033334444', 'ours')];
    expect((await receivers(theirs))[1]).toEqual(['ours', 'account of 815011112222', ['message']]);
    expect((await receivers(theirs, ours))[1]).toEqual(['ours', 'account of 815033334444', ['message']]);
  });
});
