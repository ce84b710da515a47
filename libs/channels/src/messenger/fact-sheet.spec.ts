import { messengerCustomer } from './testing/messenger-setup.js';
import { itemsIn } from './testing/messenger-reading.js';
import { documentedWebhooks } from '../testing/webhooks.js';

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
const referral = (id: string, milliseconds: number, content: object) =>
  message(`referral:${id}`, milliseconds, { type: 'referral', ...content });
const byContent = (kind: string) => new RegExp(`^${kind}:sha256:[0-9a-f]{64}$`);
const guest = 'user_ref:chk-55a1';
const visitor = { conversationKey: guest, customer: { key: guest } };
const notice = (what: string, milliseconds: number, words: string, more: object = {}) =>
  message(`${what}:${messengerCustomer}:${1795000000000 + milliseconds}`, milliseconds, { type: 'system', what, text: words }, more);
const userRefPress = `postback:${guest}:1795000061000:HUMAN`;
const echo = (mid: string, appId: number) =>
  unread('echo', `echo:${mid}`, { message: expect.objectContaining({ mid, is_echo: true, app_id: appId }) });
/** What another app, or somebody in Meta's inbox, said in the page's name. */
const saidBy = (appId: string, mid: string, milliseconds: number, content: object) =>
  message(mid, milliseconds, content, { kind: 'other app message', dedupKey: `echo:${mid}`, appId });
const threadControl = (what: string, event: string, milliseconds: number, appId: string, metadata: string) => ({
  kind: 'thread control',
  dedupKey: `event:${event}:${messengerCustomer}:${1795000000000 + milliseconds}:${appId}`,
  ...person,
  what,
  appId,
  ours: appId === '556677889900111',
  metadata,
  at: at(milliseconds),
});

/** In the order of the lines of `webhooks.jsonl`, which is the order of the fact sheet. */
const expected: readonly [what: string, items: readonly object[]][] = [
  ['a text', [message('m_Qx1aTextA', 987, text('Do you open on Sunday?'))]],
  ['a quick reply', [message('m_qr1', 10_000, { type: 'postback', data: 'COLOR_RED', label: 'Red' })]],
  ['an answer to a message of ours', [message('m_rt1', 11_000, text('This one please'), { replyTo: { providerMessageId: 'm_out77' } })]],
  [
    'a text from an advertisement',
    [
      message('m_ad1', 12_000, text('Is it in stock?')),
      referral('m_ad1', 12_000, {
        source: 'ADS',
        title: 'Spring sale',
        text: 'ad_id 6045246247433, product_id 888, post_id 1029384756601_55',
        url: cdn('a.jpg'),
        reference: 'spring_26',
      }),
    ],
  ],
  [
    'a text about a product',
    [message('m_pd1', 13_000, text('More about this?')), referral('m_pd1', 13_000, { source: 'product', reference: '4455667788' })],
  ],
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
  [
    'a product',
    [
      message('m_pt1', 45_000, {
        type: 'referral',
        source: 'product',
        title: 'Blue kettle',
        text: '¥4,200',
        url: cdn('p.jpg'),
        reference: 'SKU-9',
      }),
    ],
  ],
  [
    'a booking',
    [
      message('m_ab1', 46_000, {
        type: 'system',
        what: 'appointment_booking',
        text: 'requested, 2026-11-19T15:00:00.000Z, 2026-11-19T16:00:00.000Z, Asia/Tokyo, bk_31',
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
      referral('m_pb1', 60_000, { source: 'SHORTLINK', reference: 'qr_counter_3' }),
    ],
  ],
  [
    'a button pressed by the visitor of a plugin',
    [
      { ...message(userRefPress, 61_000, { type: 'postback', data: 'HUMAN', label: 'Talk to a person' }), ...visitor },
      {
        ...referral(userRefPress, 61_000, { source: 'CUSTOMER_CHAT_PLUGIN', url: 'https://www.example.test/help' }),
        ...visitor,
      },
    ],
  ],
  ['a link into the chat', [referral(`${messengerCustomer}:1795000062000`, 62_000, { source: 'SHORTLINK', reference: 'poster7' })]],
  [
    'an advertisement, in seconds',
    [
      referral(`${messengerCustomer}:1795000063000`, 63_000, {
        source: 'ADS',
        title: 'Spring sale',
        text: 'post_id 1029384756601_55',
        url: cdn('t.jpg'),
        reference: '6045246247433',
      }),
    ],
  ],
  ['M-46: an opt-in', [notice('optin', 70_000, 'footer_button')]],
  [
    'M-46: an opt-in of a visitor',
    [{ ...message(`optin:${guest}:1795000071000`, 71_000, { type: 'system', what: 'optin', text: 'checkout' }), ...visitor }],
  ],
  ['an opt-in to notifications', [unread('optin', byContent('event:optin'), { timestamp: 1795000072000 })]],
  ['a linked account', [notice('account_linking', 73_000, 'linked')]],
  ['an unlinked account', [notice('account_linking', 74_000, 'unlinked')]],
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
  ['a word on our answer', [notice('response_feedback', 84_000, 'Good response', { replyTo: { providerMessageId: 'm_out77' } })]],
  [
    'a cart',
    [
      message(`order:${messengerCustomer}:1795000085000`, 85_000, {
        type: 'order',
        lines: [{ productId: 'SKU-9', name: 'Blue kettle', quantity: 2, price: '4200', currency: 'JPY' }],
        note: 'gift wrap',
      }),
    ],
  ],
  ['an echo of ours', [echo('m_out78', 556677889900111)]],
  ["an echo of Meta's inbox", [saidBy('263902037430900', 'm_out79', 91_000, text('Hi, Aiko here'))]],
  ['an echo of a bot', [saidBy('998877665544332', 'm_out80', 92_000, expect.objectContaining({ type: 'unknown' }))]],
  [
    'a conversation passed to us',
    [threadControl('passed', 'pass_thread_control', 100_000, '556677889900111', '{"reason":"asked for human"}')],
  ],
  ['a conversation taken from us', [threadControl('taken', 'take_thread_control', 101_000, '998877665544332', 'bot resumes')]],
  ['a conversation asked for', [threadControl('requested', 'request_thread_control', 102_000, '998877665544332', 'please')]],
  ['the roles of apps', [unread('app_roles', byContent('event:app_roles'), {}, 'account')]],
  [
    'what a bot and the customer say in standby',
    [
      message('m_sb1', 110_000, text('order status?'), { dedupKey: 'standby:message:m_sb1', standby: true }),
      saidBy('998877665544332', 'm_sb2', 110_400, text('Your order ships today')),
    ],
  ],
  [
    'a button pressed in standby',
    [
      message(
        `postback:${messengerCustomer}:1795000111000:Track parcel`,
        111_000,
        { type: 'postback', data: 'Track parcel', label: 'Track parcel' },
        { dedupKey: `standby:postback:postback:${messengerCustomer}:1795000111000:Track parcel`, standby: true },
      ),
    ],
  ],
  ['a batch of two pages', [message('m_ba1', 120_000, text('Are you open?')), message('m_ba2', 120_001, text('Today, I mean'))]],
  [
    'a shared story, and a card of a person, which Meta does not explain',
    [
      message('m_is1', 121_000, text('Our story\nhttps://www.example.test/stories/1')),
      message('m_is1#02', 121_000, { type: 'unknown', kind: 'contact', raw: expect.objectContaining({ type: 'contact' }) }),
    ],
  ],
];

const bodies = documentedWebhooks('messenger');

describe('a webhook of Messenger in the fact sheet', () => {
  it.each(expected.map(([what, items], index) => [what, items, bodies[index] ?? ''] as const))(
    '(%s) becomes what it means',
    (_, items, body) => {
      expect(itemsIn(body)).toEqual(items);
    },
  );

  it('is never left out', () => {
    expect(bodies).toHaveLength(expected.length);
  });

  it('is read beside all others in one body, whatever else stands there', () => {
    const entries = bodies.map((body) => body.slice(body.indexOf('[') + 1, -2));
    const items = itemsIn(`{"object":"page","entry":[${[...entries, 'null', '7', '{}'].join(',')}]}`);
    expect(items).toEqual([
      ...expected.flatMap(([, each]) => each),
      ...Array(3).fill(expect.objectContaining({ kind: 'unread', platformKind: 'entry' })),
    ]);
  });
});
