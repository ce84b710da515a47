import { documentedWebhooks } from '../testing/webhooks.js';
import { itemsOf, receivedAt } from './testing/reading.js';

const userId = 'JP.13491208655302741918';
const phone = '819011112222';
const at = (seconds: number) => new Date((1795000000 + seconds) * 1000).toISOString();
const person = (key = phone, displayName?: string) => ({ conversationKey: key, customer: { key, displayName } });
const arrived = `${String(receivedAt.getTime()).padStart(15, '0')}-000000`;

const message = (id: string, seconds: number, content: object, who: object = person()) => ({
  kind: 'message',
  dedupKey: `wamid.${id}`,
  ...who,
  providerMessageId: `wamid.${id}`,
  content,
  sentAt: at(seconds),
  orderKey: `00${1795000000 + seconds}000-${arrived}-0`,
});
const named = person(phone, '佐藤 花子');
const text = (id: string, seconds: number, words: string, more: object = {}) => ({
  ...message(id, seconds, { type: 'text', text: words }, named),
  ...more,
});
/** It came with something that stands before it. */
const second = (item: object) => ({ ...item, orderKey: expect.stringMatching(/-1$/) });
const unknown = (id: string, seconds: number, kind: string) =>
  message(id, seconds, { type: 'unknown', kind, raw: expect.objectContaining({ id: `wamid.${id}` }) });
const newNumber = { type: 'system', what: 'user_changed_number', text: 'User A changed from 819011112222 to 819055556666' };
const replyTo = (id: string) => ({ replyTo: { providerMessageId: `wamid.${id}` } });
const media = (reference: number, mimeType: string, fileName?: string) => ({
  mediaId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  source: { kind: 'platform', reference: String(reference) },
  mimeType,
  fileName,
});
const unread = (dedupKey: unknown, platformKind: string, conversationKey: string, reason = /not shown yet/) => ({
  kind: 'unread',
  dedupKey,
  conversationKey,
  platformKind,
  reason: expect.stringMatching(reason),
  raw: expect.anything(),
});
const hash = expect.stringMatching(/^sha256:[0-9a-f]{64}$/);
const accountEvent = (field: string) => unread(hash, field, 'account');
const receipt = (id: string, seconds: number, given: string, receiptOf: object, key = phone) => ({
  kind: 'receipt',
  dedupKey: `status:${given}:wamid.${id}`,
  conversationKey: key,
  customer: { key },
  about: { providerMessageId: `wamid.${id}` },
  receipt: { at: at(seconds), ...receiptOf },
});

/** In the order of `webhooks.jsonl`. */
const expected: readonly (readonly [what: string, items: readonly object[]])[] = [
  [
    'a text with user id, number and name',
    [message('HBgMODE5MDExMTEyMjIyFQIAEhgUM0E5', 0, { type: 'text', text: '在庫はありますか?' }, person(userId, '佐藤 花子'))],
  ],
  ['a text of somebody without a number', [message('B1', 1, { type: 'text', text: 'hello' }, person(userId, 'Hana'))]],
  ['an answer to one of our messages', [text('C1', 10, 'This one', replyTo('OUT7'))]],
  ['a forwarded text', [text('C2', 11, 'fwd')]],
  [
    'a question about a product',
    [
      message('C3#referred_product', 12, { type: 'referral', source: 'referred_product', reference: '194836987003835/SKU-9' }, named),
      second(text('C3', 12, 'Still available?', replyTo('OUT8'))),
    ],
  ],
  [
    'a text that an advertisement brought',
    [
      message(
        'C4#referral',
        13,
        {
          type: 'referral',
          source: 'ad',
          title: 'Chat with us',
          text: 'Spring sale',
          url: 'https://fb.example.test/ad',
          reference: '120226305854810726',
        },
        named,
      ),
      second(text('C4', 13, 'More info')),
    ],
  ],
  ['an image', [message('I1', 20, { type: 'image', media: media(1003383421387256, 'image/jpeg'), caption: 'broken here' })]],
  ['a video', [message('V1', 21, { type: 'video', media: media(1003383421387257, 'video/mp4') })]],
  ['a voice note', [message('A1', 22, { type: 'audio', media: media(1003383421387258, 'audio/ogg') })]],
  ['a document', [message('D1', 23, { type: 'file', media: media(1003383421387259, 'application/pdf', '請求書.pdf'), caption: 'March' })]],
  ['a sticker', [message('S1', 24, { type: 'sticker', stickerId: '1003383421387260', media: media(1003383421387260, 'image/webp') })]],
  [
    'a place',
    [message('L1', 25, { type: 'location', latitude: 35.6586, longitude: 139.7454, title: 'Tokyo Tower', address: '4-2-8 Shibakoen' })],
  ],
  ['a contact', [message('K1', 26, { type: 'contact', name: 'Ken Ito', phone: '+81 90-3333-4444' })]],
  ["the customer's own contact", [message('K2', 27, { type: 'contact', name: phone, phone }, person(userId))]],
  [
    'a reaction',
    [{ kind: 'reaction', dedupKey: 'wamid.R1', ...person(), providerMessageId: 'wamid.OUT7', reactions: ['👍'], reactedAt: at(28) }],
  ],
  [
    'a reaction taken back',
    [{ kind: 'reaction', dedupKey: 'wamid.R2', ...person(), providerMessageId: 'wamid.OUT7', reactions: [], reactedAt: at(29) }],
  ],
  ['a button of a template', [{ ...message('T5', 30, { type: 'postback', data: 'CONFIRM_77', label: 'Confirm' }), ...replyTo('OUT9') }]],
  ['a reply button', [{ ...message('B5', 31, { type: 'postback', data: 'opt_yes', label: 'Yes' }), ...replyTo('OUT10') }]],
  ['a row of a list', [{ ...message('LR1', 32, { type: 'postback', data: 'row_2', label: 'Express' }), ...replyTo('OUT11') }]],
  [
    'a filled-in form',
    [
      {
        ...message('F1', 33, { type: 'postback', data: '{"flow_token":"ft-1","rating":"4"}', label: 'Sent' }),
        ...replyTo('OUT12'),
      },
    ],
  ],
  ['an order', [message('O1', 34, { type: 'order', lines: [{ productId: 'SKU-9', quantity: 2, price: '4200', currency: 'JPY' }] })]],
  ['a new number', [message('Y1', 35, newNumber)]],
  [
    'a new user id, in the conversation of the one before',
    [message('Y2', 36, { type: 'system', what: 'user_changed_user_id', text: 'User A changed from JP.111 to JP.222' }, person('JP.111'))],
  ],
  [
    'a poll, which WhatsApp does not hand on',
    [message('U1', 37, { type: 'unknown', kind: 'poll_creation', raw: expect.objectContaining({ type: 'unsupported' }) })],
  ],
  [
    'a message that WhatsApp cannot hand on now',
    [message('U2', 38, { type: 'unknown', kind: 'unsupported', raw: expect.objectContaining({ errors: expect.any(Array) }) })],
  ],
  [
    'an edit',
    [
      {
        kind: 'edit',
        dedupKey: 'wamid.E1',
        ...named,
        providerMessageId: 'wamid.C1',
        content: { type: 'text', text: 'That one' },
        editedAt: at(39),
      },
    ],
  ],
  ['a message taken back', [{ kind: 'unsend', dedupKey: 'wamid.X1', ...person(), providerMessageId: 'wamid.C1', unsentAt: at(40) }]],
  ['a text in a group', [unread('wamid.G1', 'text', phone, /groups/)]],
  ['sent, which we knew, and delivered', [receipt('OUT7', 52, 'delivered', { status: 'delivered' })]],
  ['read, by somebody without a number', [receipt('OUT7', 60, 'read', { status: 'read' }, userId)]],
  ['played', [receipt('OUT13', 61, 'played', { status: 'read' })]],
  [
    'failed',
    [
      receipt('OUT14', 62, 'failed', {
        status: 'failed',
        code: 'window-closed',
        reason:
          'WhatsApp did not deliver it (131047): Re-engagement message; More than 24 hours have passed since the customer last replied',
        remedy: expect.stringContaining('Send a template'),
      }),
    ],
  ],
  ['errors of the number', [unread(hash, 'errors', 'account')]],
  ...['account_update', 'account_update', 'account_update', 'account_review_update', 'phone_number_quality_update'].map(
    (field) => [field, [accountEvent(field)]] as const,
  ),
  ...['phone_number_name_update', 'message_template_status_update', 'template_category_update', 'message_template_quality_update'].map(
    (field) => [field, [accountEvent(field)]] as const,
  ),
  ['a preference', [unread(hash, 'user_preferences', phone)]],
  ['a new user id, told of the number', [unread(hash, 'user_id_update', phone)]],
  ['what staff wrote in the WhatsApp app', [unread('wamid.ECH1', 'smb_message_echoes', phone, /Business app/)]],
  ['several contacts', [message('K3', 42, { type: 'contact', name: 'Ken Ito', phone: '+81 90-3333-4444', more: [{ name: 'Aoi Ito' }] })]],
  [
    'an order with a note',
    [
      message('O2', 43, {
        type: 'order',
        lines: [
          { productId: 'SKU-9', quantity: 1, price: '12.50', currency: 'USD' },
          { productId: 'SKU-10', quantity: 3, price: '0.99', currency: 'USD' },
        ],
        note: '急ぎです',
      }),
    ],
  ],
  ['a form whose answer is no JSON', [message('F2', 44, { type: 'postback', data: 'no JSON', label: 'Sent' })]],
  ['a call permission', [unknown('P1', 45, 'interactive')]],
  ['a new number, as it was told before', [message('Y3', 46, newNumber)]],
  ['a new phone', [message('Y4', 47, { type: 'system', what: 'customer_identity_changed', text: 'The identity of User A has changed' })]],
  ['what WhatsApp does not hand on, as it was told before', [unknown('U3', 48, 'unknown')]],
  ['an answer that WhatsApp could not hand on, and why', [unknown('U4', 49, 'interactive'), unread(hash, 'errors', 'account')]],
  ['a voice note of the old API', [message('V2', 51, { type: 'audio', media: media(1003383421387261, 'audio/ogg') })]],
  [
    'a picture that a post brought',
    [
      message('I2#referral', 53, {
        type: 'referral',
        source: 'post',
        title: 'Autumn',
        text: 'New in',
        url: 'https://fb.example.test/post',
        reference: '120226305854810727',
      }),
      second(message('I2', 53, { type: 'image', media: media(1003383421387262, 'image/jpeg') })),
    ],
  ],
  [
    'failed, to somebody without a number',
    [
      receipt(
        'OUT15',
        63,
        'failed',
        {
          status: 'failed',
          code: 'recipient-unreachable',
          reason: 'WhatsApp did not deliver it (131026): Message undeliverable; Message Undeliverable.',
          remedy: expect.stringContaining('another way'),
        },
        userId,
      ),
    ],
  ],
  ['delivered in a group', [unread('status:delivered:Y2FwaV9ncm91cDox:819011112222', 'statuses', 'Y2FwaV9ncm91cDox', /groups/)]],
  ['what the business account may do', [accountEvent('business_capability_update')]],
];

const bodies = documentedWebhooks('whatsapp');

describe('the fact sheet of WhatsApp', () => {
  it.each(bodies.map((body, index) => [expected[index]?.[0] ?? `line ${index + 1}`, body, expected[index]?.[1]] as const))(
    'means what it says: %s',
    (_, body, items) => {
      expect(itemsOf(body)).toEqual(items);
    },
  );

  it('is known in every shape', () => {
    expect(expected).toHaveLength(bodies.length);
  });

  it('in one body brings everything once, in the order of the body', () => {
    const entries = bodies.map((body) => body.slice(body.indexOf('[') + 1, -2)).join(',');
    const items = itemsOf(`{"object":"whatsapp_business_account","entry":[${entries},${entries},null,7,{"changes":7},{"changes":[null]}]}`);
    const known = expected.flatMap(([, each]) => each as readonly { dedupKey: unknown }[]);
    expect(items.slice(0, known.length).map(({ dedupKey }) => dedupKey)).toEqual(known.map(({ dedupKey }) => dedupKey));
    expect(items.slice(known.length).map(({ kind }) => kind)).toEqual(['unread', 'unread', 'unread', 'unread']);
  });
});
