import type { Credentials } from '@madoguchi/use-cases';
import type { ChannelContractSetup } from '@madoguchi/use-cases/testing';
import { telegramChannel } from '../telegram/index.js';
import { documentedWebhooks } from './webhooks.js';

export const telegramCredentials = {
  botUsername: 'madoguchi_bot',
  botToken: '7000000001:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0',
  webhookSecret: 'Zk3vQ9x_-Lm2nB7cD4eF5gH6jK8pR1sT0uV-wXyZaBc',
};

export const telegramCustomer = '5550001001';

/** JSON of an update with a message in the private chat; `fields` are JSON members. */
export const telegramMessage = (updateId: number, messageId: number, fields: string): string =>
  `{"update_id":${updateId},"message":{"message_id":${messageId},"from":{"id":5550001001,"is_bot":false,"first_name":"Hana"},"chat":{"id":5550001001,"first_name":"Hana","type":"private"},"date":1764000001,${fields}}}`;

const storedFile = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;

export const telegramChoices = {
  text: 'ご用件は何ですか',
  options: [
    { id: 'q=price', label: '料金' },
    { id: 'q=site', label: 'サイト', url: 'https://example.net/' },
  ],
};

export const telegramSetup: ChannelContractSetup = {
  name: 'Telegram',
  channel: (platform) => telegramChannel({ api: platform }),
  credentials: telegramCredentials,
  otherCredentials: {
    botUsername: 'other_bot',
    botToken: '7000000002:BBHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1',
    webhookSecret: 'Qk3vQ9x_-Lm2nB7cD4eF5gH6jK8pR1sT0uV-wXyZaBd',
  },
  authenticity: {
    header: 'x-telegram-bot-api-secret-token',
    secretField: 'webhookSecret',
    coversBody: false,
    sign: (_body: Buffer, { webhookSecret = '' }: Credentials) => webhookSecret,
  },
  webhooks: {
    documented: documentedWebhooks('telegram'),
    unknown: [
      '{"update_id":820000001,"telepathy":{"thought":"not-invented-yet"}}',
      telegramMessage(820000002, 72, '"hologram":{"shape":"not-invented-yet"}'),
      telegramMessage(820000003, 73, '"document":{"file_id":7,"note":"not-invented-yet"}'),
    ],
    text: (escaped) => telegramMessage(820000004, 74, `"text":"${escaped}"`),
    longNumber: (digits) => `{"update_id":820000005,"telepathy":{"id":${digits}}}`,
    ordered: [9, 10, 99, 100, 4_294_967_296].map((messageId, index) => telegramMessage(820000010 + index, messageId, '"text":"a"')),
    redelivered: [telegramMessage(820000006, 75, '"text":"again"'), telegramMessage(820000006, 75, '"text":"again"')],
  },
  sending: {
    request: {
      route: { kind: 'push' },
      recipient: telegramCustomer,
      content: { type: 'text', text: 'こんにちは <b>😀</b>' },
      idempotencyKey: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
    },
    routes: [{ kind: 'push' }],
    accepted: {
      status: 200,
      body: '{"ok":true,"result":{"message_id":51,"chat":{"id":5550001001,"type":"private"},"date":1764000051,"text":"a"}}',
    },
    messageIds: ['51'],
    rejected: [
      { status: 400, body: '{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}' },
      { status: 400, body: '{"ok":false,"error_code":400,"description":"Bad Request: message is too long"}' },
      { status: 401, body: '{"ok":false,"error_code":401,"description":"Unauthorized"}' },
      { status: 403, body: '{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}' },
      { status: 404, body: '{"ok":false,"error_code":404,"description":"Not Found"}' },
      { status: 404, body: '<html>' },
      { status: 409, body: '{"ok":false,"error_code":409,"description":"Conflict: terminated by other setWebhook"}' },
      { status: 413, body: '<html>' },
    ],
    retry: [
      {
        answer: {
          status: 429,
          body: '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}',
        },
        afterMs: 7_000,
      },
      { answer: { status: 429, headers: { 'retry-after': '3' }, body: '<html>' }, afterMs: 3_000 },
      { answer: { status: 429, body: '' }, afterMs: 1_000 },
    ],
    refusal: (words) => JSON.stringify({ ok: false, error_code: 400, description: words, parameters: {} }),
    examples: [
      { type: 'text', text: 'こんにちは' },
      { type: 'image', media: { ...storedFile, mimeType: 'image/png', size: 68 }, caption: '地図' },
      { type: 'image', media: { ...storedFile, mimeType: 'image/gif' } },
      { type: 'video', media: { ...storedFile, mimeType: 'video/mp4' } },
      { type: 'audio', media: { ...storedFile, mimeType: 'audio/mpeg' } },
      { type: 'audio', media: { ...storedFile, mimeType: 'audio/ogg' } },
      { type: 'file', media: { ...storedFile, mimeType: 'application/pdf' } },
      { type: 'sticker', stickerId: 'CAAC-1' },
      { type: 'sticker', stickerId: 'AgAD-6', media: { ...storedFile, mimeType: 'image/webp' } },
      { type: 'location', latitude: 35.6812, longitude: 139.7671, title: '本店', address: '東京都千代田区1-1' },
      { type: 'contact', name: '田中', phone: '+81312345678' },
      { type: 'choices', style: 'quick replies', text: 'ご用件は何ですか', options: [{ id: 'price', label: '料金' }] },
      { type: 'choices', style: 'buttons', ...telegramChoices },
    ],
    marked: { status: 200, body: '{"ok":true,"result":true}' },
    mediaReference: 'BQAC-1',
    customerKey: telegramCustomer,
  },
};
