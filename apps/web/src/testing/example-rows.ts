import type { ConversationPage, ConversationRow, ConversationView, SlaView } from '@madoguchi/contracts';
import { AIKO } from './example-entries.js';

/** Who waits, who is answered and what is done at the example's desk. */

export const BOB = { id: '00000000-0000-4000-8000-0000000000b2', name: 'Bob Fischer' };
export const NOW = Date.parse('2026-11-23T10:42:00Z');
export const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const EXAMPLE_NOW = new Date(NOW);
export const CHOSEN = uuid(1);
export const OFFERED = uuid(90);
/** One with a short story: where a dialog is looked at, what stands behind it costs time. */
export const SHORT = uuid(4);
export const WHATSAPP = uuid(6);
export const WITH_BOT = uuid(16);
export const ASLEEP = uuid(17);
export const WAITING = uuid(11);
export const CLOSED = uuid(3_001);
export const WRAPPED_UP = uuid(3_000);
export const BOT = { id: uuid(650), name: 'Umeda helper' };

export const QUEUE = { id: uuid(601), name: 'Support' };
const LINE = { id: uuid(701), name: 'Umeda shop' };
const TELEGRAM = { id: uuid(702), name: 'umeda_bicycles_bot' };

const row = (number: number, name: string | null, line: string, minutes: number, more: Partial<ConversationRow> = {}): ConversationRow => ({
  id: uuid(number),
  status: 'assigned',
  channel: number % 3 === 0 ? 'telegram' : 'line',
  audience: 'external',
  account: number % 3 === 0 ? TELEGRAM : LINE,
  customer: { contactId: uuid(number + 1_000), name, pictureUrl: null, language: 'ja', blocked: false, erased: false },
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

const sla = (state: SlaView['state'], minutes: number): SlaView => ({ kind: 'next answer', dueAt: ago(-minutes), state });
const answered = { unread: 0, waitingSince: null } as const;

export const rows: readonly ConversationRow[] = [
  row(1, '佐藤 花子', 'ありがとうございます。写真を送りますね。', 2, { unread: 3, sla: sla('running', 12) }),
  row(2, 'Олег Смирнов', 'Когда приедет мой велосипед?', 6, {
    channel: 'telegram',
    account: TELEGRAM,
    unread: 2,
    sla: sla('warned', 3),
    customer: { contactId: uuid(1002), name: 'Олег Смирнов', pictureUrl: null, language: 'ru', blocked: false, erased: false },
  }),
  row(3, 'Maria Keller', 'Perfect, see you on Saturday then!', 18, {
    ...answered,
    sla: { kind: 'resolution', dueAt: null, state: 'paused' },
    lastMessage: { from: 'agent', type: 'text', line: 'We open at ten. See you on Saturday.', at: ago(18) },
  }),
  row(4, '田中 一郎', '', 65, {
    sla: sla('breached', -4),
    lastMessage: { from: 'customer', type: 'sticker', line: '', at: ago(65) },
    unread: 1,
  }),
  row(5, null, '', 190, {
    lastMessage: { from: 'customer', type: 'location', line: '', at: ago(190) },
    unread: 1,
    customer: { contactId: uuid(1005), name: null, pictureUrl: null, language: null, blocked: true, erased: false },
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
  row(16, 'Emi Kato', 'Which size fits me?', 3, {
    ...answered,
    status: 'bot',
    owner: null,
    bot: BOT,
    lastMessage: { from: 'bot', type: 'text', line: 'How tall are you, in centimetres?', at: ago(3) },
  }),
  row(17, 'Jonas Weber', 'I will measure it tonight.', 140, {
    ...answered,
    status: 'snoozed',
    owner: null,
    snoozed: { until: new Date(NOW + 20 * 3_600_000).toISOString(), agentId: AIKO.id, name: AIKO.name },
  }),
  row(18, 'Noor de Vries', 'The receipt is at home.', 150, {
    ...answered,
    status: 'snoozed',
    owner: null,
    snoozed: { until: null, agentId: AIKO.id, name: AIKO.name },
  }),
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
  bot: others.filter((one) => one.status === 'bot'),
  snoozed: others.filter((one) => one.status === 'snoozed'),
  'wrap-up': done.slice(0, 1),
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
    counts: { my: 6, queue: 3, bot: 1, snoozed: 2, 'wrap-up': 1, all: 412, done: 1_000 },
    position: '100',
  };
};

export const offered = row(90, '伊藤 さくら', '新しいカタログはどこで見られますか？家族用の電動自転車を探しています。', 1, {
  status: 'offered',
  owner: null,
});

/** The one that is asked for, wherever it stands. */
export const rowOf = (id: string): ConversationRow | undefined => [...byView.all, ...done, offered].find((one) => one.id === id);
