import type { InboundItem } from '@madoguchi/contracts';
import { documentedWebhooks } from '../testing/webhooks.js';
import { itemsOf, readingOf, receivedAt } from './testing/reading.js';
import { whatsappBody, whatsappChange, whatsappCredentials, whatsappMessage } from './testing/whatsapp-setup.js';

const userId = 'JP.13491208655302741918';
const phone = '819011112222';
const at = (seconds: number) => new Date((1795000000 + seconds) * 1000).toISOString();
const arrived = `${String(receivedAt.getTime()).padStart(15, '0')}-000000`;

const messagesBody = (...messages: readonly string[]) => whatsappBody(whatsappChange(`"messages":[${messages.join(',')}]`));
const plain = (number: number) => whatsappMessage(number, '"type":"text","text":{"body":"a"}');

describe('a webhook of WhatsApp', () => {
  it('with the thousand messages that WhatsApp may put into one body brings all of them, in their order', () => {
    const items = itemsOf(
      messagesBody(...Array.from({ length: 1_000 }, (_, index) => plain(1).replace('wamid.N1', `wamid.M${999 - index}`))),
    );
    expect(items.map(({ dedupKey }) => dedupKey)).toEqual(Array.from({ length: 1_000 }, (_, index) => `wamid.M${999 - index}`));
    const keys = items.map((item) => (item.kind === 'message' ? item.orderKey : ''));
    expect([...new Set(keys)].sort()).toEqual(keys);
  });

  it('that speaks of another number too says what is whose, and the other account reads its part in the same body', () => {
    const other = { ...whatsappCredentials, phoneNumber: '+81399998888', phoneNumberId: '441100223300999' };
    const body = whatsappBody(
      whatsappChange(`"messages":[${plain(1)}]`, other.phoneNumberId),
      whatsappChange(`"messages":[${plain(2)}]`),
      whatsappChange('"statuses":[{"id":"wamid.S","status":"read","timestamp":"1795000001","recipient_id":"1"}]', other.phoneNumberId),
    );
    const reading = readingOf(body);
    expect(reading.items).toMatchObject([{ kind: 'message', dedupKey: 'wamid.N2' }]);
    expect(reading.elsewhere).toMatchObject([
      {
        platformAccountId: other.phoneNumberId,
        item: { kind: 'unread', dedupKey: 'wamid.N1', reason: expect.stringContaining('441100223300999'), raw: expect.anything() },
      },
      { platformAccountId: other.phoneNumberId, item: { kind: 'unread', dedupKey: 'status:read:wamid.S' } },
    ]);
    expect(readingOf(body, other).items).toMatchObject([
      { kind: 'message', dedupKey: 'wamid.N1' },
      { kind: 'receipt', dedupKey: 'status:read:wamid.S' },
    ]);
    expect(readingOf(body, other).elsewhere).toMatchObject([{ platformAccountId: whatsappCredentials.phoneNumberId }]);
  });

  it('in which one thing stands twice brings it once, where it stood first', () => {
    expect(itemsOf(messagesBody(plain(1), plain(2), plain(1))).map(({ dedupKey }) => dedupKey)).toEqual(['wamid.N1', 'wamid.N2']);
  });

  it('of a new user id without words that tell the one before is kept: nobody knows in whose conversation it belongs', () => {
    const system =
      '{"id":"wamid.Y","timestamp":"1795000036","type":"system","system":{"body":"changed","user_id":"JP.222","type":"user_changed_user_id"}}';
    expect(itemsOf(messagesBody(system))).toMatchObject([{ kind: 'unread', platformKind: 'system', conversationKey: 'account' }]);
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
      [at(2), `001795000002000-${arrived}-0`],
      [at(2), `001795000002000-${arrived.replace(/0$/, '1')}-0`],
    ]);
  });

  it.each([
    ['a contact of whom nothing is told', '"type":"contacts","contacts":[{"name":{"formatted_name":"A"}},{}]', 'contacts'],
    ['an order without its lines', '"type":"order","order":{"catalog_id":"1"}', 'order'],
    ['an order of an unknown amount', '"type":"order","order":{"product_items":[{"product_retailer_id":"A","quantity":"some"}]}', 'order'],
    ['a kind that nobody knows', '"type":"hologram","hologram":{}', 'hologram'],
    ['a file that was too large', '"type":"video","errors":[{"code":131052}]', 'video'],
  ])('keeps %s as a message with its raw form', (_, members, kind) => {
    expect(itemsOf(messagesBody(whatsappMessage(1, members)))).toMatchObject([{ kind: 'message', content: { type: 'unknown', kind } }]);
  });

  it('names a file the same whenever it is delivered, and another number names it otherwise', () => {
    const mediaIdOf = (items: readonly InboundItem[]) =>
      items[0]?.kind === 'message' && 'media' in items[0].content ? items[0].content.media?.mediaId : undefined;
    const body = documentedWebhooks('whatsapp')[6] ?? '';
    const other = itemsOf(body.replace('441100223300551', '441100223300552'), { ...whatsappCredentials, phoneNumberId: '441100223300552' });
    expect(mediaIdOf(itemsOf(body))).toMatch(/^[0-9a-f-]{36}$/);
    expect(mediaIdOf(itemsOf(body))).toBe(mediaIdOf(itemsOf(body)));
    expect(mediaIdOf(other)).not.toBe(mediaIdOf(itemsOf(body)));
  });
});
