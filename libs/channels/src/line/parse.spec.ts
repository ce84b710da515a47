import type { InboundItem } from '@madoguchi/contracts';
import { lineBody, lineCredentials, lineCustomer, lineEvent, signLine } from '../testing/line-setup.js';
import { documentedWebhooks } from '../testing/webhooks.js';
import { lineChannel } from './index.js';

const receivedAt = new Date('2025-11-24T16:00:10.000Z');
const channel = lineChannel({ api: 'http://127.0.0.1:9', dataApi: 'http://127.0.0.1:9' });

const read = (body: string, credentials = lineCredentials) =>
  channel.readWebhook(
    { method: 'POST', headers: { 'x-line-signature': signLine(body, credentials) }, query: {}, body: Buffer.from(body) },
    credentials,
    receivedAt,
  );

const itemsOf = (body: string): readonly InboundItem[] => {
  const reading = read(body);
  if (reading.verdict !== 'read') throw new Error(reading.verdict);
  return reading.items;
};

const member = {
  conversationKey: 'Ccccccccccccccccccccccccccccccccc',
  customer: { key: 'Ccccccccccccccccccccccccccccccccc' },
  sender: { id: lineCustomer },
};
const group = { conversationKey: member.conversationKey, customer: member.customer };
const person = { conversationKey: lineCustomer, customer: { key: lineCustomer } };
const at = (number: number) => `2025-11-24T16:00:00.0${number}Z`;
const dedup = (number: number) => ({ dedupKey: `01KA00000000000000000000${number}` });
const message = (number: number, content: object) => ({
  kind: 'message',
  ...dedup(number),
  ...person,
  providerMessageId: `5000000000000000${number}`,
  content,
  sentAt: at(number),
  orderKey: `0017640000000${number}-000-000000005000000000000000${number}`,
  quoteToken: undefined,
  readToken: undefined,
  replyHandle: { token: `rt0000000000000000000000000000${number}`, expiresAt: '2025-11-24T16:01:00.000Z' },
});
const media = (source: object, more: object = {}) => ({ mediaId: expect.stringMatching(/^[0-9a-f-]{36}$/), source, ...more });
const fromLine = (number: number) => ({ kind: 'platform', reference: `5000000000000000${number}` });
const ofTheEvent = (number: number, content: object) => ({
  ...message(number, content),
  providerMessageId: dedup(number).dedupKey,
  orderKey: `0017640000000${number}-000-${dedup(number).dedupKey}`,
});
const tokens = (number: number) => ({ quoteToken: `qtk-${number}`, readToken: `mrt-${number}` });
const unread = (number: number, platformKind: string, conversationKey = lineCustomer) => ({
  kind: 'unread',
  ...dedup(number),
  conversationKey,
  platformKind,
  reason: expect.any(String),
  raw: expect.objectContaining({ type: platformKind, timestamp: 1764000000000 + number }),
});

const expected: Readonly<Record<number, object>> = {
  11: {
    ...message(11, { type: 'text', text: '@Madoguchi お願いします (love)' }),
    ...member,
    ...tokens(11),
    replyTo: { providerMessageId: '500000000000000010' },
  },
  12: { ...message(12, { type: 'text', text: 'もしもし' }), ...tokens(12) },
  21: {
    ...message(21, { type: 'image', media: media(fromLine(21)) }),
    ...tokens(21),
    orderKey: '001764000000021-001-00000000500000000000000021',
  },
  22: { ...message(22, { type: 'image', media: media({ kind: 'url', url: 'https://cdn.example.net/o.jpg' }) }), quoteToken: 'qtk-22' },
  23: { ...message(23, { type: 'video', media: media(fromLine(23), { durationMs: 15340 }) }), quoteToken: 'qtk-23' },
  24: message(24, { type: 'audio', media: media(fromLine(24), { durationMs: 4210 }) }),
  25: message(25, { type: 'file', media: media(fromLine(25), { fileName: '見積書.pdf', size: 48213 }) }),
  26: message(26, { type: 'location', latitude: 35.6812, longitude: 139.7671, title: '集合場所', address: '東京都千代田区1-1' }),
  27: { ...message(27, { type: 'sticker', stickerId: '1988', packId: '446', text: '了解!' }), quoteToken: 'qtk-27' },
  28: {
    kind: 'edit',
    ...dedup(28),
    ...group,
    providerMessageId: '500000000000000028',
    content: { type: 'text', text: '訂正後の本文' },
    editedAt: at(28),
  },
  29: { kind: 'unsend', ...dedup(29), ...person, providerMessageId: '500000000000000021', unsentAt: at(29) },
  30: { kind: 'follow', ...dedup(30), ...person, at: at(30), unblocked: false },
  31: { kind: 'block', ...dedup(31), ...person, at: at(31) },
  32: { ...ofTheEvent(32, { type: 'system', what: 'join' }), ...group },
  33: { ...ofTheEvent(33, { type: 'system', what: 'leave' }), ...group, replyHandle: undefined },
  34: { ...ofTheEvent(34, { type: 'system', what: 'memberJoined', text: 'Ubbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' }), ...group },
  35: {
    ...ofTheEvent(35, { type: 'system', what: 'memberLeft', text: 'Ubbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' }),
    ...group,
    replyHandle: undefined,
  },
  36: ofTheEvent(36, { type: 'postback', data: 'action=reserve&shop=12', label: '2026-12-01T10:30' }),
  37: ofTheEvent(37, { type: 'postback', data: 'menu=b', label: 'menu-b' }),
  38: ofTheEvent(38, { type: 'system', what: 'accountLink', text: 'ok' }),
  39: unread(39, 'beacon'),
  40: unread(40, 'videoPlayComplete'),
  41: unread(41, 'membership'),
  42: unread(42, 'module', 'account'),
  43: unread(43, 'activated', `L${lineCustomer}-U0123456789abcdef0123456789abcdef`),
  44: unread(44, 'deactivated', `L${lineCustomer}-U0123456789abcdef0123456789abcdef`),
  45: unread(45, 'botSuspended', 'account'),
  46: unread(46, 'botResumed', 'account'),
  47: unread(47, 'delivery', 'account'),
  48: ofTheEvent(48, { type: 'postback', data: 'q=price' }),
  49: ofTheEvent(49, { type: 'postback', data: 'menu=c' }),
  50: ofTheEvent(50, { type: 'postback', data: 'day', label: '2026-12-01' }),
  51: ofTheEvent(51, { type: 'postback', data: 'hour', label: '10:30' }),
  52: unread(52, 'accountLink', 'account'),
  53: unread(53, 'beacon'),
  54: { ...message(54, { type: 'sticker', stickerId: '1988', packId: '446', text: 'ok, thanks' }), quoteToken: 'qtk-54' },
  55: unread(55, 'module', 'account'),
};

describe('a webhook of LINE', () => {
  const bodies = documentedWebhooks('line').map((body) => [Number(/01KA0{20}(\d\d)"/.exec(body)?.[1]), body] as const);

  it.each(bodies)('of the fact sheet (event %d) becomes what it means', (number, body) => {
    expect(itemsOf(body)).toEqual([expected[number]]);
  });

  it('M-57: is believed only with the signature over its raw bytes (vectors of LINE and of the fact sheet)', () => {
    const vectors = [
      [
        '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
        '{"destination":"U0123456789abcdef0123456789abcdef","events":[]}',
        'lyM+LIgEcdYGHsLikFI+QZSIUk1+ML2vZSDbcJ2WR5Y=',
      ],
      [
        '8c570fa6dd201bb328f1c1eac23a96d8',
        '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}',
        'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=',
      ],
    ] as const;
    for (const [channelSecret, body, signature] of vectors) {
      const request = { method: 'POST' as const, headers: { 'x-line-signature': signature }, query: {}, body: Buffer.from(body) };
      expect(channel.readWebhook(request, { ...lineCredentials, channelSecret }, receivedAt).verdict).toBe('read');
      expect(channel.readWebhook(request, lineCredentials, receivedAt).verdict).toBe(
        channelSecret === lineCredentials.channelSecret ? 'read' : 'refused',
      );
    }
  });

  it('M-63: without events, as [Verify] sends it, is answered 200 and brings nothing', () => {
    expect(read(lineBody())).toEqual({ verdict: 'read', answer: { status: 200 }, items: [] });
  });

  it('with many events brings each of them, whatever the others are', () => {
    const items = itemsOf(lineBody(...bodies.map(([, body]) => body.slice(body.indexOf('[') + 1, -2)), 'null', '7', '"x"', '{}'));
    expect(items.slice(0, bodies.length)).toEqual(bodies.map(([number]) => expected[number]));
    expect(items.slice(bodies.length).map(({ kind }) => kind)).toEqual(['unread', 'unread', 'unread', 'unread']);
  });

  it('with the same event twice brings it once', () => {
    const event = lineEvent(90, '"type":"unfollow"');
    expect(itemsOf(lineBody(event, event))).toHaveLength(1);
  });

  it('of a chat that another module owns is kept, but is no message', () => {
    const body = (bodies[1]?.[1] ?? '').replace('"mode":"active"', '"mode":"standby"');
    expect(itemsOf(body)).toMatchObject([
      { kind: 'unread', platformKind: 'message', reason: expect.stringContaining('standby'), conversationKey: lineCustomer },
    ]);
  });

  it('of a room belongs to the room, not to the member', () => {
    const body = (bodies[0]?.[1] ?? '').replace('"type":"group","groupId":"C', '"type":"room","roomId":"R');
    expect(itemsOf(body)).toMatchObject([
      {
        conversationKey: 'Rcccccccccccccccccccccccccccccccc',
        customer: { key: 'Rcccccccccccccccccccccccccccccccc' },
        sender: { id: lineCustomer },
      },
    ]);
  });

  it('of a message whose parts are not as documented keeps the message with its raw form', () => {
    const event = lineEvent(91, '"type":"message","message":{"type":"location","id":"500000000000000091","latitude":"north"}');
    expect(itemsOf(lineBody(event))).toMatchObject([
      { kind: 'message', content: { type: 'unknown', kind: 'location', raw: { latitude: 'north' } } },
    ]);
  });

  it('names a file the same whenever it is delivered, and another account names it otherwise', () => {
    const mediaIdOf = (items: readonly InboundItem[]) =>
      items[0]?.kind === 'message' && 'media' in items[0].content ? items[0].content.media?.mediaId : undefined;
    const body = bodies[1]?.[1] ?? '';
    const other = read(body, { ...lineCredentials, channelId: '9876543210' });
    expect(mediaIdOf(itemsOf(body))).toBe(mediaIdOf(itemsOf(body.replace('"isRedelivery":false', '"isRedelivery":true'))));
    expect(mediaIdOf(other.verdict === 'read' ? other.items : [])).not.toBe(mediaIdOf(itemsOf(body)));
  });
});
