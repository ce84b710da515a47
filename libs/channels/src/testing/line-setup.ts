import { createHmac } from 'node:crypto';
import type { Credentials } from '@madoguchi/use-cases';
import type { ChannelContractSetup } from '@madoguchi/use-cases/testing';
import { lineChannel } from '../line/index.js';
import { documentedWebhooks } from './webhooks.js';

export const lineCredentials = {
  channelId: '1234567890',
  channelSecret: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  basicId: '@123abcde',
  channelAccessToken: 'line-token-0123456789abcdefghijklmnopqrstuvwxyz+/=',
};

export const lineCustomer = 'Uaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

export const signLine = (body: Buffer | string, { channelSecret = '' }: Credentials = lineCredentials): string =>
  createHmac('sha256', channelSecret).update(body).digest('base64');

export const lineBody = (...events: readonly string[]): string =>
  `{"destination":"U0123456789abcdef0123456789abcdef","events":[${events.join(',')}]}`;

/** JSON of one event of the 1:1 chat; `fields` are JSON members. */
export const lineEvent = (number: number, fields: string, timestamp = 1764000000000 + number): string =>
  `{${fields},"webhookEventId":"01KA00000000000000000${String(number).padStart(5, '0')}","deliveryContext":{"isRedelivery":false},"timestamp":${timestamp},"source":{"type":"user","userId":"${lineCustomer}"},"replyToken":"rt${number}","mode":"active"}`;

const storedFile = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;

export const lineChoices = {
  text: 'ご用件は何ですか',
  options: [
    { id: 'q=price', label: '料金', description: '見積もりと支払い' },
    { id: 'q=site', label: 'サイト', url: 'https://example.net/' },
  ],
};

const accepted = { status: 200, body: '{"sentMessages":[{"id":"461230966842064897","quoteToken":"IStG5h1Tz7b"}]}' };

const text = (number: number, escaped: string, timestamp?: number) =>
  lineEvent(number, `"type":"message","message":{"type":"text","id":"5000000000000000${number}","text":"${escaped}"}`, timestamp);

export const lineSetup: ChannelContractSetup = {
  name: 'LINE',
  channel: (platform) => lineChannel({ api: platform, dataApi: platform }),
  credentials: lineCredentials,
  otherCredentials: { ...lineCredentials, channelId: '9876543210', channelSecret: 'ffffffffffffffffffffffffffffffff' },
  authenticity: { header: 'x-line-signature', secretField: 'channelSecret', coversBody: true, sign: signLine },
  webhooks: {
    documented: documentedWebhooks('line'),
    unknown: [
      lineBody(lineEvent(71, '"type":"telepathy","telepathy":{"thought":"not-invented-yet"}')),
      lineBody(lineEvent(72, '"type":"message","message":{"type":"hologram","id":"500000000000000072","shape":"not-invented-yet"}')),
      lineBody(
        lineEvent(
          73,
          '"type":"message","message":{"type":"image","id":"500000000000000073","contentProvider":{"type":"external","place":"not-invented-yet"}}',
        ),
      ),
    ],
    text: (escaped) => lineBody(text(61, escaped)),
    longNumber: (digits) => lineBody(lineEvent(62, `"type":"telepathy","telepathy":{"id":${digits}}`)),
    ordered: [text(10, 'a', 1764000000001), text(11, 'b', 1764000000001), text(12, 'c', 1764000000002), text(13, 'd', 1764000000010)].map(
      (event) => lineBody(event),
    ),
    redelivered: [lineBody(text(81, 'again')), lineBody(text(81, 'again')).replace('"isRedelivery":false', '"isRedelivery":true')],
  },
  sending: {
    request: {
      route: { kind: 'push' },
      recipient: lineCustomer,
      content: { type: 'text', text: 'こんにちは 😀' },
      idempotencyKey: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
    },
    routes: [{ kind: 'push' }, { kind: 'reply', token: 'rt000000000000000000000000000011' }],
    accepted,
    messageIds: ['461230966842064897'],
    rejected: [
      {
        status: 400,
        body: '{"message":"The request body has 1 error(s)","details":[{"message":"May not be empty","property":"messages[0].text"}]}',
      },
      { status: 400, body: '{"message":"Failed to send messages"}' },
      {
        status: 401,
        body: '{"message":"Authentication failed due to the following reason: invalid token. Confirm that the access token in the authorization header is valid."}',
      },
      { status: 403, body: '{"message":"Access to this API is not available for your account"}' },
      { status: 413, body: '' },
      { status: 415, body: '<html>' },
      { status: 429, body: '{"message":"You have reached your monthly limit."}' },
    ],
    retry: [{ answer: { status: 429, body: '{"message":"The API rate limit has been exceeded. Try again later."}' } }],
    refusal: (words) => JSON.stringify({ message: words, details: [{ message: words, property: words }], error_description: words }),
    examples: [
      { type: 'text', text: 'こんにちは' },
      { type: 'image', media: { ...storedFile, mimeType: 'image/png', size: 68 }, caption: '地図' },
      { type: 'video', media: { ...storedFile, mimeType: 'video/mp4' } },
      { type: 'audio', media: { ...storedFile, mimeType: 'audio/mp4', durationMs: 4_210 } },
      { type: 'file', media: { ...storedFile, fileName: '見積書.pdf', mimeType: 'application/pdf' } },
      { type: 'sticker', packId: '446', stickerId: '1988' },
      { type: 'location', latitude: 35.6812, longitude: 139.7671, title: '本店', address: '東京都千代田区1-1' },
      ...(['quick replies', 'buttons', 'list'] as const).map((style) => ({ type: 'choices', style, ...lineChoices }) as const),
    ],
    marked: { status: 202, body: '{}' },
    acceptedAt: (path) =>
      path === '/v2/bot/info' ? { status: 200, body: '{"userId":"U0","pictureUrl":"https://profile.example/p"}' } : accepted,
    mediaReference: '500000000000000021',
    customerKey: lineCustomer,
  },
};
