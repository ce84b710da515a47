import type { InboundItem } from '@madoguchi/contracts';
import { telegramCredentials, telegramCustomer, telegramMessage } from '../testing/telegram-setup.js';
import { documentedWebhooks } from '../testing/webhooks.js';
import { telegramChannel } from './index.js';

const receivedAt = new Date('2025-11-24T16:00:10.000Z');
const channel = telegramChannel({ api: 'http://127.0.0.1:9' });

const read = (body: string) => {
  const headers = { 'x-telegram-bot-api-secret-token': telegramCredentials.webhookSecret };
  const reading = channel.readWebhook({ method: 'POST', headers, query: {}, body: Buffer.from(body) }, telegramCredentials, receivedAt);
  if (reading.verdict !== 'read') throw new Error(reading.verdict);
  return reading;
};

const itemsOf = (body: string): readonly InboundItem[] => read(body).items;

const hana = { conversationKey: telegramCustomer, customer: { key: telegramCustomer, displayName: 'Hana' } };
const at = (number: number) => new Date(1764000000000 + number * 1000).toISOString();
const dedup = (number: number) => ({ dedupKey: String(810000000 + number) });
const message = (number: number, messageId: number, content: object) => ({
  kind: 'message',
  ...dedup(number),
  ...hana,
  providerMessageId: String(messageId),
  content,
  sentAt: at(number),
  orderKey: String(messageId).padStart(20, '0'),
});
const media = (reference: string, more: object) => ({
  mediaId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  source: { kind: 'platform', reference },
  ...more,
});
const unread = (number: number, platformKind: string, conversationKey: string) => ({
  kind: 'unread',
  ...dedup(number),
  conversationKey,
  platformKind,
  reason: expect.any(String),
  raw: expect.objectContaining({ update_id: 810000000 + number, [platformKind]: expect.anything() }),
});

const expected: Readonly<Record<number, object>> = {
  1: {
    ...message(1, 11, { type: 'text', text: '注文番号 A-17 を確認してください https://example.net' }),
    customer: { key: telegramCustomer, displayName: 'Hana Mori', language: 'ja' },
  },
  2: message(2, 12, { type: 'referral', source: 'start', text: '/start campaign_42', reference: 'campaign_42' }),
  3: {
    kind: 'edit',
    ...dedup(3),
    ...hana,
    providerMessageId: '11',
    content: { type: 'text', text: '注文番号は A-18 でした' },
    editedAt: at(60),
  },
  4: {
    ...message(4, 10, { type: 'postback', data: 'q=price', label: '料金' }),
    providerMessageId: 'callback-4382bfdwdsb323b2d9',
    sentAt: receivedAt.toISOString(),
    orderKey: '00000000000000000010-00000000000810000004',
  },
  5: {
    ...message(5, 3, { type: 'postback', data: 'q=old' }),
    providerMessageId: 'callback-4382bfdwdsb323b2da',
    sentAt: receivedAt.toISOString(),
    orderKey: '00000000000000000003-00000000000810000005',
  },
  6: unread(6, 'callback_query', telegramCustomer),
  7: unread(7, 'callback_query', telegramCustomer),
  8: {
    kind: 'edit',
    ...dedup(8),
    ...hana,
    providerMessageId: '21',
    content: { type: 'image', media: media('AgAC-x', { size: 180233 }), caption: '破損箇所です' },
    editedAt: at(61),
  },
  9: {
    kind: 'edit',
    ...dedup(9),
    ...hana,
    providerMessageId: '30',
    content: { type: 'location', latitude: 35.7, longitude: 139.8 },
    editedAt: at(62),
  },
  11: message(11, 21, { type: 'image', media: media('AgAC-x', { size: 180233 }), caption: '破損箇所 1/2' }),
  12: message(12, 22, { type: 'file', media: media('BQAC-1', { fileName: '契約書.pdf', mimeType: 'application/pdf', size: 482133 }) }),
  13: message(13, 23, { type: 'audio', media: media('AwAC-1', { mimeType: 'audio/ogg', size: 17432, durationMs: 4_000 }) }),
  14: message(14, 24, {
    type: 'video',
    media: media('BAAC-1', { fileName: 'IMG_1.MOV', mimeType: 'video/mp4', size: 2912860, durationMs: 7_000 }),
    caption: '動画です',
  }),
  15: message(15, 25, { type: 'video', media: media('DQAC-1', { size: 301223, durationMs: 5_000 }) }),
  16: message(16, 26, {
    type: 'audio',
    media: media('CQAC-1', { fileName: 't.mp3', mimeType: 'audio/mpeg', size: 3897500, durationMs: 183_000 }),
  }),
  17: message(17, 27, {
    type: 'sticker',
    stickerId: 'AgAD-6',
    packId: 'SetOne',
    emoji: '👍',
    media: media('CAAC-1', { size: 21340, mimeType: 'image/webp' }),
  }),
  18: message(18, 28, {
    type: 'video',
    media: media('CgAC-1', { fileName: 'a.mp4', mimeType: 'video/mp4', size: 90211, durationMs: 2_000 }),
  }),
  19: message(19, 29, { type: 'contact', name: 'Hana', phone: '+819000000000' }),
  20: message(20, 30, { type: 'location', latitude: 35.6812, longitude: 139.7671 }),
  21: message(21, 31, { type: 'location', latitude: 35.6812, longitude: 139.7671, title: '東京駅', address: '千代田区丸の内1' }),
  22: message(22, 32, {
    type: 'unknown',
    kind: 'poll',
    raw: expect.objectContaining({ poll: expect.objectContaining({ id: '5170000000000000001' }) }),
  }),
  23: message(23, 33, { type: 'unknown', kind: 'dice', raw: expect.objectContaining({ dice: { emoji: '🎲', value: 4 } }) }),
  24: message(24, 34, {
    type: 'sticker',
    stickerId: 'AgAD-8',
    emoji: '😀',
    media: media('CAAC-2', { size: 9340, mimeType: 'application/x-tgsticker' }),
  }),
  25: message(25, 35, { type: 'sticker', stickerId: 'AgAD-9', media: media('CAAC-3', { size: 19340, mimeType: 'video/webm' }) }),
  26: message(26, 36, { type: 'unknown', kind: 'story', raw: expect.objectContaining({ story: expect.anything() }) }),
  27: message(27, 37, { type: 'image', media: media('AgAC-y', { size: 170233 }) }),
  28: unread(28, 'message', telegramCustomer),
  29: message(29, 39, { type: 'unknown', kind: 'paid_media', raw: expect.objectContaining({ paid_media: expect.anything() }) }),
  31: { ...message(31, 41, { type: 'text', text: '渋谷区1-2-3です' }), replyTo: { providerMessageId: '40' } },
  32: message(32, 42, { type: 'text', text: '転送です' }),
  33: { kind: 'block', ...dedup(33), ...hana, at: at(33) },
  34: { kind: 'follow', ...dedup(34), ...hana, at: at(34), unblocked: true },
  35: unread(35, 'message', '-1002000000001'),
  36: unread(36, 'channel_post', '-1003000000001'),
  37: { kind: 'reaction', ...dedup(37), ...hana, providerMessageId: '40', reactions: ['👍'], reactedAt: at(37) },
  38: unread(38, 'business_connection', 'account'),
  39: unread(39, 'business_message', '5550002002'),
  40: unread(40, 'deleted_business_messages', '5550002002'),
  41: unread(41, 'my_chat_member', '-1002000000001'),
  42: unread(42, 'message', '-400000001'),
  43: {
    kind: 'reaction',
    ...dedup(43),
    ...hana,
    providerMessageId: '40',
    reactions: ['custom_emoji:5368324170671202286', '⭐'],
    reactedAt: at(43),
  },
  44: { kind: 'reaction', ...dedup(44), ...hana, providerMessageId: '40', reactions: [], reactedAt: at(44) },
  45: unread(45, 'message_reaction_count', '-1003000000001'),
  46: unread(46, 'inline_query', telegramCustomer),
  47: unread(47, 'poll_answer', 'account'),
  48: unread(48, 'chat_member', '-1002000000001'),
  49: unread(49, 'edited_channel_post', '-1003000000001'),
  50: unread(50, 'edited_business_message', '5550002002'),
};

describe('a webhook of Telegram', () => {
  const bodies = documentedWebhooks('telegram').map((body) => [Number(/"update_id":8100000(\d\d)/.exec(body)?.[1]), body] as const);

  it.each(bodies)('of the fact sheet (update %d) becomes what it means', (number, body) => {
    expect(itemsOf(body)).toEqual([expected[number]]);
  });

  it.each(bodies)('of the fact sheet (update %d) means the same with every character escaped, as Telegram writes it', (number, body) => {
    const escaped = body.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    expect(itemsOf(escaped)).toEqual([expected[number]]);
  });

  it('of a pressed button is answered so that Telegram stops its spinner, every other with nothing', () => {
    for (const [number, body] of bodies) {
      const { answer } = read(body);
      const id = number >= 4 && number <= 7 ? `4382bfdwdsb323b2d${'9abc'[number - 4]}` : undefined;
      expect(answer.body && JSON.parse(answer.body)).toEqual(id && { method: 'answerCallbackQuery', callback_query_id: id });
      expect(answer.contentType).toBe(id && 'application/json');
    }
  });

  it('that speaks of no customer is kept, whatever it is', () => {
    const kinds =
      'chosen_inline_result shipping_query pre_checkout_query poll chat_join_request chat_boost removed_chat_boost purchased_paid_media managed_bot guest_message stopped_message_generation subscription';
    for (const [index, kind] of kinds.split(' ').entries()) {
      const body = `{"update_id":${830000000 + index},"${kind}":{"from":{"id":5550001001,"is_bot":false,"first_name":"Hana"}}}`;
      expect(itemsOf(body)).toMatchObject([
        { kind: 'unread', platformKind: kind, dedupKey: String(830000000 + index), raw: { [kind]: {} } },
      ]);
    }
  });

  it('of a bot is no customer', () => {
    const body = telegramMessage(1, 1, '"text":"beep"').replace('"is_bot":false', '"is_bot":true');
    expect(itemsOf(body)).toMatchObject([{ kind: 'unread', reason: expect.stringContaining('bot') }]);
  });

  it('of somebody who came by a link tells the link; whoever only pressed "Start" wrote it', () => {
    const contentOf = (text: string) =>
      itemsOf(telegramMessage(1, 1, `"text":"${text}"`)).map((item) => item.kind === 'message' && item.content);
    expect(contentOf('/start shop-window_7')).toMatchObject([{ type: 'referral', reference: 'shop-window_7' }]);
    for (const text of ['/start', '/start ', '/start two words', `/start ${'x'.repeat(65)}`, 'about /start x'])
      expect(contentOf(text)).toEqual([{ type: 'text', text }]);
  });

  it('with a note of Telegram about the chat is no message of the customer', () => {
    for (const note of ['"pinned_message":{"message_id":3}', '"new_chat_title":"a"', '"migrate_to_chat_id":-100']) {
      expect(itemsOf(telegramMessage(2, 2, note))).toMatchObject([{ kind: 'unread', platformKind: 'message' }]);
    }
  });

  it('takes the largest picture, wherever it stands and whatever is missing', () => {
    const sizes =
      '[{"file_id":"big","file_unique_id":"b","width":4000,"height":3000},{"file_id":"small","file_unique_id":"s","width":90,"height":67,"file_size":99999999}]';
    expect(itemsOf(telegramMessage(3, 3, `"photo":${sizes}`))).toMatchObject([
      { content: { type: 'image', media: { source: { reference: 'big' } } } },
    ]);
    expect(itemsOf(telegramMessage(4, 4, '"photo":[]'))).toMatchObject([{ content: { type: 'unknown', kind: 'photo' } }]);
  });

  it('of an album brings one picture for each of its updates, ordered', () => {
    const photo = (id: string) => `"media_group_id":"139","photo":[{"file_id":"${id}","file_unique_id":"${id}","width":1,"height":1}]`;
    const items = [telegramMessage(5, 5, photo('a')), telegramMessage(6, 6, photo('b'))].flatMap(itemsOf);
    expect(items.map((item) => item.kind === 'message' && item.orderKey)).toEqual(['00000000000000000005', '00000000000000000006']);
    expect(new Set(items.map((item) => item.kind === 'message' && 'media' in item.content && item.content.media?.mediaId)).size).toBe(2);
  });
});
