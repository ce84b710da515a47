import type { InboundItem } from '@madoguchi/contracts';
import { messengerBody, messengerCredentials, messengerCustomer, messengerEvent, signMeta } from '../testing/messenger-setup.js';
import { documentedWebhooks } from '../testing/webhooks.js';
import { messengerChannel } from './index.js';

const receivedAt = new Date('2026-11-18T16:00:10.000Z');
const channel = messengerChannel({ api: 'http://127.0.0.1:9' });

const read = (body: string, credentials = messengerCredentials) =>
  channel.readWebhook(
    { method: 'POST', headers: { 'x-hub-signature-256': signMeta(body, credentials) }, query: {}, body: Buffer.from(body) },
    credentials,
    receivedAt,
  );

const itemsOf = (body: string, credentials = messengerCredentials): readonly InboundItem[] => {
  const reading = read(body, credentials);
  if (reading.verdict !== 'read') throw new Error(reading.verdict);
  return reading.items;
};

const person = { conversationKey: messengerCustomer, customer: { key: messengerCustomer } };
const at = (milliseconds: number) => new Date(1795000000000 + milliseconds).toISOString();
const message = (mid: string, milliseconds: number, content: object, more: object = {}) => ({
  kind: 'message',
  dedupKey: mid,
  ...person,
  providerMessageId: mid,
  content,
  sentAt: at(milliseconds),
  orderKey: `00${1795000000000 + milliseconds}-${mid}`,
  ...more,
});
const text = (words: string) => ({ type: 'text', text: words });
const media = (reference: string, more: object = {}) => ({
  mediaId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  source: { kind: 'platform', reference },
  ...more,
});
const cdn = (file: string) => `https://cdn.example.test/${file}`;
const unread = (platformKind: string, dedupKey: string | RegExp, raw: object, conversationKey: string = messengerCustomer) => ({
  kind: 'unread',
  dedupKey: typeof dedupKey === 'string' ? dedupKey : expect.stringMatching(dedupKey),
  conversationKey,
  platformKind,
  reason: expect.any(String),
  raw: expect.objectContaining(raw),
});
const referral = (id: string, raw: object, conversationKey?: string) => unread('referral', `referral:${id}`, raw, conversationKey);
const byContent = (kind: string) => new RegExp(`^${kind}:sha256:[0-9a-f]{64}$`);
const guest = 'user_ref:chk-55a1';
const userRefPress = `postback:${guest}:1795000061000:HUMAN`;
const echo = (mid: string, appId: number) =>
  unread('echo', `echo:${mid}`, { message: expect.objectContaining({ mid, is_echo: true, app_id: appId }) });

/** In the order of the lines of `webhooks.jsonl`, which is the order of the fact sheet. */
const expected: readonly [what: string, items: readonly object[]][] = [
  ['a text', [message('m_Qx1aTextA', 987, text('Do you open on Sunday?'))]],
  ['a quick reply', [message('m_qr1', 10_000, { type: 'postback', data: 'COLOR_RED', label: 'Red' })]],
  ['an answer to a message of ours', [message('m_rt1', 11_000, text('This one please'), { replyTo: { providerMessageId: 'm_out77' } })]],
  ['a text from an advertisement', [message('m_ad1', 12_000, text('Is it in stock?')), referral('m_ad1', { timestamp: 1795000012000 })]],
  ['a text about a product', [message('m_pd1', 13_000, text('More about this?')), referral('m_pd1', { timestamp: 1795000013000 })]],
  ['a command', [message('m_cm1', 14_000, text('flights HND to CTS'))]],
  [
    'two pictures in one message',
    [
      message('m_im1', 20_000, { type: 'image', media: media(cdn('1.jpg?oh=aa')) }),
      message('m_im1#02', 20_000, { type: 'image', media: media(cdn('2.gif?oh=bb')) }),
    ],
  ],
  ['a video', [message('m_vi1', 21_000, { type: 'video', media: media(cdn('v.mp4?oh=cc')) })]],
  ['an audio', [message('m_au1', 22_000, { type: 'audio', media: media(cdn('voice.mp4?oh=dd')) })]],
  ['a file', [message('m_fi1', 23_000, { type: 'file', media: media(cdn('invoice.pdf?oh=ee'), { fileName: 'invoice.pdf' }) })]],
  [
    'a sticker that comes as two attachments',
    [message('m_st1', 30_000, { type: 'sticker', stickerId: '369239263222822', emoji: '👍', media: media(cdn('s.png')) })],
  ],
  ['a sticker', [message('m_st2', 31_000, { type: 'sticker', stickerId: '767226160478561', media: media(cdn('s2.png')) })]],
  ['a place', [message('m_lo1', 40_000, { type: 'location', latitude: 35.6586, longitude: 139.7454, title: 'Pinned' })]],
  ['a typed address with its preview', [message('m_fb1', 41_000, text('look https://shop.example.test/p/9'))]],
  ['a shared link in the old form', [message('m_fb2', 42_000, text('Shared item\nhttps://www.example.test/x'))]],
  ['a reel', [message('m_re1', 43_000, { type: 'video', media: media(cdn('r.mp4')), caption: 'How to' })]],
  ['a shared post', [message('m_po1', 44_000, text('Our post\nhttps://www.example.test/posts/1'))]],
  ['a product', [message('m_pt1', 45_000, { type: 'unknown', kind: 'template', raw: expect.objectContaining({ type: 'template' }) })]],
  [
    'a booking',
    [
      message('m_ab1', 46_000, {
        type: 'unknown',
        kind: 'appointment_booking',
        raw: expect.objectContaining({ type: 'appointment_booking' }),
      }),
    ],
  ],
  [
    'a message taken back',
    [{ kind: 'unsend', dedupKey: 'unsend:m_Qx1aTextA', ...person, providerMessageId: 'm_Qx1aTextA', unsentAt: at(50_000) }],
  ],
  [
    'a message that Meta does not give',
    [message('m_un1', 51_000, { type: 'unknown', kind: 'unsupported', raw: { mid: 'm_un1', is_unsupported: true } })],
  ],
  [
    'an edit',
    [
      {
        kind: 'edit',
        dedupKey: 'edit:m_Qx1aTextA:1',
        ...person,
        providerMessageId: 'm_Qx1aTextA',
        content: text('Do you open on Saturday?'),
        editedAt: at(52_000),
      },
    ],
  ],
  [
    'M-46: a pressed button',
    [
      message('m_pb1', 60_000, { type: 'postback', data: 'GET_STARTED', label: 'Get Started' }),
      referral('m_pb1', { timestamp: 1795000060000 }),
    ],
  ],
  [
    'a button pressed by the visitor of a plugin',
    [
      {
        ...message(userRefPress, 61_000, { type: 'postback', data: 'HUMAN', label: 'Talk to a person' }),
        conversationKey: guest,
        customer: { key: guest },
      },
      referral(userRefPress, { sender: { user_ref: 'chk-55a1' } }, guest),
    ],
  ],
  ['a link into the chat', [unread('referral', byContent('event:referral'), { timestamp: 1795000062000 })]],
  ['an advertisement, in seconds', [unread('referral', byContent('event:referral'), { timestamp: 1795000063 })]],
  ['M-46: an opt-in', [unread('optin', byContent('event:optin'), { optin: { ref: 'footer_button' } })]],
  ['an opt-in of a visitor', [unread('optin', byContent('event:optin'), { optin: { ref: 'checkout', user_ref: 'chk-55a1' } }, 'account')]],
  ['an opt-in to notifications', [unread('optin', byContent('event:optin'), { timestamp: 1795000072000 })]],
  ['a linked account', [unread('account_linking', byContent('event:account_linking'), { timestamp: 1795000073000 })]],
  ['an unlinked account', [unread('account_linking', byContent('event:account_linking'), { timestamp: 1795000074000 })]],
  [
    'a warning about the page',
    [unread('policy_enforcement', byContent('event:policy_enforcement'), { timestamp: 1795000075000 }, 'account')],
  ],
  [
    'a reaction',
    [
      {
        kind: 'reaction',
        dedupKey: `reaction:${messengerCustomer}:m_out77:react:1795000080000`,
        ...person,
        providerMessageId: 'm_out77',
        reactions: ['❤️'],
        reactedAt: at(80_000),
      },
    ],
  ],
  [
    'a reaction taken back',
    [
      {
        kind: 'reaction',
        dedupKey: `reaction:${messengerCustomer}:m_out77:unreact:1795000081000`,
        ...person,
        providerMessageId: 'm_out77',
        reactions: [],
        reactedAt: at(81_000),
      },
    ],
  ],
  [
    'M-46: a delivery',
    [
      {
        kind: 'receipt',
        dedupKey: `delivered:${messengerCustomer}:1795000079500:m_out77`,
        ...person,
        about: { providerMessageId: 'm_out77' },
        receipt: { status: 'delivered', at: at(79_500) },
      },
      {
        kind: 'receipt',
        dedupKey: `delivered:${messengerCustomer}:1795000079500`,
        ...person,
        about: { upTo: at(79_500) },
        receipt: { status: 'delivered', at: at(79_500) },
      },
    ],
  ],
  [
    'a read',
    [
      {
        kind: 'receipt',
        dedupKey: `read:${messengerCustomer}:1795000082000`,
        ...person,
        about: { upTo: at(82_000) },
        receipt: { status: 'read', at: at(83_000) },
      },
    ],
  ],
  ['a word on our answer', [unread('response_feedback', byContent('event:response_feedback'), { timestamp: 1795000084000 })]],
  [
    'a cart',
    [
      message(`order:${messengerCustomer}:1795000085000`, 85_000, {
        type: 'unknown',
        kind: 'order',
        raw: expect.objectContaining({ note: 'gift wrap' }),
      }),
    ],
  ],
  ['an echo of ours', [echo('m_out78', 556677889900111)]],
  ["an echo of Meta's inbox", [echo('m_out79', 263902037430900)]],
  ['an echo of a bot', [echo('m_out80', 998877665544332)]],
  ['a conversation passed to us', [unread('pass_thread_control', /^event:pass_thread_control:\d+:1795000100000:556677889900111$/, {})]],
  ['a conversation taken from us', [unread('take_thread_control', /^event:take_thread_control:\d+:1795000101000:998877665544332$/, {})]],
  ['a conversation asked for', [unread('request_thread_control', /^event:request_thread_control:\d+:1795000102000:998877665544332$/, {})]],
  ['the roles of apps', [unread('app_roles', byContent('event:app_roles'), {}, 'account')]],
  [
    'what a bot and the customer say in standby',
    [unread('message', 'standby:message:m_sb1', { timestamp: 1795000110000 }), echo('m_sb2', 998877665544332)],
  ],
  ['a button pressed in standby', [unread('postback', byContent('standby:postback'), { postback: { title: 'Track parcel' } })]],
];

const bodies = documentedWebhooks('messenger');

describe('a webhook of Messenger', () => {
  it.each(expected.map(([what, items], index) => [what, items, bodies[index] ?? ''] as const))(
    'of the fact sheet (%s) becomes what it means',
    (_, items, body) => {
      expect(itemsOf(body)).toEqual(items);
    },
  );

  it('of the fact sheet is never left out', () => {
    expect(bodies).toHaveLength(expected.length);
  });

  it('with many events of the page, in one entry or in several, brings each of them, whatever the others are', () => {
    const entries = bodies.map((body) => body.slice(body.indexOf('[') + 1, -2));
    const items = itemsOf(`{"object":"page","entry":[${[...entries, 'null', '7', '{}'].join(',')}]}`);
    expect(items).toEqual([
      ...expected.flatMap(([, each]) => each),
      ...Array(3).fill(expect.objectContaining({ kind: 'unread', platformKind: 'entry' })),
    ]);
    const events = [messengerEvent('"message":{"mid":"m_1","text":"a"}'), 'null', messengerEvent('"message":{"mid":"m_2","text":"b"}')];
    expect(itemsOf(messengerBody(events)).map(({ kind }) => kind)).toEqual(['message', 'unread', 'message']);
  });

  it("M-43: about another page than the account's brings no message, but is kept with the reason", () => {
    const ours = messengerEvent('"message":{"mid":"m_1","text":"a"}');
    const entry = (page: string) => messengerBody([ours], page).slice('{"object":"page","entry":['.length, -2);
    const items = itemsOf(`{"object":"page","entry":[${entry('1029384756602')},${entry(messengerCredentials.pageId)}]}`);
    expect(items).toMatchObject([
      { kind: 'unread', platformKind: 'message', reason: expect.stringContaining('1029384756602'), raw: { message: { text: 'a' } } },
      { kind: 'message', dedupKey: 'm_1' },
    ]);
    expect(items[0]?.dedupKey).not.toBe('m_1');
  });

  it('M-188: in standby is kept, and does not hide the same message when it comes as ours', () => {
    const body = messengerBody([messengerEvent('"message":{"mid":"m_1","text":"a"}')]);
    const [waiting] = itemsOf(body.replace('"messaging"', '"standby"'));
    const [received] = itemsOf(body);
    expect(waiting).toMatchObject({ kind: 'unread', reason: expect.stringContaining('standby'), conversationKey: messengerCustomer });
    expect(received).toMatchObject({ kind: 'message' });
    expect(waiting?.dedupKey).not.toBe(received?.dedupKey);
  });

  it('about something else than a page, or about what happens on the page, is kept', () => {
    expect(itemsOf('{"object":"instagram","entry":[{"id":"1","messaging":[]}]}')).toMatchObject([
      { kind: 'unread', platformKind: 'body', reason: expect.stringContaining('instagram') },
    ]);
    const change = '{"field":"feed","value":{"item":"comment","comment_id":"1_2"}}';
    expect(itemsOf(`{"object":"page","entry":[{"id":"${messengerCredentials.pageId}","time":1,"changes":[${change}]}]}`)).toMatchObject([
      { kind: 'unread', platformKind: 'changes.feed', raw: { value: { comment_id: '1_2' } } },
    ]);
  });

  it('with no entries brings nothing', () => {
    expect(read('{"object":"page","entry":[]}')).toEqual({ verdict: 'read', answer: { status: 200 }, items: [] });
  });

  it.each([
    [
      'from the page to itself',
      messengerEvent('"message":{"mid":"m_1","text":"a"}').replace(messengerCustomer, messengerCredentials.pageId),
    ],
    ['from nobody', messengerEvent('"message":{"mid":"m_1","text":"a"}').replace(`"sender":{"id":"${messengerCustomer}"},`, '')],
    ['without a mid', messengerEvent('"message":{"text":"a"}')],
  ])('%s is no message of a customer', (_, event) => {
    expect(itemsOf(messengerBody([event]))).toMatchObject([{ kind: 'unread', platformKind: 'message' }]);
  });

  it('with a time in seconds, as text, or only on its entry is dated all the same', () => {
    const event = messengerEvent('"message":{"mid":"m_1","text":"a"}');
    const timed = (timestamp: string) => itemsOf(messengerBody([event.replace('"timestamp":1795000000987', timestamp)]));
    expect(timed('"timestamp":1795000001')).toMatchObject([{ sentAt: '2026-11-18T11:06:41.000Z', orderKey: '001795000001000-m_1' }]);
    expect(timed('"timestamp":"1795000001234"')).toMatchObject([{ sentAt: '2026-11-18T11:06:41.234Z' }]);
    expect(timed('"note":1')).toMatchObject([{ kind: 'message', sentAt: '2026-11-18T11:06:41.234Z' }]);
  });

  it('with text and pictures is one message with a caption, and what takes no caption comes behind the text', () => {
    const attached = (attachments: string, words = '"text":"これ"') =>
      itemsOf(messengerBody([messengerEvent(`"message":{"mid":"m_1",${words},"attachments":[${attachments}]}`)]));
    const image = '{"type":"image","payload":{"url":"https://cdn.example.test/1.jpg"}}';
    expect(attached(image)).toMatchObject([{ content: { type: 'image', caption: 'これ' } }]);
    const place = '{"type":"location","payload":{"coordinates":{"lat":1,"long":2}}}';
    expect(attached(place)).toMatchObject([
      { providerMessageId: 'm_1', content: text('これ') },
      { providerMessageId: 'm_1#02', content: { type: 'location' } },
    ]);
    expect(attached(image, '"text":"Red","quick_reply":{"payload":"R"}')).toMatchObject([
      { content: { type: 'postback' } },
      { content: { type: 'image' } },
    ]);
    const shared = '{"type":"fallback","payload":{"url":"https://other.example/a","title":"A"}}';
    expect(attached(shared)).toMatchObject([{ content: text('これ') }, { content: text('A\nhttps://other.example/a') }]);
    const preview = '{"type":"fallback","payload":{"url":"https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.shop.example%2Fp"}}';
    expect(attached(preview, '"text":"see shop.example/p"')).toMatchObject([{ content: text('see shop.example/p') }]);
  });

  it('with the same sticker number on two attachments is one sticker, with two numbers two', () => {
    const sticker = (type: string, id: number) =>
      `{"type":"${type}","payload":{"url":"https://cdn.example.test/s.png","sticker_id":${id}}}`;
    const stickers = (...attachments: string[]) =>
      itemsOf(messengerBody([messengerEvent(`"message":{"mid":"m_1","attachments":[${attachments.join(',')}]}`)]));
    expect(stickers(sticker('image', 1), sticker('sticker', 1))).toHaveLength(1);
    expect(stickers(sticker('image', 1))).toMatchObject([{ content: { type: 'sticker', stickerId: '1' } }]);
    expect(stickers(sticker('sticker', 1), sticker('sticker', 2))).toHaveLength(2);
  });

  it('with a phone number or address given by a button is a text, because that is all there is', () => {
    const event = messengerEvent('"message":{"mid":"m_1","text":"hana@example.test","quick_reply":{"payload":"hana@example.test"}}');
    expect(itemsOf(messengerBody([event]))).toMatchObject([{ content: text('hana@example.test') }]);
  });

  it('never rounds the number of a sticker or a person', () => {
    const event = messengerEvent(
      '"message":{"mid":"m_1","attachments":[{"type":"sticker","payload":{"sticker_id":12345678901234567891}}]}',
    ).replace(`"${messengerCustomer}"`, '77001122334455667788');
    expect(itemsOf(messengerBody([event]))).toMatchObject([
      { conversationKey: '77001122334455667788', content: { stickerId: '12345678901234567891' } },
    ]);
  });

  it('names a file the same whenever it is delivered, and another page names it otherwise', () => {
    const mediaIdOf = ([item]: readonly InboundItem[]) =>
      item?.kind === 'message' && 'media' in item.content ? item.content.media?.mediaId : undefined;
    const body = bodies[7] ?? '';
    const other = { ...messengerCredentials, pageId: '1029384756602' };
    expect(mediaIdOf(itemsOf(body))).toBeDefined();
    expect(mediaIdOf(itemsOf(body.replace('oh=cc', 'oh=dd')))).toBe(mediaIdOf(itemsOf(body)));
    expect(mediaIdOf(itemsOf(body.replaceAll(messengerCredentials.pageId, other.pageId), other))).not.toBe(mediaIdOf(itemsOf(body)));
  });
});
