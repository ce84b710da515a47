import { createHmac } from 'node:crypto';
import type { Channel, Credentials } from '@madoguchi/use-cases';
import type { ChannelContractSetup } from '@madoguchi/use-cases/testing';
import { messengerChannel } from '../index.js';
import { documentedWebhooks } from '../../testing/webhooks.js';

export const messengerCredentials = {
  pageUsername: 'madoguchi.shop',
  pageId: '1029384756601',
  pageAccessToken: 'EAAmadoguchiTESTtoken',
  appId: '556677889900111',
  appSecret: '7f3c1b9e5d2a4860b1c7e9f0a3d58246',
  verifyToken: 'Vk3vQ9x_-Lm2nB7cD4eF5gH6jK8pR1sT0uV-wXyZaBc',
};

export const messengerCustomer = '7700112233445566';

export const signMeta = (body: Buffer | string, { appSecret = '' }: Credentials = messengerCredentials): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;

/** A body with these events of the page. */
export const messengerBody = (events: readonly string[], page = messengerCredentials.pageId): string =>
  `{"object":"page","entry":[{"id":"${page}","time":1795000001234,"messaging":[${events.join(',')}]}]}`;

/** JSON of one event of the customer; `fields` are JSON members. */
export const messengerEvent = (fields: string, timestamp = 1795000000987): string =>
  `{"sender":{"id":"${messengerCustomer}"},"recipient":{"id":"${messengerCredentials.pageId}"},"timestamp":${timestamp},${fields}}`;

const text = (mid: string, escaped: string, timestamp?: number) =>
  messengerBody([messengerEvent(`"message":{"mid":"${mid}","text":"${escaped}"}`, timestamp)]);

/** The body of Graph's refusal. */
export const graphError = (code: number, subcode?: number, words = 'refused', more: object = {}): string =>
  JSON.stringify({
    error: {
      message: `(#${code}) ${words}`,
      type: 'OAuthException',
      code,
      error_subcode: subcode,
      is_transient: false,
      fbtrace_id: 'AbC123',
      ...more,
    },
  });

const stored = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;

const CDN = 'https://cdn.example.test';

/** Files lie at addresses of their own; here the scripted platform plays that host too. */
const withCdnAt = (platform: string): Channel => {
  const channel = messengerChannel({ api: platform, files: platform });
  return { ...channel, fetchMedia: (address, ...rest) => channel.fetchMedia(address.replace(CDN, platform), ...rest) };
};

export const messengerSetup: ChannelContractSetup = {
  name: 'Messenger',
  channel: withCdnAt,
  credentials: messengerCredentials,
  otherCredentials: {
    ...messengerCredentials,
    pageId: '1029384756602',
    appId: '998877665544332',
    appSecret: 'ffffffffffffffffffffffffffffffff',
  },
  authenticity: { header: 'x-hub-signature-256', secretField: 'appSecret', coversBody: true, sign: signMeta },
  webhooks: {
    documented: documentedWebhooks('messenger'),
    unknown: [
      messengerBody([messengerEvent('"telepathy":{"thought":"not-invented-yet"}')]),
      messengerBody([messengerEvent('"message":{"mid":"m_h1","hologram":{"shape":"not-invented-yet"}}')]),
      messengerBody([
        messengerEvent('"message":{"mid":"m_h2","attachments":[{"type":"hologram","payload":{"shape":"not-invented-yet"}}]}'),
      ]),
      messengerBody([messengerEvent('"message":{"mid":"m_h3","attachments":[{"type":"image","payload":{"place":"not-invented-yet"}}]}')]),
      `{"object":"page","entry":[{"id":"${messengerCredentials.pageId}","time":1795000001234,"dreaming":["not-invented-yet"]}]}`,
      '{"object":"not-invented-yet","entry":[]}',
    ],
    text: (escaped) => text('m_t1', escaped),
    longNumber: (digits) => messengerBody([messengerEvent(`"telepathy":{"id":${digits}}`)]),
    ordered: [
      text('m_o1', 'a', 1795000000001),
      text('m_o2', 'b', 1795000000001),
      text('m_o0', 'c', 1795000000002),
      text('m_o9', 'd', 1795000000010),
    ],
    redelivered: [text('m_r1', 'again'), text('m_r1', 'again').replace('"time":1795000001234', '"time":1795000901234')],
  },
  sending: {
    request: {
      route: { kind: 'push' },
      recipient: messengerCustomer,
      content: { type: 'text', text: 'こんにちは 😀' },
      idempotencyKey: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
    },
    routes: [{ kind: 'push' }],
    accepted: { status: 200, body: '{"recipient_id":"7700112233445566","message_id":"m_out78"}' },
    messageIds: ['m_out78'],
    rejected: [
      { status: 400, body: graphError(10, 2018278, 'This message is sent outside of allowed window.') },
      { status: 400, body: graphError(10, 2018065) },
      { status: 400, body: graphError(10, 2018300) },
      { status: 400, body: graphError(10, 2018108) },
      { status: 400, body: graphError(551, 1545041) },
      { status: 400, body: graphError(551) },
      { status: 400, body: graphError(200, 1545041) },
      { status: 403, body: graphError(10) },
      { status: 403, body: graphError(200) },
      { status: 403, body: graphError(200, 2018028) },
      { status: 403, body: graphError(230) },
      { status: 400, body: graphError(3) },
      { status: 400, body: graphError(10, 1893063) },
      { status: 400, body: graphError(368) },
      { status: 400, body: graphError(2022) },
      ...[undefined, 2018001, 2018109, 2018034, 2018008, 2018047, 2018074].map((subcode) => ({
        status: 400,
        body: graphError(100, subcode),
      })),
      ...[undefined, 458, 459, 460, 463, 467].map((subcode) => ({ status: 401, body: graphError(190, subcode) })),
      { status: 401, body: '' },
      { status: 403, body: '<html>' },
      { status: 404, body: '<html>' },
      { status: 413, body: '' },
    ],
    retry: [
      ...[-1, 1, 2, 1200].map((code) => ({ answer: { status: 400, body: graphError(code) } })),
      { answer: { status: 400, body: graphError(999, undefined, 'try again', { is_transient: true }) } },
      ...[4, 17, 32, 613, 80006].map((code) => ({ answer: { status: 400, body: graphError(code) } })),
      { answer: { status: 400, body: graphError(4, 2018022) } },
      { answer: { status: 429, headers: { 'retry-after': '7' }, body: '' }, afterMs: 7_000 },
      {
        answer: {
          status: 400,
          headers: {
            'x-business-use-case-usage':
              '{"1029384756601":[{"type":"pages","call_count":100,"estimated_time_to_regain_access":3},{"type":"messenger","estimated_time_to_regain_access":5}]}',
          },
          body: graphError(80006),
        },
        afterMs: 300_000,
      },
      { answer: { status: 429, headers: { 'x-business-use-case-usage': '{"almost' }, body: '' } },
    ],
    refusal: (words) => graphError(100, undefined, words),
    examples: [
      { type: 'text', text: 'Yes, from 9:00' },
      ...(['image', 'video', 'audio', 'file'] as const).map((type) => ({ type, media: stored, caption: '地図' })),
      { type: 'sticker', stickerId: '767226160478561' },
      { type: 'choices', style: 'quick replies', text: 'Pick a color', options: [{ id: 'COLOR_RED', label: 'Red' }] },
      {
        type: 'choices',
        style: 'buttons',
        text: 'What next?',
        options: [
          { id: 'HUMAN', label: 'Talk to a person' },
          { id: 'SITE', label: 'Site', url: 'https://www.example.test' },
        ],
      },
      {
        type: 'choices',
        style: 'list',
        text: 'Which shop?',
        options: [{ id: 'SHOP_1', label: 'Marunouchi', description: 'Open until 21:00' }],
        buttonLabel: 'Choose',
      },
    ],
    acceptedAt: (path) =>
      path.includes('/message_attachments')
        ? { status: 200, body: '{"attachment_id":"1857777774821032"}' }
        : { status: 200, body: '{"recipient_id":"7700112233445566","message_id":"m_out78"}' },
    marked: { status: 200, body: '{"recipient_id":"7700112233445566"}' },
    mediaReference: `${CDN}/1.jpg?oh=aa`,
    customerKey: messengerCustomer,
  },
};
