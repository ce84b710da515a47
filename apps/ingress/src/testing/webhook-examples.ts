import { createHmac } from 'node:crypto';
import type { IngressAccount } from '../find-account.js';

export const secret = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
export const account: IngressAccount = {
  tenantId: 'a2b0c7de-0000-4000-8000-000000000001',
  accountId: 'a2b0c7de-0000-4000-8000-000000000002',
  queueId: 'a2b0c7de-0000-4000-8000-000000000003',
  credentials: { channelId: '1234567890', channelSecret: secret, basicId: '@123abcde', channelAccessToken: 'token' },
};
export const page: IngressAccount = {
  tenantId: account.tenantId,
  accountId: 'a2b0c7de-0000-4000-8000-000000000009',
  credentials: { pageId: '1029384756601', appId: '5566', appSecret: secret, verifyToken: 'verify-me-please' },
};
export const otherPage: IngressAccount = {
  ...page,
  accountId: 'a2b0c7de-0000-4000-8000-00000000000a',
  credentials: { ...page.credentials, pageId: '1029384756602' },
};

export const sign = (body: string | Buffer) => createHmac('sha256', secret).update(body).digest('base64');
export const event = (id: string) =>
  `{"type":"message","message":{"type":"text","id":"5${id}","quoteToken":"q","text":"message ${id}"},"webhookEventId":"${id}","deliveryContext":{"isRedelivery":false},"timestamp":1764000000000,"source":{"type":"user","userId":"U${'a'.repeat(32)}"},"replyToken":"rt${id}","mode":"active"}`;
export const webhook = (...ids: string[]) => `{"destination":"U${'0'.repeat(32)}","events":[${ids.map(event).join(',')}]}`;

/** A body of Messenger with a message to each page, and the header that signs it. */
export const bodyAboutPages = (...pageIds: string[]) => {
  const entries = pageIds.map(
    (id, index) =>
      `{"id":"${id}","time":1764000000000,"messaging":[{"sender":{"id":"77"},"recipient":{"id":"${id}"},"timestamp":1764000000000,"message":{"mid":"m_q${index}","text":"message q${index}"}}]}`,
  );
  const body = `{"object":"page","entry":[${entries.join(',')}]}`;
  return { body, headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` } };
};
