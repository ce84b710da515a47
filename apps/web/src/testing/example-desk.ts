import type {
  AgentDirectory,
  AgentView,
  ChannelCapabilities,
  ConversationDetail,
  ConversationPage,
  ConversationRow,
  ConversationView,
  OfferList,
  SessionView,
  TemplateList,
  TimelineEntry,
} from '@madoguchi/contracts';
import { AIKO, customerMessage, note, reply, system } from './example-entries.js';

/** A desk with everything on it that the page can show, for looking at the page and for its tests. */

const BOB = { id: '00000000-0000-4000-8000-0000000000b2', name: 'Bob Fischer' };
const NOW = Date.parse('2026-11-23T10:42:00Z');
const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();
const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const EXAMPLE_NOW = new Date(NOW);
export const CHOSEN = uuid(1);
export const OFFERED = uuid(90);
export const WHATSAPP = uuid(6);

export const session: SessionView = {
  user: { id: uuid(501), name: AIKO.name, email: 'aiko@example.com', role: 'agent', agentId: AIKO.id },
  tenant: { id: uuid(500), name: 'Umeda Bicycles' },
};

const QUEUE = { id: uuid(601), name: 'Support' };
const LINE = { id: uuid(701), name: 'Umeda shop' };
const TELEGRAM = { id: uuid(702), name: 'umeda_bicycles_bot' };

const row = (number: number, name: string | null, line: string, minutes: number, more: Partial<ConversationRow> = {}): ConversationRow => ({
  id: uuid(number),
  status: 'assigned',
  channel: number % 3 === 0 ? 'telegram' : 'line',
  account: number % 3 === 0 ? TELEGRAM : LINE,
  customer: { contactId: uuid(number + 1_000), name, pictureUrl: null, language: 'ja', blocked: false },
  queue: QUEUE,
  owner: { agentId: AIKO.id, name: AIKO.name },
  lastMessage: { from: 'customer', type: 'text', line, at: ago(minutes) },
  customerWroteAt: ago(minutes),
  unread: 1,
  waitingSince: ago(minutes),
  openedAt: ago(minutes + 30),
  version: 12,
  ...more,
});

const answered = { unread: 0, waitingSince: null } as const;

export const rows: readonly ConversationRow[] = [
  row(1, '佐藤 花子', 'ありがとうございます。写真を送りますね。', 2, { unread: 3 }),
  row(2, 'Олег Смирнов', 'Когда приедет мой велосипед?', 6, {
    channel: 'telegram',
    account: TELEGRAM,
    unread: 2,
    customer: { contactId: uuid(1002), name: 'Олег Смирнов', pictureUrl: null, language: 'ru', blocked: false },
  }),
  row(3, 'Maria Keller', 'Perfect, see you on Saturday then!', 18, {
    ...answered,
    lastMessage: { from: 'agent', type: 'text', line: 'We open at ten. See you on Saturday.', at: ago(18) },
  }),
  row(4, '田中 一郎', '', 65, { lastMessage: { from: 'customer', type: 'sticker', line: '', at: ago(65) }, unread: 1 }),
  row(5, null, '', 190, {
    lastMessage: { from: 'customer', type: 'location', line: '', at: ago(190) },
    unread: 1,
    customer: { contactId: uuid(1005), name: null, pictureUrl: null, language: null, blocked: true },
  }),
  row(6, 'Ken Mori', 'Is my order ready?', 1_600, {
    channel: 'whatsapp',
    account: { id: uuid(703), name: 'Umeda shop' },
    lastMessage: { from: 'customer', type: 'text', line: 'Is my order ready?', at: ago(1_600) },
  }),
];

const others: readonly ConversationRow[] = [
  row(11, '鈴木 健', '在庫はありますか。サイズは54を希望しています。', 1, { status: 'waiting', owner: null }),
  row(12, 'Anna Petrova', 'invoice-2026-11.pdf', 4, {
    status: 'waiting',
    owner: null,
    lastMessage: { from: 'customer', type: 'file', line: 'invoice-2026-11.pdf', at: ago(4) },
  }),
  row(13, 'Yuki', 'carousel', 9, {
    status: 'offered',
    owner: null,
    lastMessage: { from: 'customer', type: 'unknown', line: 'carousel', at: ago(9) },
  }),
  row(14, 'Bram de Vries', 'Is the blue one still there?', 31, { ...answered, owner: { agentId: BOB.id, name: BOB.name } }),
  row(15, '高橋 美咲', 'よろしくお願いします', 55, { status: 'not routed', owner: null, queue: null }),
];

const many: readonly ConversationRow[] = Array.from({ length: 400 }, (_, index) =>
  row(2_000 + index, `Customer ${index + 1}`, `Message number ${index + 1}`, 300 + index * 7, {
    ...answered,
    owner: { agentId: BOB.id, name: BOB.name },
  }),
);

const done: readonly ConversationRow[] = Array.from({ length: 30 }, (_, index) =>
  row(3_000 + index, ['山本 葵', 'Ivan Kozlov', 'Lena Roth'][index % 3]!, 'Thank you!', 500 + index * 60, {
    ...answered,
    status: 'closed',
  }),
);

const byView: Readonly<Record<ConversationView, readonly ConversationRow[]>> = {
  my: rows,
  queue: others.filter((one) => one.status === 'waiting' || one.status === 'offered'),
  all: [...rows, ...others, ...many],
  done,
};

const PAGE = 50;

export const listPage = (view: ConversationView, cursor: string | null): ConversationPage => {
  const from = Number(cursor ?? 0);
  const all = byView[view];
  return {
    items: all.slice(from, from + PAGE),
    nextCursor: from + PAGE < all.length ? String(from + PAGE) : null,
    counts: { my: 6, queue: 3, all: 410, done: 1_000 },
    position: '100',
  };
};

const explanation = {
  rule: 'fewest conversations, then longest without a new one',
  waitedSeconds: 74,
  candidates: [
    { agentId: AIKO.id, verdict: 'chosen', load: 3, capacity: 5 },
    { agentId: BOB.id, verdict: 'at capacity', load: 4, capacity: 4 },
    { agentId: uuid(803), verdict: 'not available', load: 0, capacity: 3 },
  ],
} as const;

const likeLine: ChannelCapabilities = {
  textLimit: 5_000,
  textUnit: 'UTF-16 units',
  captionLimit: 5_000,
  inbound: ['text', 'image', 'unknown'],
  outbound: ['text', 'image', 'choices'],
  files: { image: { types: ['image/jpeg', 'image/png'], limit: 10_000_000 } },
  choices: { 'quick replies': { most: 13, labelLimit: 20, links: false }, buttons: { most: 4, labelLimit: 20, links: true } },
  receipts: { delivered: false, read: false },
  replyTo: true,
  reactions: 'none',
  typing: true,
  readMarks: true,
  rates: { account: { burst: 100, perSecond: 100 } },
};

const likeTelegram: ChannelCapabilities = {
  ...likeLine,
  textLimit: 4_096,
  outbound: ['text', 'image', 'file'],
  files: { image: { types: ['image/jpeg', 'image/png', 'image/webp'], limit: 10_000_000 }, file: { limit: 50_000_000 } },
  choices: {},
  reactions: ['👍', '🙏', '🎉'],
};

const likeWhatsApp: ChannelCapabilities = { ...likeTelegram, outbound: ['text', 'template'], window: { hours: 24, afterwards: 'templates' } };

const LIKE: Readonly<Partial<Record<ConversationRow['channel'], ChannelCapabilities>>> = { line: likeLine, whatsapp: likeWhatsApp };

const templates: TemplateList = {
  items: [{ name: 'order_ready', language: 'ja', text: 'ご注文 {{1}} の準備ができました。', parameters: 1 }],
};

export const detail = (id: string): ConversationDetail | null => {
  const found = [...byView.all, ...done, offered].find((one) => one.id === id);
  return found
    ? {
        ...found,
        threadNumber: 3,
        earlier: [
          { id: uuid(3_000), number: 2, openedAt: ago(9_000), closedAt: ago(8_800) },
          { id: uuid(3_003), number: 1, openedAt: ago(40_000), closedAt: ago(39_900) },
        ],
        explanation: found.owner ? explanation : null,
        capabilities: LIKE[found.channel] ?? likeTelegram,
        position: '100',
      }
    : null;
};

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

const timelinePage = (id: string, before: string | null, limit: number) => {
  const all = id === CHOSEN ? timeline : story.slice(0, 8);
  const end = before === null ? all.length : all.findIndex((entry) => entry.id === before);
  const from = Math.max(0, end - limit);
  return { items: all.slice(from, end), previousCursor: from > 0 ? all[from]!.id : null, position: '100' };
};

const offered = row(90, '伊藤 さくら', '新しいカタログはどこで見られますか？家族用の電動自転車を探しています。', 1, {
  status: 'offered',
  owner: null,
});

export const offers = (): OfferList => ({
  items: [{ offerId: uuid(91), conversation: offered, offeredAt: ago(0.1), expiresAt: new Date(NOW + 24_000).toISOString(), explanation }],
  position: '100',
});

export const me: AgentView = {
  id: AIKO.id,
  name: AIKO.name,
  presence: 'available',
  reason: null,
  presenceSince: ago(47),
  load: 3,
  capacity: 5,
};
const directory: AgentDirectory = {
  items: [
    { ...me, queues: [QUEUE] },
    { ...me, ...BOB, load: 4, capacity: 4, queues: [QUEUE] },
  ],
};

export interface ExampleRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

export interface ExampleOptions {
  readonly signedIn: boolean;
  readonly withOffer: boolean;
}

/** What the desk's API says to a request; null: 404. */
export const answerOf = (
  { method, path, query }: ExampleRequest,
  { signedIn, withOffer }: ExampleOptions,
): { status: number; body: unknown } => {
  const [resource, id, part] = path.split('/').filter(Boolean);
  const ok = (body: unknown) => ({ status: 200, body });
  if (!signedIn) return { status: 401, body: { type: 'about:blank', title: 'Sign in first.', status: 401, code: 'not-signed-in' } };
  if (method !== 'GET') return { status: 202, body: { position: '101', version: 13, id: uuid(999) } };
  if (resource === 'sessions') return ok(session);
  if (resource === 'agents') return ok(id === 'me' ? me : directory);
  if (resource === 'offers') return ok(withOffer ? offers() : { items: [], position: '100' });
  if (resource === 'conversations' && !id) return ok(listPage((query.get('view') ?? 'my') as ConversationView, query.get('cursor')));
  if (resource === 'conversations' && part === 'messages') return ok(timelinePage(id!, query.get('before'), Number(query.get('limit'))));
  if (resource === 'conversations' && part === 'templates') return ok(templates);
  const found = resource === 'conversations' ? detail(id!) : null;
  return found
    ? ok(found)
    : { status: 404, body: { type: 'about:blank', title: 'There is no such thing.', status: 404, code: 'not-found' } };
};
