import {
  accept,
  anOffice,
  ACCOUNT,
  explanation,
  IVANOVA,
  message,
  offer,
  opened,
  QUEUE,
  SATO,
  text,
  waiting,
} from '../testing/a-day-at-the-desk.js';
import { projectAll, type ReadModelDatabase, startReadModelDatabase } from '../testing/read-model-database.js';
import { OTHER_TENANT, type RecordedLog, TENANT, uuid } from '../testing/recorded-log.js';
import type { ConversationView } from '@madoguchi/contracts';
import { findWrapUp } from '../wrap-ups/find-wrap-up.js';
import { findConversation } from './find-conversation.js';
import { countConversations, listConversations, type Viewer } from './list-conversations.js';

let server: ReadModelDatabase;
let log: RecordedLog;

beforeAll(async () => {
  server = await startReadModelDatabase();
});
beforeEach(async () => {
  await server.empty();
  log = anOffice();
});
afterAll(() => server.stop());

const CONVERSATION = uuid(101);
const sato: Viewer = { tenantId: TENANT, role: 'agent', agentId: SATO };
const ivanova: Viewer = { tenantId: TENANT, role: 'agent', agentId: IVANOVA };
const administrator: Viewer = { tenantId: TENANT, role: 'admin', agentId: null };

const happened = () => projectAll(server.database, log);
const found = () => findConversation(server.database, TENANT, CONVERSATION);
const ids = async (viewer: Viewer, view: ConversationView) =>
  (await listConversations(server.database, { viewer, view, limit: 50 })).items.map(({ id }) => id);

describe('a row of the inbox', () => {
  it('says who wrote what, through which account, and since when the customer waits', async () => {
    waiting(log, CONVERSATION, 1);
    log.record('contact', uuid(41), {
      type: 'ContactProfileLearned',
      data: { displayName: '佐藤 花', language: 'ja', pictureUrl: 'https://example.com/p' },
    });
    await happened();
    expect(await found()).toMatchObject({
      status: 'waiting',
      channel: 'line',
      account: { id: ACCOUNT, name: 'Umeda shop' },
      customer: { contactId: uuid(41), name: '佐藤 花', language: 'ja', pictureUrl: null, blocked: false },
      queue: { id: QUEUE, name: 'Sales' },
      owner: null,
      lastMessage: { from: 'customer', type: 'text', line: 'message 1', at: '2026-11-01T08:00:01.000Z' },
      unread: 1,
      waitingSince: '2026-11-01T08:00:01.000Z',
      version: 3,
    });
  });

  it('M-75: says whether a member of the own company asks, or a customer', async () => {
    log.record('conversation', CONVERSATION, opened(1, { channel: 'lineworks' }));
    log.record('conversation', uuid(102), opened(2, { channel: 'line' }));
    await happened();
    expect(await found()).toMatchObject({ channel: 'lineworks', audience: 'internal' });
    expect(await findConversation(server.database, TENANT, uuid(102))).toMatchObject({ channel: 'line', audience: 'external' });
  });

  it('says that the customer waits on, whatever is said by itself', async () => {
    waiting(log, CONVERSATION, 1);
    const automatic = { replyId: uuid(75), automatic: { what: 'waiting' }, epoch: 0, content: text('One moment.') } as const;
    log.record('conversation', CONVERSATION, { type: 'ReplyQueued', data: automatic });
    await happened();
    expect(await found()).toMatchObject({
      lastMessage: { from: 'customer', line: 'message 1' },
      unread: 1,
      waitingSince: '2026-11-01T08:00:01.000Z',
      version: 4,
    });
  });

  it('shows the customer’s picture from our own store while there is one, and never the platform’s address', async () => {
    const learned = (pictureUrl?: string) =>
      log.record('contact', uuid(41), { type: 'ContactProfileLearned', data: { displayName: '佐藤 花', pictureUrl } });
    const stored = (mediaId: string) =>
      log.record('contact', uuid(41), { type: 'ContactPictureStored', data: { pictureUrl: 'https://example.com/p', mediaId } });
    const picture = async () => {
      await happened();
      return (await found())?.customer.pictureUrl;
    };
    log.record('conversation', CONVERSATION, opened(1));
    learned('https://example.com/p');
    expect(await picture()).toBeNull();
    stored(uuid(91));
    expect(await picture()).toBe(`/api/v1/media/${uuid(91)}`);
    learned('https://example.com/q');
    expect(await picture()).toBe(`/api/v1/media/${uuid(91)}`);
    learned();
    expect(await picture()).toBeNull();
  });

  it('goes from waiting over offered to assigned, and keeps why', async () => {
    waiting(log, CONVERSATION, 1);
    offer(log, CONVERSATION, uuid(61));
    await happened();
    expect(await found()).toMatchObject({ status: 'offered', explanation });
    accept(log, CONVERSATION, uuid(61));
    await happened();
    expect(await found()).toMatchObject({ status: 'assigned', owner: { agentId: SATO, name: 'Sato' } });
  });

  it('waits again when the offer came back', async () => {
    waiting(log, CONVERSATION, 1);
    offer(log, CONVERSATION, uuid(61));
    log.record('conversation', CONVERSATION, { type: 'OfferReturned', data: { offerId: uuid(61), agentId: SATO, outcome: 'lapsed' } });
    await happened();
    expect(await found()).toMatchObject({ status: 'waiting', owner: null });
  });

  it('is read when we answer, and the customer waits for nothing any more', async () => {
    waiting(log, CONVERSATION, 1);
    log.record('conversation', CONVERSATION, message(2));
    log.record('conversation', CONVERSATION, { type: 'ReplyQueued', data: { replyId: uuid(71), agentId: SATO, content: text('hello') } });
    await happened();
    expect(await found()).toMatchObject({ unread: 0, waitingSince: null, lastMessage: { from: 'agent', line: 'hello' } });
  });

  it('is read after a note, but the customer still waits', async () => {
    waiting(log, CONVERSATION, 1);
    log.record('conversation', CONVERSATION, { type: 'NoteAdded', data: { noteId: uuid(72), agentId: SATO, text: 'ask the shop' } });
    await happened();
    expect(await found()).toMatchObject({ unread: 0, waitingSince: '2026-11-01T08:00:01.000Z', lastMessage: { line: 'message 1' } });
  });

  it('keeps the newest line when a late message comes, and takes a taken-back line away', async () => {
    waiting(log, CONVERSATION, 5);
    log.record('conversation', CONVERSATION, message(3, { late: true }));
    await happened();
    expect(await found()).toMatchObject({ unread: 2, lastMessage: { line: 'message 5' } });
    log.record('conversation', CONVERSATION, {
      type: 'CustomerMessageUnsent',
      data: { providerMessageId: 'p5', unsentAt: '2026-11-01T08:10:00.000Z' },
    });
    await happened();
    expect(await found()).toMatchObject({ lastMessage: { line: '' } });
  });

  it('takes characters that PostgreSQL cannot keep', async () => {
    log.record('conversation', CONVERSATION, opened(1));
    log.record('conversation', CONVERSATION, message(1, { content: text('a\0b \ud83d c \\u0000 😀') }));
    await happened();
    expect((await found())?.lastMessage?.line).toBe('a\ufffdb \ufffd c \\u0000 😀');
  });

  it('names the earlier conversations of its thread', async () => {
    log.record('conversation', CONVERSATION, opened(1));
    log.record('conversation', CONVERSATION, { type: 'ConversationClosed', data: { reason: 'closed by agent' } });
    log.record('conversation', uuid(102), opened(1, { threadNumber: 2 }));
    await happened();
    expect((await findConversation(server.database, TENANT, uuid(102)))?.earlier).toMatchObject([{ id: CONVERSATION, number: 1 }]);
  });
});

describe('the views', () => {
  it('M-08: shows the conversations of all channels in one list', async () => {
    log.record('integration_account', uuid(21), {
      type: 'IntegrationAccountAdded',
      data: { accountType: 'telegram', name: 'Bot', webhookKey: 'k2' },
    });
    log.record('conversation', uuid(101), opened(1, { channel: 'line' }));
    log.record('conversation', uuid(102), opened(2, { channel: 'telegram', accountId: uuid(21) }));
    await happened();
    const { items } = await listConversations(server.database, { viewer: sato, view: 'all', limit: 50 });
    expect(items.map(({ channel, account }) => [channel, account.name])).toEqual([
      ['line', 'Umeda shop'],
      ['telegram', 'Bot'],
    ]);
  });

  it('are mine, of my queues, all and done', async () => {
    for (const n of [1, 2, 3]) waiting(log, uuid(100 + n), n);
    offer(log, uuid(101), uuid(61));
    accept(log, uuid(101), uuid(61));
    log.record('conversation', uuid(103), { type: 'ConversationClosed', data: { reason: 'closed by agent' } });
    log.record('conversation', uuid(104), opened(4));
    await happened();
    expect(await ids(sato, 'my')).toEqual([uuid(101)]);
    expect(await ids(sato, 'queue')).toEqual([uuid(102)]);
    expect(await ids(ivanova, 'queue')).toEqual([]);
    expect(await ids(administrator, 'queue')).toEqual([uuid(102), uuid(104)]);
    expect(await ids(sato, 'all')).toEqual([uuid(101), uuid(102), uuid(104)]);
    expect(await ids(sato, 'done')).toEqual([uuid(103)]);
    expect(await countConversations(server.database, sato)).toEqual({ my: 1, queue: 1, bot: 0, snoozed: 0, 'wrap-up': 0, all: 3, done: 1 });
    expect(await countConversations(server.database, administrator)).toEqual({
      my: 0,
      queue: 2,
      bot: 0,
      snoozed: 0,
      'wrap-up': 0,
      all: 3,
      done: 1,
    });
  });

  it('a conversation that sleeps is in nobody’s queue: whoever put it to sleep finds it, soonest first, until it wakes', async () => {
    for (const [n, day] of [
      [1, '20'],
      [2, '18'],
      [3, '19'],
    ] as const) {
      const id = uuid(100 + n);
      waiting(log, id, n);
      offer(log, id, uuid(60 + n));
      accept(log, id, uuid(60 + n));
      log.record('conversation', id, { type: 'ConversationSnoozed', data: { agentId: SATO, until: `2026-11-${day}T09:00:00.000Z` } });
    }
    await happened();
    expect(await ids(sato, 'snoozed')).toEqual([uuid(102), uuid(103), uuid(101)]);
    expect([await ids(sato, 'my'), await ids(sato, 'queue'), await ids(ivanova, 'snoozed')]).toEqual([[], [], []]);
    expect(await ids(administrator, 'snoozed')).toHaveLength(3);
    expect(await found()).toMatchObject({
      status: 'snoozed',
      owner: null,
      snoozed: { until: '2026-11-20T09:00:00.000Z', agentId: SATO, name: 'Sato' },
    });
    const { nextCursor, items } = await listConversations(server.database, { viewer: sato, view: 'snoozed', limit: 2 });
    const rest = await listConversations(server.database, { viewer: sato, view: 'snoozed', limit: 2, cursor: nextCursor! });
    expect([items.length, rest.items.map(({ id }) => id)]).toEqual([2, [uuid(101)]]);
    log.record('conversation', uuid(103), { type: 'ConversationSnoozed', data: { agentId: SATO } });
    await happened();
    expect(await ids(sato, 'snoozed')).toEqual([uuid(102), uuid(101), uuid(103)]);
    const endless = await listConversations(server.database, { viewer: sato, view: 'snoozed', limit: 2 });
    const theirTurn = await listConversations(server.database, { viewer: sato, view: 'snoozed', limit: 2, cursor: endless.nextCursor! });
    expect(theirTurn.items).toMatchObject([{ id: uuid(103), waitingSince: null, snoozed: { until: null, agentId: SATO, name: 'Sato' } }]);
    log.record('conversation', CONVERSATION, {
      type: 'AgentRequested',
      data: { queueId: QUEUE, reason: 'snooze over', preferredAgentId: SATO },
    });
    await happened();
    expect(await found()).toMatchObject({ status: 'waiting', snoozed: null });
    expect(await ids(sato, 'queue')).toEqual([CONVERSATION]);
  });

  it('a closed conversation that is wrapped up stands with its agent until it is done, and keeps the code', async () => {
    waiting(log, CONVERSATION, 1);
    offer(log, CONVERSATION, uuid(61));
    accept(log, CONVERSATION, uuid(61));
    log.record('conversation', CONVERSATION, { type: 'ConversationClosed', data: { reason: 'closed by agent' } });
    const ends = '2026-11-01T10:00:00.000Z';
    log.record('agent', SATO, { type: 'WrapUpStarted', data: { conversationId: CONVERSATION, queueId: QUEUE, endsAt: ends } });
    await happened();
    expect([await ids(sato, 'wrap-up'), await ids(ivanova, 'wrap-up')]).toEqual([[CONVERSATION], []]);
    const wrapUp = () => findWrapUp(server.database, TENANT, CONVERSATION);
    expect(await wrapUp()).toEqual({ agentId: SATO, open: true, endsAt: ends, code: null });
    log.record('agent', SATO, { type: 'WrapUpFinished', data: { conversationId: CONVERSATION, code: 'invoice' } });
    log.record('agent', SATO, { type: 'WorkReleased', data: { conversationId: CONVERSATION, why: 'it is wrapped up' } });
    await happened();
    expect(await ids(sato, 'wrap-up')).toEqual([]);
    expect(await wrapUp()).toEqual({ agentId: SATO, open: false, endsAt: null, code: 'invoice' });
    expect(await findWrapUp(server.database, OTHER_TENANT, CONVERSATION)).toBeNull();
  });

  it.each(['all', 'done'] as const)('come in pages that join without a gap: %s', async (view) => {
    for (let n = 1; n <= 9; n += 1) {
      log.record('conversation', uuid(100 + n), opened(n));
      if (n % 2 === 0) log.record('conversation', uuid(100 + n), message(20 - n));
      if (view === 'done') log.record('conversation', uuid(100 + n), { type: 'ConversationClosed', data: { reason: 'closed by agent' } });
    }
    await happened();
    const whole = await ids(sato, view);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listConversations(server.database, { viewer: sato, view, limit: 2, cursor });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(whole).toHaveLength(9);
    expect(paged).toEqual(whole);
    if (view === 'all') expect(whole.slice(0, 4)).toEqual([uuid(108), uuid(106), uuid(104), uuid(102)]);
  });

  it.each(['', 'x', 'W10', 'WyJhIiwiYiIsImMiXQ'])('refuse the cursor "%s"', async (cursor) => {
    await expect(listConversations(server.database, { viewer: sato, view: 'all', limit: 2, cursor })).rejects.toThrow(
      'This cursor is none of ours',
    );
  });

  it('M-03: show nothing of another tenant in the same store', async () => {
    anOffice(OTHER_TENANT, log);
    waiting(log, CONVERSATION, 1);
    log.record('conversation', uuid(202), opened(2), OTHER_TENANT);
    await happened();
    expect(await ids({ ...administrator, tenantId: OTHER_TENANT }, 'all')).toEqual([uuid(202)]);
    expect(await ids({ tenantId: OTHER_TENANT, role: 'agent', agentId: SATO }, 'queue')).toEqual([]);
    expect(await ids(administrator, 'all')).toEqual([CONVERSATION]);
    expect(await findConversation(server.database, OTHER_TENANT, CONVERSATION)).toBeUndefined();
    expect((await findConversation(server.database, OTHER_TENANT, uuid(202)))?.account.name).toBe('');
  });
});
