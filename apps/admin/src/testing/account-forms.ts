import { randomBytes } from 'node:crypto';

let made = 1_000_000_000;
/** An id of the platform that no other account of these specs has. */
export const nextId = (): string => String((made += 1));

export const lineForm = (name: string, change: Readonly<Record<string, string>> = {}) => ({
  type: 'line',
  name,
  credentials: {
    channelId: nextId(),
    channelSecret: randomBytes(16).toString('hex'),
    basicId: '@123abcde',
    channelAccessToken: `token-${'x'.repeat(120)}-9876`,
    ...change,
  },
});

export const pageForm = (name: string, change: Readonly<Record<string, string>> = {}) => ({
  type: 'messenger',
  name,
  credentials: {
    pageUsername: '@madoguchi.shop',
    pageId: nextId(),
    pageAccessToken: `EAA${'t'.repeat(40)}-7777`,
    appId: '556677889900111',
    appSecret: randomBytes(16).toString('hex'),
    ...change,
  },
});

export const viberForm = (name: string) => ({
  type: 'viber',
  name,
  credentials: { botUsername: name, authToken: '445da6az1s345z78-dazcczb2542zv51a-e0vc5fva17480im9' },
});

/** The secret part of a bot's token has 30 to 60 letters and digits. */
export const telegramForm = (name: string, secretPart: string, webhookSecret: string) => ({
  type: 'telegram',
  name,
  credentials: { botUsername: 'canary_bot', botToken: `${nextId()}:${secretPart}`, webhookSecret },
});

/** What a healthy LINE answers. */
export const healthyLine =
  (webhookUrl: string) =>
  ({ path }: { readonly path: string }) => {
    const answers: Readonly<Record<string, unknown>> = {
      '/v2/bot/info': { userId: 'U0', basicId: '@123abcde', displayName: 'Umeda shop', chatMode: 'bot', markAsReadMode: 'auto' },
      '/v2/oauth/verify': { client_id: '1', expires_in: 2_591_659, scope: 'P CM' },
      '/v2/bot/message/quota/consumption': { totalUsage: 5 },
      '/v2/bot/message/quota': { type: 'limited', value: 1_000 },
      '/oauth2/v3/token': { token_type: 'Bearer', access_token: 'ey', expires_in: 900 },
      '/v2/bot/channel/webhook/endpoint': { endpoint: webhookUrl, active: true },
      '/v2/bot/channel/webhook/test': {
        success: true,
        timestamp: '2026-11-20T05:38:20.031Z',
        statusCode: 200,
        reason: 'OK',
        detail: '200',
      },
    };
    const [name] = path.split('?');
    return { status: name !== undefined && name in answers ? 200 : 404, body: JSON.stringify(answers[name ?? ''] ?? {}) };
  };
