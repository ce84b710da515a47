import { createHmac } from 'node:crypto';
import type { MessageContent } from '@madoguchi/conversation';
import type { Channel, Credentials } from '@madoguchi/use-cases';
import type { ChannelContractSetup } from '@madoguchi/use-cases/testing';
import { documentedWebhooks } from '../../testing/webhooks.js';
import { viberChannel } from '../index.js';

export const viberCredentials = {
  botUsername: '予約窓口',
  authToken: '4f1c2d7e9a0b3c58-61d2e3f4a5b6c7d8-0e1f2a3b4c5d6e7f',
  welcomeText: 'ようこそ。ご用件をどうぞ。',
};

export const viberCustomer = 'q9Zr3mT0aWx5LhYp7VdKsA==';

export const signViber = (body: Buffer | string, { authToken = '' }: Credentials = viberCredentials): string =>
  createHmac('sha256', authToken).update(body).digest('hex');

/** JSON of a callback with a message of the customer; `fields` are JSON members of the message. */
export const viberMessage = (token: string, fields: string, timestamp = 1795136400456): string =>
  `{"event":"message","timestamp":${timestamp},"chat_hostname":"SN-CALLBACK-03_","message_token":${token},"sender":{"id":"${viberCustomer}","name":"佐藤 花","language":"ja"},"message":{${fields}},"silent":false}`;

const text = (token: string, escaped: string, timestamp?: number) => viberMessage(token, `"type":"text","text":"${escaped}"`, timestamp);

/** The body of an answer that is not "ok". */
export const viberRefusal = (status: number, words = 'refused') => ({
  status: 200,
  body: JSON.stringify({ status, status_message: words, chat_hostname: 'SN-CHAT-07_' }),
});

const media = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;

export const viberExamples: readonly MessageContent[] = [
  { type: 'text', text: '承りました。😀' },
  { type: 'image', media: { ...media, mimeType: 'image/png' }, caption: '地図' },
  { type: 'video', media: { ...media, mimeType: 'video/mp4', durationMs: 14_200 }, caption: '使い方' },
  { type: 'audio', media: { ...media, mimeType: 'audio/mpeg', fileName: '案内.mp3' } },
  { type: 'file', media: { ...media, mimeType: 'application/pdf', fileName: '見積書.pdf' }, caption: 'ご確認ください' },
  { type: 'sticker', stickerId: '40126' },
  { type: 'location', latitude: 35.681236, longitude: 0, title: '本店', address: '東京都千代田区' },
  { type: 'contact', name: '鈴木 一郎', phone: '+819012345678', more: [{ name: '高橋 次郎', phone: '+819087654321' }] },
  {
    type: 'choices',
    style: 'quick replies',
    text: 'よろしいですか?',
    options: [
      { id: 'yes', label: 'はい' },
      { id: 'no', label: 'いいえ' },
    ],
  },
  {
    type: 'choices',
    style: 'buttons',
    text: 'ご用件は?',
    options: [
      { id: 'price', label: '料金 & <予約>' },
      { id: 'site', label: '店舗', url: 'https://shop.example.jp/a?b=1&c=2' },
    ],
  },
];

const FILES = 'https://dl-media.viber.example';

/** Files lie at addresses of their own; here the scripted platform plays that host too. */
const withFilesAt = (platform: string): Channel => {
  const channel = viberChannel({ api: platform });
  return { ...channel, fetchMedia: (address, ...rest) => channel.fetchMedia(address.replace(FILES, platform), ...rest) };
};

export const viberSetup: ChannelContractSetup = {
  name: 'Viber',
  channel: withFilesAt,
  credentials: viberCredentials,
  otherCredentials: { botUsername: 'other', authToken: 'ffffffffffffffff-61d2e3f4a5b6c7d8-0e1f2a3b4c5d6e7f' },
  authenticity: { header: 'x-viber-content-signature', secretField: 'authToken', coversBody: true, sign: signViber },
  webhooks: {
    // The first is the handshake, which brings nothing.
    documented: documentedWebhooks('viber').slice(1),
    unknown: [
      `{"event":"telepathy","timestamp":1795136400456,"message_token":5930826341129907301,"user":{"id":"${viberCustomer}"},"thought":"not-invented-yet"}`,
      viberMessage('5930826341129907302', '"type":"hologram","shape":"not-invented-yet"'),
      viberMessage('5930826341129907303', '"type":"picture","place":"not-invented-yet"'),
      viberMessage('5930826341129907304', '"type":"location","location":{"lat":"not-invented-yet"}'),
    ],
    text: (escaped) => text('5930826341129907401', escaped),
    longNumber: (digits) => viberMessage('5930826341129907402', `"type":"hologram","id":${digits}`),
    ordered: [
      text('5930826341129907410', 'a', 1795136400001),
      text('5930826341129907411', 'b', 1795136400001),
      text('930826341129907412', 'c', 1795136400002),
      text('5930826341129907413', 'd', 1795136400010),
    ],
    redelivered: [text('5930826341129907420', 'again'), text('5930826341129907420', 'again').replace('CALLBACK-03', 'CALLBACK-04')],
  },
  sending: {
    request: {
      route: { kind: 'push' },
      recipient: viberCustomer,
      content: { type: 'text', text: '承りました。😀' },
      idempotencyKey: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
    },
    routes: [{ kind: 'push' }],
    accepted: {
      status: 200,
      body: '{"status":0,"status_message":"ok","message_token":5930827598000444555,"chat_hostname":"SN-CHAT-07_","billing_status":1}',
    },
    messageIds: ['5930827598000444555'],
    rejected: [
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 99].map((status) => viberRefusal(status)),
      { status: 400, body: '' },
      { status: 403, body: '<html>' },
      { status: 404, body: '<html>' },
      { status: 413, body: '' },
    ],
    retry: [
      { answer: viberRefusal(12, 'tooManyRequests') },
      { answer: viberRefusal(12, 'Too many requests without reply') },
      { answer: { status: 429, headers: { 'retry-after': '7' }, body: '' }, afterMs: 7_000 },
      { answer: { status: 429, body: '<html>' } },
    ],
    refusal: (words) => JSON.stringify({ status: 3, status_message: words }),
    examples: viberExamples,
    mediaReference: `${FILES}/p/6f1d.jpg?Expires=1795140000&Signature=x`,
    customerKey: viberCustomer,
  },
};
