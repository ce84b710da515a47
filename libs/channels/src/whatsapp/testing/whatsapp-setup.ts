import { createHmac } from 'node:crypto';
import type { MessageContent } from '@madoguchi/conversation';
import type { Credentials } from '@madoguchi/use-cases';
import type { ChannelContractSetup } from '@madoguchi/use-cases/testing';
import { documentedWebhooks } from '../../testing/webhooks.js';
import { whatsappChannel } from '../index.js';

export const whatsappCredentials = {
  phoneNumber: '+81312345678',
  certificate: 'CmUKIQjK0Zr1iPfZAhIGZW50OndhIg1NYWRvZ3VjaGkgS0tQ==',
  pin: '212834',
  phoneNumberId: '441100223300551',
  businessAccountId: '770011223344556',
  accessToken: 'EAAJexampleSystemUserToken0123456789abcdefghijZDZD',
  appSecret: '7f3c1b9e5d2a4860b1c7e9f0a3d58246',
  verifyToken: 'Zk3vQ9x_-Lm2nB7cD4eF5gH6jK8pR1sT0uV-wXyZaBc',
};

export const whatsappCustomer = '819011112222';

export const signWhatsApp = (body: Buffer | string, { appSecret = '' }: Credentials = whatsappCredentials): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;

/** A body of the account's business account; `changes` are JSON. */
export const whatsappBody = (...changes: readonly string[]): string =>
  `{"object":"whatsapp_business_account","entry":[{"id":"770011223344556","changes":[${changes.join(',')}]}]}`;

/** JSON of a change for the account's number; `members` are JSON members of its value. */
export const whatsappChange = (members: string, phoneNumberId = '441100223300551'): string =>
  `{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"81312345678","phone_number_id":"${phoneNumberId}"},${members}}}`;

/** JSON of an element of `messages`; `members` are JSON members. */
export const whatsappMessage = (number: number, members: string, timestamp = `${1795000000 + number}`): string =>
  `{"from":"${whatsappCustomer}","id":"wamid.N${number}","timestamp":"${timestamp}",${members}}`;

const messageBody = (message: string) => whatsappBody(whatsappChange(`"messages":[${message}]`));

const text = (number: number, escaped: string, timestamp?: string) =>
  messageBody(whatsappMessage(number, `"type":"text","text":{"body":"${escaped}"}`, timestamp));

const error = (code: number, message: string, more = '') =>
  `{"error":{"message":"(#${code}) ${message}","type":"OAuthException","code":${code},"error_data":{"messaging_product":"whatsapp","details":"${message}"}${more},"fbtrace_id":"Az8or2"}}`;

/** An answer of the Graph API that refuses a call. */
export const graphRefusal = (status: number, code: number, message = 'refused', more = '') => ({
  status,
  body: error(code, message, more),
});

const accepted = {
  status: 200,
  body: '{"messaging_product":"whatsapp","contacts":[{"input":"+819011112222","wa_id":"819011112222"}],"messages":[{"id":"wamid.OUT7"}]}',
};

const media = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;

/** One of every type that can be sent. */
export const whatsappExamples: readonly MessageContent[] = [
  { type: 'text', text: 'はい、あります https://example.test' },
  { type: 'image', media: { ...media, mimeType: 'image/jpeg', size: 5_000_000 }, caption: '写真' },
  { type: 'video', media: { ...media, mimeType: 'video/mp4' }, caption: '動画' },
  { type: 'audio', media: { ...media, mimeType: 'audio/ogg; codecs=opus' } },
  { type: 'file', media: { ...media, mimeType: 'application/pdf', fileName: '請求書.pdf' }, caption: '三月' },
  { type: 'sticker', stickerId: 'ours', media: { ...media, mimeType: 'image/webp', size: 100_000 } },
  { type: 'location', latitude: 35.6586, longitude: 139.7454, title: '本店', address: '港区芝公園' },
  { type: 'contact', name: '伊藤 健', phone: '+81 90-3333-4444', more: [{ name: '受付' }] },
  {
    type: 'choices',
    style: 'buttons',
    text: 'よろしいですか?',
    options: [
      { id: 'opt_yes', label: 'はい' },
      { id: 'opt_no', label: 'いいえ' },
    ],
  },
  { type: 'choices', style: 'buttons', text: '詳細', options: [{ id: 'open', label: '開く', url: 'https://example.test/a?b=1' }] },
  {
    type: 'choices',
    style: 'list',
    text: '配送方法',
    options: [
      { id: 'row_1', label: '通常', description: '3-5 日' },
      { id: 'row_2', label: '速達' },
    ],
    buttonLabel: '選ぶ',
  },
  { type: 'template', name: 'order_ready', language: 'ja', parameters: ['A-1001'], text: 'ご注文 A-1001 の準備ができました。' },
  { type: 'template', name: 'hello_world', language: 'en_US', parameters: [], text: 'Hello World' },
];

export const whatsappSetup: ChannelContractSetup = {
  name: 'WhatsApp',
  channel: (platform) => whatsappChannel({ api: platform, files: platform }),
  credentials: whatsappCredentials,
  otherCredentials: {
    ...whatsappCredentials,
    phoneNumber: '+81398765432',
    phoneNumberId: '441100223300552',
    appSecret: '00000000000000000000000000000000',
  },
  authenticity: { header: 'x-hub-signature-256', secretField: 'appSecret', coversBody: true, sign: signWhatsApp },
  webhooks: {
    documented: documentedWebhooks('whatsapp'),
    unknown: [
      whatsappBody('{"field":"telepathy","value":{"thought":"not-invented-yet"}}'),
      messageBody(whatsappMessage(71, '"type":"hologram","hologram":{"shape":"not-invented-yet"}')),
      messageBody(whatsappMessage(72, '"type":"interactive","interactive":{"type":"wink","wink":"not-invented-yet"}')),
      messageBody(whatsappMessage(73, '"type":"image","image":{"link":"not-invented-yet"}')),
      whatsappBody(
        whatsappChange('"statuses":[{"id":"wamid.S9","status":"not-invented-yet","timestamp":"1795000073","recipient_id":"819011112222"}]'),
      ),
    ],
    text: (escaped) => text(61, escaped),
    longNumber: (digits) => whatsappBody(`{"field":"telepathy","value":{"id":${digits}}}`),
    ordered: [text(10, 'a', '999999999'), text(11, 'b', '1795000001'), text(12, 'c', '1795000002000'), text(13, 'd', '1795000010')],
    redelivered: [text(81, 'again'), text(81, 'again').replace('"id":"770011223344556"', '"id":"770011223344556","time":1795600000')],
  },
  sending: {
    request: {
      route: { kind: 'push' },
      recipient: whatsappCustomer,
      content: { type: 'text', text: 'こんにちは 😀' },
      idempotencyKey: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
    },
    routes: [{ kind: 'push' }],
    accepted,
    messageIds: ['wamid.OUT7'],
    rejected: [
      ...[0, 190].map((code) => graphRefusal(401, code)),
      ...[3, 10, 200, 299, 131005].map((code) => graphRefusal(403, code)),
      ...[368, 131031, 130497, 131042, 131045, 131037, 133010].map((code) => graphRefusal(400, code)),
      ...[131047, 131026, 131021, 131030, 131049, 131050, 130472, 137000, 131053].map((code) => graphRefusal(400, code)),
      ...[33, 100, 131008, 131009, 131051, 131052, 131062, 131063, 135000].map((code) => graphRefusal(400, code)),
      ...[132000, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 132069].map((code) => graphRefusal(400, code)),
      graphRefusal(404, 132001),
      graphRefusal(400, 999999),
      { status: 400, body: '{"error":{"code":100,"message":"x","error_data":"a plain text"}}' },
      { status: 401, body: '' },
      { status: 403, body: '<html>' },
      { status: 404, body: '<html>' },
      { status: 413, body: '' },
    ],
    retry: [
      { answer: { ...graphRefusal(429, 130429), headers: { 'retry-after': '7' } }, afterMs: 7_000 },
      { answer: { status: 429, headers: { 'retry-after': '3' }, body: '<html>' }, afterMs: 3_000 },
      { answer: { status: 429, body: '' } },
      { answer: graphRefusal(400, 131056, 'pair rate limit hit'), afterMs: 6_000 },
      ...[1, 2, 131000, 4, 80007, 131048, 131064, 133016].map((code) => ({ answer: graphRefusal(400, code) })),
      ...[131016, 131057, 133004].map((code) => ({ answer: graphRefusal(503, code) })),
      { answer: graphRefusal(400, 999998, 'later', ',"is_transient":true') },
    ],
    refusal: (words) => JSON.stringify({ error: { message: words, code: 190, error_data: { details: words }, error_user_msg: words } }),
    examples: whatsappExamples,
    marked: { status: 200, body: '{"success":true}' },
    acceptedAt: (path) => (path.endsWith('/media') ? { status: 200, body: '{"id":"1037543291543636"}' } : accepted),
    mediaReference: '1003383421387256',
    customerKey: whatsappCustomer,
  },
};
