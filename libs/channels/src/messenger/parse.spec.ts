import type { InboundItem } from '@madoguchi/contracts';
import { conversationId, conversationStream, threadKey } from '@madoguchi/conversation';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { receiveInbound } from '@madoguchi/use-cases';
import { messengerBody, messengerCredentials, messengerCustomer, messengerEvent } from './testing/messenger-setup.js';
import { itemsIn, readMessenger } from './testing/messenger-reading.js';
import { documentedWebhooks } from '../testing/webhooks.js';

const text = (words: string) => ({ type: 'text', text: words });
const bodies = documentedWebhooks('messenger');

describe('a webhook of Messenger', () => {
  it('with many events in one entry brings each of them, whatever the others are', () => {
    const events = [messengerEvent('"message":{"mid":"m_1","text":"a"}'), 'null', messengerEvent('"message":{"mid":"m_2","text":"b"}')];
    expect(itemsIn(messengerBody(events)).map(({ kind }) => kind)).toEqual(['message', 'unread', 'message']);
  });

  it('M-02: opens a conversation from whatever the customer writes with; from where they came is stored when it is told, and is never needed', async () => {
    const store = inMemoryEventStore();
    const receive = receiveInbound(store, () => new Date('2026-11-18T16:00:10.000Z'));
    const contentsOf = async (accountId: string, fields: string) => {
      for (const item of itemsIn(messengerBody([messengerEvent(fields)])))
        await receive({ tenantId: 'ours', accountId, channel: 'messenger', receivedAt: '2026-11-18T16:00:10.000Z', item });
      const events = await store.readStream(conversationStream(conversationId('ours', threadKey(accountId, messengerCustomer), 1)));
      expect(events.filter(({ type }) => type === 'ConversationOpened')).toHaveLength(1);
      return events.flatMap(({ type, data }) => (type === 'CustomerMessageReceived' ? [(data as { content: unknown }).content] : []));
    };
    const plain = '"message":{"mid":"m_1","text":"Good morning"}';
    expect(await contentsOf('plain', plain)).toEqual([text('Good morning')]);
    const told = plain.replace('"text"', '"referral":{"source":"SHORTLINK","type":"OPEN_THREAD","ref":"phone-qr-umeda"},"text"');
    expect(await contentsOf('told', told)).toEqual([
      text('Good morning'),
      expect.objectContaining({ type: 'referral', source: 'SHORTLINK', reference: 'phone-qr-umeda' }),
    ]);
  });

  it("M-43: about another page than the account's brings no message, but names that page and is kept with the reason", () => {
    const ours = messengerEvent('"message":{"mid":"m_1","text":"a"}');
    const other = '1029384756602';
    const entry = (page: string) => messengerBody([ours], page).slice('{"object":"page","entry":['.length, -2);
    const body = `{"object":"page","entry":[${entry(other)},${entry(messengerCredentials.pageId)},{"id":"${other}","dreaming":[]}]}`;
    expect(readMessenger(body)).toMatchObject({
      items: [{ kind: 'message', dedupKey: 'm_1' }],
      elsewhere: [
        {
          platformAccountId: other,
          item: { kind: 'unread', platformKind: 'message', reason: expect.stringContaining(other), raw: { message: { text: 'a' } } },
        },
        { platformAccountId: other, item: { kind: 'unread', platformKind: 'entry' } },
      ],
    });
    const theirs = readMessenger(body, { ...messengerCredentials, pageId: other });
    expect(theirs).toMatchObject({ items: [{ kind: 'message', dedupKey: 'm_1' }, { kind: 'unread' }], elsewhere: [{}] });
  });

  it.each(['', '"id":null,', '"id":{},'])('in an entry without an id (%s) is kept, and is nobody’s message', (id) => {
    const body = messengerBody([messengerEvent('"message":{"mid":"m_1","text":"a"}')]).replace(
      /"id":"1029384756601","time"/,
      `${id}"time"`,
    );
    expect(readMessenger(body)).toMatchObject({
      items: [{ kind: 'unread', reason: expect.stringContaining('which page') }],
      elsewhere: [],
    });
  });

  it('M-188: in standby is kept, and does not hide the same message when it comes as ours', () => {
    const body = messengerBody([messengerEvent('"message":{"mid":"m_1","text":"a"}')]);
    const [waiting] = itemsIn(body.replace('"messaging"', '"standby"'));
    const [received] = itemsIn(body);
    expect(waiting).toMatchObject({ kind: 'message', standby: true, content: { text: 'a' }, conversationKey: messengerCustomer });
    expect(received).not.toHaveProperty('standby');
    expect(received).toMatchObject({ kind: 'message' });
    expect(waiting?.dedupKey).not.toBe(received?.dedupKey);
  });

  it('that repeats what this house sent brings nothing, what others sent in the name of the page is kept', () => {
    const echo = (appId: string, metadata: string) =>
      `{"sender":{"id":"${messengerCredentials.pageId}"},"recipient":{"id":"${messengerCustomer}"},"timestamp":1795000090000,"message":{"mid":"m_9","is_echo":true,"app_id":${appId},"metadata":"${metadata}","text":"a"}}`;
    const ours = 'madoguchi:6f9619ff8b86d011b42d00c04fc964ff';
    expect(itemsIn(messengerBody([echo(messengerCredentials.appId, ours)]))).toEqual([]);
    expect(itemsIn(messengerBody([echo(messengerCredentials.appId, 'x')]))).toMatchObject([
      { kind: 'unread', platformKind: 'echo', conversationKey: messengerCustomer },
    ]);
    expect(itemsIn(messengerBody([echo('998877665544332', ours)]))).toMatchObject([
      { kind: 'other app message', appId: '998877665544332', conversationKey: messengerCustomer },
    ]);
  });

  it('M-186, M-187: about roles of apps says which one ours has', () => {
    const roles = (ours: string) => `{"recipient":{"id":"1029384756601"},"timestamp":1795000103000,"app_roles":{${ours}}}`;
    const told = [`"556677889900111":["secondary_receiver"]`, `"998877665544332":["primary_receiver"]`].map((ours) =>
      itemsIn(messengerBody([roles(ours)])),
    );
    expect(told).toMatchObject([
      [{ kind: 'unread', platformKind: 'app_roles', reason: expect.stringContaining('our app is its secondary receiver') }],
      [{ kind: 'unread', platformKind: 'app_roles', reason: expect.not.stringContaining('our app') }],
    ]);
  });

  it('without an id is the same thing when it is delivered again, at another time', () => {
    const press = messengerEvent('"postback":{"title":"a","payload":"b"}').replace('"timestamp":1795000000987,', '');
    const [first, again] = [messengerBody([press]), messengerBody([press]).replace('"time":1795000001234', '"time":1795000901234')].map(
      (body) => itemsIn(body)[0],
    );
    expect(first).toMatchObject({ kind: 'message', content: { type: 'postback', data: 'b', label: 'a' } });
    expect(again?.dedupKey).toBe(first?.dedupKey);
  });

  it('about something else than a page, or about what happens on the page, is kept', () => {
    expect(itemsIn('{"object":"instagram","entry":[{"id":"1","messaging":[]}]}')).toMatchObject([
      { kind: 'unread', platformKind: 'body', reason: expect.stringContaining('instagram') },
    ]);
    const change = '{"field":"feed","value":{"item":"comment","comment_id":"1_2"}}';
    expect(itemsIn(`{"object":"page","entry":[{"id":"${messengerCredentials.pageId}","time":1,"changes":[${change}]}]}`)).toMatchObject([
      { kind: 'unread', platformKind: 'changes.feed', raw: { value: { comment_id: '1_2' } } },
    ]);
  });

  it('with no entries brings nothing', () => {
    expect(readMessenger('{"object":"page","entry":[]}')).toMatchObject({ answer: { status: 200 }, items: [], elsewhere: [] });
  });

  it.each([
    [
      'from the page to itself',
      messengerEvent('"message":{"mid":"m_1","text":"a"}').replace(messengerCustomer, messengerCredentials.pageId),
    ],
    ['from nobody', messengerEvent('"message":{"mid":"m_1","text":"a"}').replace(`"sender":{"id":"${messengerCustomer}"},`, '')],
    ['without a mid', messengerEvent('"message":{"text":"a"}')],
  ])('%s is no message of a customer', (_, event) => {
    expect(itemsIn(messengerBody([event]))).toMatchObject([{ kind: 'unread', platformKind: 'message' }]);
  });

  it('with a time in seconds, as text, or only on its entry is dated all the same', () => {
    const event = messengerEvent('"message":{"mid":"m_1","text":"a"}');
    const timed = (timestamp: string) => itemsIn(messengerBody([event.replace('"timestamp":1795000000987', timestamp)]));
    expect(timed('"timestamp":1795000001')).toMatchObject([{ sentAt: '2026-11-18T11:06:41.000Z', orderKey: '001795000001000-m_1' }]);
    expect(timed('"timestamp":"1795000001234"')).toMatchObject([{ sentAt: '2026-11-18T11:06:41.234Z' }]);
    expect(timed('"note":1')).toMatchObject([{ kind: 'message', sentAt: '2026-11-18T11:06:41.234Z' }]);
  });

  it('with text and pictures is one message with a caption, and what takes no caption comes behind the text', () => {
    const attached = (attachments: string, words = '"text":"これ"') =>
      itemsIn(messengerBody([messengerEvent(`"message":{"mid":"m_1",${words},"attachments":[${attachments}]}`)]));
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
      itemsIn(messengerBody([messengerEvent(`"message":{"mid":"m_1","attachments":[${attachments.join(',')}]}`)]));
    expect(stickers(sticker('image', 1), sticker('sticker', 1))).toHaveLength(1);
    expect(stickers(sticker('image', 1))).toMatchObject([{ content: { type: 'sticker', stickerId: '1' } }]);
    expect(stickers(sticker('sticker', 1), sticker('sticker', 2))).toHaveLength(2);
  });

  it('with a phone number or address given by a button is a text, because that is all there is', () => {
    const event = messengerEvent('"message":{"mid":"m_1","text":"hana@example.test","quick_reply":{"payload":"hana@example.test"}}');
    expect(itemsIn(messengerBody([event]))).toMatchObject([{ content: text('hana@example.test') }]);
  });

  it('never rounds the number of a sticker or a person', () => {
    const event = messengerEvent(
      '"message":{"mid":"m_1","attachments":[{"type":"sticker","payload":{"sticker_id":12345678901234567891}}]}',
    ).replace(`"${messengerCustomer}"`, '77001122334455667788');
    expect(itemsIn(messengerBody([event]))).toMatchObject([
      { conversationKey: '77001122334455667788', content: { stickerId: '12345678901234567891' } },
    ]);
  });

  it('names a file the same whenever it is delivered, and another page names it otherwise', () => {
    const mediaIdOf = ([item]: readonly InboundItem[]) =>
      item?.kind === 'message' && 'media' in item.content ? item.content.media?.mediaId : undefined;
    const body = bodies[7] ?? '';
    const other = { ...messengerCredentials, pageId: '1029384756602' };
    expect(mediaIdOf(itemsIn(body))).toBeDefined();
    expect(mediaIdOf(itemsIn(body.replace('oh=cc', 'oh=dd')))).toBe(mediaIdOf(itemsIn(body)));
    expect(mediaIdOf(itemsIn(body.replaceAll(messengerCredentials.pageId, other.pageId), other))).not.toBe(mediaIdOf(itemsIn(body)));
  });
});
