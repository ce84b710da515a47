import type { TimelineEntry } from '@madoguchi/contracts';
import { AIKO, customerMessage, note, reply, system } from './example-entries.js';
import { ago, BOB, BOT, CHOSEN, QUEUE, uuid } from './example-rows.js';

const stored = (number: number, fileName: string, mimeType: string, size: number) =>
  ({ mediaId: uuid(number), state: 'stored', url: `/api/v1/media/${uuid(number)}`, fileName, mimeType, size, reason: null }) as const;
const source = { kind: 'platform', reference: 'x' } as const;

/** Everything that a timeline can show. */
const story: readonly TimelineEntry[] = [
  system('s1', ago(1_500), 'opened'),
  customerMessage('m1', ago(1_500), { content: { type: 'text', text: 'こんにちは。昨日届いた自転車のことで質問があります。' } }),
  system('s2', ago(1_499), 'agent requested'),
  system('s3', ago(1_499), 'offered', BOB),
  system('s4', ago(1_498), 'offer lapsed', BOB),
  system('s5', ago(1_498), 'offered', AIKO),
  system('s6', ago(1_497), 'assigned', AIKO),
  reply('r1', ago(1_495), {
    content: { type: 'text', text: 'お問い合わせありがとうございます。\nどのようなご質問でしょうか。' },
    delivery: 'read',
  }),
  system('s7', ago(1_400), 'snoozed', AIKO, { until: ago(1_300) }),
  system('s8', ago(1_300), 'agent requested', null, { reason: 'snooze over', queue: QUEUE, toAgent: AIKO }),
  reply('rb', ago(1_250), { agent: null, bot: BOT, content: { type: 'text', text: 'ご購入の店舗はどちらですか？' }, delivery: 'read' }),
  reply('ra', ago(1_245), { agent: null, automatic: 'waiting', content: { type: 'text', text: '順番にご案内します。' }, delivery: 'read' }),
  system('s9', ago(1_240), 'handed over', null, { bot: BOT, reason: 'customer asked', summary: '梅田店で購入' }),
  system('s10', ago(1_239), 'bot answer refused', null, { bot: BOT }),
  system('s11', ago(1_230), 'agent requested', null, { reason: 'owner gone', queue: QUEUE }),
  system('s12', ago(1_228), 'sla warned', null, { promised: { target: 'next answer', dueAt: ago(1_220) } }),
  system('s13', ago(1_220), 'sla breached', null, { promised: { target: 'next answer', dueAt: ago(1_220) } }),
  customerMessage('m2', ago(58), {
    content: { type: 'text', text: '前輪のブレーキから音がします。説明書はこちらですか？ https://example.com/manual?id=54 （14ページ）' },
    edits: [{ content: { type: 'text', text: '前輪から音がします' }, at: ago(57) }],
  }),
  customerMessage('m3', ago(57), {
    content: { type: 'image', media: { mediaId: uuid(901), source } },
    media: stored(901, 'brake.png', 'image/png', 184_000),
    reactions: ['👍'],
  }),
  note('n1', ago(55), 'Same batch as last week’s complaint: brake pads were mounted the wrong way round. Bob has the photos.'),
  reply('r2', ago(52), {
    content: { type: 'text', text: 'お写真を拝見しました。ブレーキパッドの向きが原因のようです。お近くの店舗で無料で調整いたします。' },
    delivery: 'delivered',
  }),
  customerMessage('m4', ago(40), {
    content: { type: 'location', latitude: 34.70249, longitude: 135.49595, title: '大阪駅', address: '大阪市北区梅田3丁目1-1' },
  }),
  customerMessage('m5', ago(39), { content: { type: 'sticker', stickerId: '52002734', packId: '11537', text: 'よろしくお願いします' } }),
  customerMessage('m6', ago(38), {
    content: { type: 'file', media: { mediaId: uuid(902), source } },
    media: stored(902, '保証書.pdf', 'application/pdf', 1_420_000),
  }),
  customerMessage('m7', ago(37), {
    content: { type: 'unknown', kind: 'imagemap', raw: { type: 'imagemap', baseUrl: 'https://example.com/x', '<b>': 'text, not markup' } },
  }),
  customerMessage('m8', ago(36), { content: { type: 'text', text: '' }, unsentAt: ago(35) }),
  customerMessage('m9', ago(34), { content: { type: 'text', text: '今週の土曜日は空いていますか？' }, lateBySeconds: 130, replyTo: 'r2' }),
  reply('r3', ago(30), { content: { type: 'text', text: '土曜日は10時から承れます。' }, delivery: 'accepted' }),
  reply('r4', ago(29), {
    content: { type: 'image', media: { mediaId: uuid(903), source: { kind: 'stored' } }, caption: '店舗までの地図です' },
    media: stored(903, 'map.png', 'image/png', 90_000),
    delivery: 'failed',
    problem: {
      code: 'too-many',
      reason: 'LINE’s monthly message limit is reached.',
      remedy: 'Raise the plan of the official account, or wait until the first of the month.',
    },
  }),
  reply('r5', ago(28), { content: { type: 'text', text: '地図は店舗ページにもございます。' }, delivery: 'unknown' }),
  customerMessage('m10', ago(8), { content: { type: 'text', text: 'わかりました。10時にお願いします。' } }),
  customerMessage('m11', ago(5), {
    content: { type: 'audio', media: { mediaId: uuid(904), source } },
    media: { mediaId: uuid(904), state: 'failed', url: null, fileName: null, mimeType: null, size: null, reason: 'It is no longer there.' },
  }),
  customerMessage('m13', ago(4.9), { content: { type: 'referral', source: 'QR code', title: '梅田店', reference: 'shop-window' } }),
  customerMessage('m14', ago(4.8), {
    content: {
      type: 'order',
      lines: [{ productId: 'bell-7', name: 'ベル', quantity: 2, price: '1200', currency: 'JPY' }],
      note: '急ぎません',
    },
    ourReaction: { emoji: '👍', problem: null },
  }),
  customerMessage('m15', ago(4.7), {
    content: { type: 'contact', name: '佐藤 健', phone: '+81 90 1234 5678', more: [{ name: '佐藤 翔' }] },
  }),
  customerMessage('m16', ago(4.6), { content: { type: 'system', what: 'user_changed_number', text: '佐藤 花子 changed from 1 to 2' } }),
  customerMessage('m17', ago(4.5), {
    content: {
      type: 'email',
      subject: 'お問い合わせ',
      text: '営業時間を教えてください。',
      quoted: '> 先日はありがとうございました。',
      html: { mediaId: uuid(905), source: { kind: 'stored' } },
      attachments: [{ mediaId: uuid(906), source: { kind: 'stored' } }],
      from: { name: '佐藤 花子', address: 'hana@customer.example' },
      cc: [{ address: 'ken@customer.example' }],
      automatic: true,
      unverifiedSender: true,
    },
    files: [stored(905, 'mail.html', 'application/octet-stream', 2_000), stored(906, '写真.zip', 'application/zip', 88_000)],
  }),
  reply('r6', ago(4.4), {
    content: {
      type: 'choices',
      style: 'buttons',
      text: 'どちらの店舗ですか？',
      options: [
        { id: 'a', label: '梅田' },
        { id: 'b', label: '難波', description: '地下1階' },
      ],
    },
  }),
  reply('r7', ago(4.3), {
    content: { type: 'template', name: 'order_ready', language: 'ja', parameters: ['A-12'], text: 'ご注文 A-12 の準備ができました。' },
  }),
  customerMessage('m12', ago(2), { content: { type: 'text', text: 'ありがとうございます。写真を送りますね。' } }),
];

const older: readonly TimelineEntry[] = Array.from({ length: 140 }, (_, index) => {
  const at = ago(9_000 - index * 20);
  return index % 3 === 2
    ? reply(`or${index}`, at, { delivery: 'read' })
    : customerMessage(`om${index}`, at, {
        content: { type: 'text', text: `Older message ${index}. ${'It goes on for a while. '.repeat(index % 5)}` },
      });
});
export const timeline = [...older, ...story];

export const timelinePage = (id: string, before: string | null, limit: number) => {
  const all = id === CHOSEN ? timeline : story.slice(0, 15);
  const end = before === null ? all.length : all.findIndex((entry) => entry.id === before);
  const from = Math.max(0, end - limit);
  return { items: all.slice(from, end), previousCursor: from > 0 ? all[from]!.id : null, position: '100' };
};
