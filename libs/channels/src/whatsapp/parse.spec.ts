import type { InboundItem } from '@madoguchi/contracts';
import { documentedWebhooks } from '../testing/webhooks.js';
import { whatsappChannel } from './index.js';
import { signWhatsApp, whatsappBody, whatsappChange, whatsappCredentials, whatsappMessage } from './testing/whatsapp-setup.js';

const receivedAt = new Date('2026-11-18T11:50:00.000Z');
const channel = whatsappChannel({ api: 'http://127.0.0.1:9' });

const read = (body: string, credentials = whatsappCredentials) =>
  channel.readWebhook(
    { method: 'POST', headers: { 'x-hub-signature-256': signWhatsApp(body, credentials) }, query: {}, body: Buffer.from(body) },
    credentials,
    receivedAt,
  );

const itemsOf = (body: string, credentials = whatsappCredentials): readonly InboundItem[] => {
  const reading = read(body, credentials);
  if (reading.verdict !== 'read') throw new Error(reading.verdict);
  return reading.items;
};

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
  orderKey: `00${1795000000 + seconds}000-${arrived}`,
});
const named = person(phone, '佐藤 花子');
const text = (id: string, seconds: number, words: string, more: object = {}) => ({
  ...message(id, seconds, { type: 'text', text: words }, named),
  ...more,
});
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
    [text('C3', 12, 'Still available?', replyTo('OUT8')), unread('wamid.C3#referred_product', 'referred_product', phone)],
  ],
  ['a text that an advertisement brought', [text('C4', 13, 'More info'), unread('wamid.C4#referral', 'referral', phone)]],
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
  ['an order', [message('O1', 34, { type: 'unknown', kind: 'order', raw: expect.objectContaining({ type: 'order' }) })]],
  ['a new number', [unread('wamid.Y1', 'system', phone)]],
  ['a new user id', [unread('wamid.Y2', 'system', 'account')]],
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
        remedy: expect.stringContaining('Wait until the customer writes'),
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
];

const bodies = documentedWebhooks('whatsapp');
const messagesBody = (...messages: readonly string[]) => whatsappBody(whatsappChange(`"messages":[${messages.join(',')}]`));
const plain = (number: number) => whatsappMessage(number, '"type":"text","text":{"body":"a"}');

describe('a webhook of WhatsApp', () => {
  it.each(bodies.map((body, index) => [expected[index]?.[0] ?? `line ${index + 1}`, body, expected[index]?.[1]] as const))(
    'of the fact sheet becomes what it means: %s',
    (_, body, items) => {
      expect(itemsOf(body)).toEqual(items);
    },
  );

  it('is known in every shape of the fact sheet', () => {
    expect(expected).toHaveLength(bodies.length);
  });

  it('with many changes, entries and statuses brings each of them once, in the order of the body', () => {
    const entries = bodies.map((body) => body.slice(body.indexOf('[') + 1, -2)).join(',');
    const items = itemsOf(`{"object":"whatsapp_business_account","entry":[${entries},${entries},null,7,{"changes":7},{"changes":[null]}]}`);
    const known = expected.flatMap(([, each]) => each as readonly { dedupKey: unknown }[]);
    expect(items.slice(0, known.length).map(({ dedupKey }) => dedupKey)).toEqual(known.map(({ dedupKey }) => dedupKey));
    expect(items.slice(known.length).map(({ kind }) => kind)).toEqual(['unread', 'unread', 'unread', 'unread']);
  });

  it('with the thousand messages that WhatsApp may put into one body brings all of them, in their order', () => {
    const items = itemsOf(
      messagesBody(...Array.from({ length: 1_000 }, (_, index) => plain(1).replace('wamid.N1', `wamid.M${999 - index}`))),
    );
    expect(items.map(({ dedupKey }) => dedupKey)).toEqual(Array.from({ length: 1_000 }, (_, index) => `wamid.M${999 - index}`));
    const keys = items.map((item) => (item.kind === 'message' ? item.orderKey : ''));
    expect([...new Set(keys)].sort()).toEqual(keys);
  });

  it('of another number of the same app is kept, and is no message of this account', () => {
    const body = whatsappBody(
      whatsappChange(`"messages":[${plain(1)}]`, '441100223300999'),
      whatsappChange(`"messages":[${plain(2)}]`),
      whatsappChange('"statuses":[{"id":"wamid.S","status":"read","timestamp":"1795000001","recipient_id":"1"}]', '441100223300999'),
    );
    expect(itemsOf(body)).toMatchObject([
      { kind: 'unread', dedupKey: 'wamid.N1', reason: expect.stringContaining('441100223300999') },
      { kind: 'message', dedupKey: 'wamid.N2' },
      { kind: 'unread', dedupKey: 'status:read:wamid.S' },
    ]);
  });

  it('of another business account, or about another number of it, says so', () => {
    const event = '{"field":"account_review_update","value":{"decision":"APPROVED"}}';
    expect(itemsOf(whatsappBody(event).replace('770011223344556', '770011223344999'))).toMatchObject([
      { kind: 'unread', reason: expect.stringContaining('770011223344999') },
    ]);
    const other = '{"field":"phone_number_name_update","value":{"display_phone_number":"+81 3-9999-9999","decision":"APPROVED"}}';
    expect(itemsOf(whatsappBody(other))).toMatchObject([{ kind: 'unread', reason: expect.stringContaining('another number') }]);
  });

  it('keeps enough of what it does not understand to be read again later, and nothing of other customers', () => {
    const strange = plain(1).replace('"timestamp":"1795000001"', '"timestamp":"soon"');
    const contacts = '"contacts":[{"wa_id":"819011112222","profile":{"name":"Hana"}},{"wa_id":"819099999999","profile":{"name":"Ken"}}]';
    const [item] = itemsOf(whatsappBody(whatsappChange(`${contacts},"messages":[${strange},${plain(2)}]`)));
    expect(item).toMatchObject({ kind: 'unread', conversationKey: phone, reason: expect.stringContaining('timestamp') });
    const raw = item?.kind === 'unread' ? item.raw : undefined;
    expect(JSON.stringify(raw)).not.toMatch(/Ken|wamid\.N2/);
    const again = JSON.stringify({ object: 'whatsapp_business_account', entry: [raw] }).replace('"soon"', '"1795000001"');
    expect(itemsOf(again)).toMatchObject([{ kind: 'message', dedupKey: 'wamid.N1', customer: { displayName: 'Hana' } }]);
  });

  it('names a customer by the user id wherever it stands, so that one person has one conversation', () => {
    const contacts = `"contacts":[{"wa_id":"${phone}","user_id":"${userId}","profile":{"username":"@hana"}}]`;
    const [item] = itemsOf(whatsappBody(whatsappChange(`${contacts},"messages":[${plain(1)}]`)));
    expect(item).toMatchObject({ conversationKey: userId, customer: { key: userId, displayName: '@hana' } });
  });

  it('of a receipt belongs to the conversation that we wrote into, whatever WhatsApp calls the recipient', () => {
    const status = (members: string) =>
      whatsappBody(whatsappChange(`"statuses":[{"id":"wamid.S","status":"delivered","timestamp":1795000001,${members}}]`));
    const both = `"recipient_id":"${phone}","recipient_user_id":"${userId}"`;
    expect(itemsOf(status(both))).toMatchObject([{ conversationKey: phone }]);
    expect(itemsOf(status(`${both},"biz_opaque_callback_data":"madoguchi:to:${userId}"`))).toMatchObject([{ conversationKey: userId }]);
    expect(itemsOf(status(`${both},"biz_opaque_callback_data":"another app"`))).toMatchObject([{ conversationKey: phone }]);
    expect(itemsOf(status('"recipient_type":"group","recipient_id":"g","recipient_participant_id":"p"'))).toMatchObject([
      { kind: 'unread', dedupKey: 'status:delivered:wamid.S:p', reason: expect.stringContaining('groups') },
    ]);
    expect(itemsOf(status('"conversation":{}'))).toMatchObject([{ kind: 'unread' }]);
  });

  it.each([
    ['131049', 'held-back'],
    ['131000', 'platform-error'],
    ['999999', 'not-delivered'],
  ])('of a failure tells what it means (%s) also in the old form', (number, code) => {
    const errors = `"errors":[{"code":${number},"title":"Title","details":"Old details"}]`;
    const body = whatsappBody(
      whatsappChange(`"statuses":[{"id":"wamid.S","status":"failed","timestamp":"1795000001","recipient_id":"1",${errors}}]`),
    );
    expect(itemsOf(body)).toMatchObject([
      {
        receipt: { status: 'failed', code, reason: expect.stringContaining('Title; Old details'), remedy: expect.stringMatching(/\w{4}/) },
      },
    ]);
  });

  it('takes milliseconds for what they are, and keeps the order of arrival inside a second', () => {
    const twice = messagesBody(plain(2).replace('"1795000002"', '"1795000002000"'), plain(2).replace('wamid.N2', 'wamid.A'));
    const keys = itemsOf(twice).map((item) => item.kind === 'message' && [item.sentAt, item.orderKey]);
    expect(keys).toEqual([
      [at(2), `001795000002000-${arrived}`],
      [at(2), `001795000002000-${arrived.replace(/0$/, '1')}`],
    ]);
  });

  it.each([
    ['several contacts', '"type":"contacts","contacts":[{"name":{"formatted_name":"A"}},{"name":{"formatted_name":"B"}}]', 'contacts'],
    ['a kind that nobody knows', '"type":"hologram","hologram":{}', 'hologram'],
    ['an interactive answer without its content', '"type":"interactive"', 'interactive'],
    ['a call permission', '"type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{}}', 'interactive'],
    ['a file that was too large', '"type":"video","errors":[{"code":131052}]', 'video'],
  ])('keeps %s as a message with its raw form', (_, members, kind) => {
    expect(itemsOf(messagesBody(whatsappMessage(1, members)))).toMatchObject([{ kind: 'message', content: { type: 'unknown', kind } }]);
  });

  it('reads the voice notes of the old API', () => {
    const voice = '"type":"voice","voice":{"id":"100338","mime_type":"audio/ogg; codecs=opus"}';
    expect(itemsOf(messagesBody(whatsappMessage(1, voice)))).toMatchObject([
      { content: { type: 'audio', media: { mimeType: 'audio/ogg' } } },
    ]);
  });

  it('names a file the same whenever it is delivered, and another number names it otherwise', () => {
    const mediaIdOf = (items: readonly InboundItem[]) =>
      items[0]?.kind === 'message' && 'media' in items[0].content ? items[0].content.media?.mediaId : undefined;
    const body = bodies[6] ?? '';
    const other = itemsOf(body.replace('441100223300551', '441100223300552'), { ...whatsappCredentials, phoneNumberId: '441100223300552' });
    expect(mediaIdOf(itemsOf(body))).toMatch(/^[0-9a-f-]{36}$/);
    expect(mediaIdOf(itemsOf(body))).toBe(mediaIdOf(itemsOf(body)));
    expect(mediaIdOf(other)).not.toBe(mediaIdOf(itemsOf(body)));
  });
});
