import { documentedWebhooks } from '../testing/webhooks.js';
import { vonageChannel } from './index.js';
import { signVonage, vonageCredentials, vonageMessage } from './testing/vonage-setup.js';

const channel = vonageChannel({ rest: 'http://127.0.0.1:9', api: 'http://127.0.0.1:9' });
const receivedAt = new Date('2026-11-20T01:30:00.000Z');
const credentials = { ...vonageCredentials, number: '815098765432' };

const reading = (body: string) => {
  const authorization = signVonage(body, credentials, { claims: { iat: receivedAt.getTime() / 1000 } });
  const read = channel.readWebhook(
    { method: 'POST', headers: { authorization }, query: {}, body: Buffer.from(body) },
    credentials,
    receivedAt,
  );
  if (read.verdict !== 'read') throw new Error(JSON.stringify(read));
  return read;
};
const itemsIn = (body: string) => {
  const { items, elsewhere = [] } = reading(body);
  return [...items, ...elsewhere.map(({ platformAccountId, item }) => ({ for: platformAccountId, ...item }))];
};

const id = (last: string) => `5a1b3c0e-0b2f-4f5f-9d62-7b1d3f9e0a${last}`;
const orderKey = (at: string, place = 0) => `00${Date.parse(at)}-00${receivedAt.getTime()}-00${place}`;
const message = (messageId: string, minute: string, content: object, more: object = {}) => {
  const at = `2026-11-20T01:${minute}:00.000Z`;
  return {
    kind: 'message',
    dedupKey: messageId,
    conversationKey: 'whatsapp:819012345678',
    customer: { key: 'whatsapp:819012345678' },
    providerMessageId: messageId,
    content,
    sentAt: at,
    orderKey: orderKey(at),
    ...more,
  };
};
const text = (words: string) => ({ type: 'text', text: words });
const media = (reference: string, more: object = {}) => ({
  mediaId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  source: { kind: 'platform', reference },
  ...more,
});
const ap = (file: string) => `https://api-ap.nexmo.com/v3/media/${file}`;
const us = (file: string) => `https://api-us.nexmo.com/v3/media/${file}`;
const sms = { conversationKey: '819012345678', customer: { key: '819012345678' } };
const named = { customer: { key: 'whatsapp:819012345678', displayName: '佐藤 花' } };
const quoting = { replyTo: { providerMessageId: '8c0d1e2f-1111-4222-8333-944455556666' } };
const mms = { for: '12025550143', conversationKey: '12025550178@12025550143', customer: { key: '12025550178' } };
const page = {
  for: '107766554433',
  conversationKey: 'messenger:5012345678901234@107766554433',
  customer: { key: 'messenger:5012345678901234' },
};
const viber = { for: '98765', conversationKey: 'viber_service:819012345678@98765', customer: { key: 'viber_service:819012345678' } };
const receipt = (uuid: string, status: string, receipt: object, more: object = {}) => ({
  kind: 'receipt',
  dedupKey: `status:${status}:7d2e5b1a-6a52-4c3a-8b0d-2d1f6a7c0b${uuid}`,
  conversationKey: 'whatsapp:819012345678',
  customer: { key: 'whatsapp:819012345678' },
  about: { providerMessageId: `7d2e5b1a-6a52-4c3a-8b0d-2d1f6a7c0b${uuid}` },
  receipt,
  ...more,
});

/** In the order of the lines of `webhooks.jsonl`. */
const expected: readonly [what: string, items: readonly object[]][] = [
  ['a text', [message('0b9a3d1e-4c55-4e0e-8a7f-2f6f0f0a9c11', '00', text('予約したい'), sms)]],
  ['a text with what it cost', [message(id('01'), '10', text('予約したい'), sms)]],
  ['a picture', [message(id('02'), '11', { type: 'image', media: media(ap('1f0e'), { fileName: 'a.jpg' }), caption: '故障箇所' }, named)]],
  ['an audio', [message(id('03'), '13', { type: 'audio', media: media(ap('2a')) })]],
  ['a video', [message(id('04'), '14', { type: 'video', media: media(ap('2b')), caption: '動画' })]],
  ['a file', [message(id('05'), '15', { type: 'file', media: media(ap('2c'), { fileName: '見積.pdf' }), caption: '確認願います' })]],
  [
    'a place',
    [
      message(id('06'), '16', {
        type: 'location',
        latitude: 35.681236,
        longitude: 139.767125,
        title: '東京駅',
        address: '千代田区丸の内1',
      }),
    ],
  ],
  [
    'a business card',
    [message(id('07'), '17', { type: 'file', media: media(us('2d'), { mimeType: 'text/vcard', fileName: 'contact.vcf' }) }, mms)],
  ],
  ['a choice', [message(id('08'), '18', { type: 'postback', data: 'slot_9', label: '9時' }, { ...named, ...quoting })]],
  ['a button', [message(id('09'), '19', { type: 'postback', data: 'BOOK_YES', label: '予約する' }, quoting)]],
  ['a form', [message(id('10'), '10', { type: 'postback', data: '{"flow_token":"t1","date":"2026-12-01"}', label: 'sent' })]],
  ['a sticker', [message(id('11'), '11', { type: 'sticker', stickerId: expect.any(String), media: media(ap('2e')) })]],
  [
    'a reaction',
    [
      {
        kind: 'reaction',
        dedupKey: id('12'),
        conversationKey: 'whatsapp:819012345678',
        customer: { key: 'whatsapp:819012345678' },
        providerMessageId: quoting.replyTo.providerMessageId,
        reactions: ['👍'],
        reactedAt: '2026-11-20T01:12:00.000Z',
      },
    ],
  ],
  ['an order', [message(id('13'), '13', { type: 'order', lines: [{ productId: 'p1', quantity: 2, price: '9.99', currency: 'USD' }] })]],
  [
    'an MMS of two files, for another number of the key',
    [
      message(id('14'), '14', { type: 'image', media: media(us('2f')), caption: 'front' }, mms),
      message(
        `${id('14')}#02`,
        '14',
        { type: 'file', media: media(us('30')) },
        { ...mms, orderKey: orderKey('2026-11-20T01:14:00.000Z', 1) },
      ),
    ],
  ],
  ['a text to a page of Messenger', [message(id('15'), '15', text('こんにちは'), page)]],
  [
    'something that Vonage does not hand on',
    [message(id('16'), '16', { type: 'unknown', kind: 'unsupported', raw: expect.objectContaining({ message_uuid: id('16') }) }, page)],
  ],
  ['a text on Viber', [message(id('17'), '17', text('はい'), viber)]],
  ['a text in the old shape', [message(id('18'), '18', text('予約したい'))]],
  ['delivered', [receipt('11', 'delivered', { status: 'delivered', at: '2026-11-20T01:20:00.000Z' })]],
  [
    'rejected',
    [
      receipt(
        '12',
        'rejected',
        {
          status: 'failed',
          at: '2026-11-20T01:21:00.000Z',
          code: 'recipient-opted-out',
          reason: 'Vonage did not deliver it (1240): Illegal Number',
          remedy: expect.stringContaining('Do not repeat it'),
        },
        sms,
      ),
    ],
  ],
  ['read', [receipt('11', 'read', { status: 'read', at: '2026-11-20T01:22:00.000Z' })]],
  [
    'undeliverable',
    [
      receipt(
        '14',
        'undeliverable',
        {
          status: 'failed',
          at: '2026-11-20T01:23:00.000Z',
          code: 'recipient-unreachable',
          reason: 'Vonage did not deliver it (1260): Destination unreachable',
          remedy: expect.any(String),
        },
        viber,
      ),
    ],
  ],
  [
    'a text of somebody who came by an advertisement and hides the number',
    [
      message(
        `${id('19')}#referral`,
        '19',
        { type: 'referral', source: 'ad', title: '冬の予約', text: '今すぐ予約', url: 'https://fb.me/ad1', reference: '123456789' },
        {
          conversationKey: 'whatsapp:JP.13491208655302741918',
          customer: { key: 'whatsapp:JP.13491208655302741918', displayName: '佐藤 花' },
        },
      ),
      message(id('19'), '19', text('広告を見ました'), {
        conversationKey: 'whatsapp:JP.13491208655302741918',
        customer: { key: 'whatsapp:JP.13491208655302741918', displayName: '佐藤 花' },
        orderKey: orderKey('2026-11-20T01:19:00.000Z', 1),
      }),
    ],
  ],
  [
    'a text by RCS',
    [
      message(id('20'), '20', text('RCSです'), {
        for: 'Madoguchi',
        conversationKey: 'rcs:819012345678@Madoguchi',
        customer: { key: 'rcs:819012345678' },
      }),
    ],
  ],
  ['a picture on Viber', [message(id('21'), '21', { type: 'image', media: media(ap('31')) }, viber)]],
  [
    'rejected in the old shape',
    [
      receipt(
        '15',
        'rejected',
        {
          status: 'failed',
          at: '2026-11-20T01:24:00.000Z',
          code: 'recipient-opted-out',
          reason: 'Vonage did not deliver it (1240): Illegal Number',
          remedy: expect.any(String),
        },
        viber,
      ),
    ],
  ],
];

describe('webhooks of the Messages API (every body of the fact sheet)', () => {
  const bodies = documentedWebhooks('vonage');

  it('are all here', () => expect(expected).toHaveLength(bodies.length));

  it.each(expected.map(([what, items], index) => [what, bodies[index] ?? '', items] as const))('%s', (_, body, items) => {
    expect(itemsIn(body)).toEqual(items);
  });

  it('tell nothing with "submitted": the answer to our call said as much', () => {
    const submitted =
      '{"message_uuid":"7d2e5b1a-6a52-4c3a-8b0d-2d1f6a7c0b13","to":"819012345678","from":"815098765432","timestamp":"2026-11-20T01:19:00Z","status":"SUBMITTED","channel":"sms","client_ref":"out_7f15","usage":{"currency":"EUR","price":"0.0625"},"sms":{"count_total":"2"}}';
    expect(reading(submitted)).toMatchObject({ answer: { status: 200 }, items: [], elsewhere: [] });
  });

  it('may write statuses in capitals, numbers as text, and coordinates in full', () => {
    expect(itemsIn((bodies[19] ?? '').replace('"delivered"', '"Delivered"'))).toEqual(itemsIn(bodies[19] ?? ''));
    const place = '"message_type":"location","location":{"latitude":"35.5","longitude":"-139.25"}';
    expect(itemsIn(vonageMessage(1, place))).toMatchObject([{ content: { type: 'location', latitude: 35.5, longitude: -139.25 } }]);
  });

  it('take a reaction back', () => {
    const unreact = (bodies[12] ?? '').replace('"action":"react","emoji":"👍"', '"action":"unreact"');
    expect(itemsIn(unreact)).toMatchObject([{ kind: 'reaction', reactions: [] }]);
  });

  it('keep the text of an empty message as a message', () => {
    expect(itemsIn(vonageMessage(1, '"message_type":"text","text":""'))).toMatchObject([{ kind: 'message', content: text('') }]);
  });

  it('are all of the account that has no number of its own, and name the one that the customer wrote to', () => {
    const body = vonageMessage(1, '"message_type":"text","text":"a"');
    const authorization = signVonage(body, vonageCredentials, { claims: { iat: receivedAt.getTime() / 1000 } });
    const read = channel.readWebhook(
      { method: 'POST', headers: { authorization }, query: {}, body: Buffer.from(body) },
      vonageCredentials,
      receivedAt,
    );
    expect(read).toMatchObject({
      items: [{ conversationKey: '819012345678@815098765432', customer: { key: '819012345678' } }],
      elsewhere: [],
    });
  });

  it('keep what has ends that can be none', () => {
    for (const from of ['a b', '', 'x@y']) {
      const body = vonageMessage(1, '"message_type":"text","text":"a"').replace('"from":"819012345678"', `"from":"${from}"`);
      expect(itemsIn(body)).toMatchObject([{ kind: 'unread', raw: { text: 'a' } }]);
    }
  });
});
