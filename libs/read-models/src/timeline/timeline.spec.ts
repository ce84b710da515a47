import type { TimelineEntry } from '@madoguchi/contracts';
import type { ConversationEvent } from '@madoguchi/conversation';
import { anOffice, explanation, IVANOVA, message, opened, QUEUE, SATO, text } from '../testing/a-day-at-the-desk.js';
import { projectAll, type ReadModelDatabase, startReadModelDatabase } from '../testing/read-model-database.js';
import { OTHER_TENANT, type RecordedLog, TENANT, uuid } from '../testing/recorded-log.js';
import { listTimeline } from './list-timeline.js';

let server: ReadModelDatabase;
let log: RecordedLog;

beforeAll(async () => {
  server = await startReadModelDatabase();
});
beforeEach(async () => {
  await server.empty();
  log = anOffice();
  log.record('conversation', CONVERSATION, opened(1));
});
afterAll(() => server.stop());

const CONVERSATION = uuid(101);
const REPLY = uuid(71);
const mediaUrl = (id: string) => `/media/${id}`;

const page = (before?: string, limit = 50) =>
  listTimeline(server.database, { tenantId: TENANT, conversationId: CONVERSATION, before, limit, mediaUrl });
const entries = async () => {
  await projectAll(server.database, log, { batchSize: 3 });
  return (await page()).items;
};
const saysOf = (items: readonly TimelineEntry[]) =>
  items.map((entry) => ('content' in entry && 'text' in entry.content ? entry.content.text : 'what' in entry ? entry.what : entry.kind));
const byId = async (id: string) => (await entries()).find((entry) => entry.id === id);
const happens = (...events: ConversationEvent[]) => {
  for (const event of events) log.record('conversation', CONVERSATION, event);
};
const answer = (): ConversationEvent => ({ type: 'ReplyQueued', data: { replyId: REPLY, agentId: SATO, content: text('answer') } });

describe('a timeline', () => {
  it('tells in order what happened', async () => {
    happens(
      message(1),
      { type: 'AgentRequested', data: { queueId: QUEUE, reason: 'first message' } },
      {
        type: 'ConversationOffered',
        data: { offerId: uuid(61), agentId: SATO, queueId: QUEUE, expiresAt: '2026-11-01T10:00:00.000Z', explanation },
      },
      { type: 'OfferReturned', data: { offerId: uuid(61), agentId: SATO, outcome: 'declined' } },
      { type: 'ConversationAssigned', data: { agentId: SATO, offerId: uuid(62) } },
      answer(),
      { type: 'NoteAdded', data: { noteId: uuid(72), agentId: SATO, text: 'for us' } },
      { type: 'ConversationClosed', data: { reason: 'closed by agent' } },
    );
    const items = await entries();
    expect(saysOf(items)).toEqual([
      'opened',
      'message 1',
      'agent requested',
      'offered',
      'offer declined',
      'assigned',
      'answer',
      'note',
      'closed',
    ]);
    expect(items.find(({ kind }) => kind === 'note')).toMatchObject({ agent: { id: SATO, name: 'Sato' }, text: 'for us' });
    const orders = items.map(({ order }) => order);
    expect(orders).toEqual([...orders].sort());
  });

  it('says of every change of hands why it came, from whom, and where to', async () => {
    const until = '2026-11-02T09:00:00.000Z';
    happens(
      { type: 'AgentRequested', data: { queueId: QUEUE, reason: 'transferred', by: SATO, preferredAgentId: IVANOVA } },
      { type: 'AgentRequested', data: { queueId: QUEUE, reason: 'owner gone' } },
      { type: 'ConversationSnoozed', data: { agentId: SATO, until } },
      { type: 'ConversationSnoozed', data: { agentId: SATO } },
      { type: 'ConversationReopened', data: { fromConversationId: uuid(99), by: IVANOVA, why: 'The bell has come in' } },
      { type: 'LanguageCorrected', data: { agentId: SATO, language: 'ru' } },
      { type: 'ControlPassed', data: { to: 'nobody', epoch: 2, reason: 'customer asked', summary: 'Wants a bell' } },
      { type: 'ConversationClosed', data: { reason: 'customer silent' } },
    );
    const sato = { id: SATO, name: 'Sato' };
    const queue = { id: QUEUE, name: 'Sales' };
    expect((await entries()).slice(1)).toMatchObject([
      { what: 'agent requested', reason: 'transferred', agent: sato, queue, toAgent: { id: IVANOVA, name: 'Ivanova' } },
      { what: 'agent requested', reason: 'owner gone', agent: null, queue, toAgent: null },
      { what: 'snoozed', agent: sato, until },
      { what: 'snoozed', agent: sato, until: null },
      { what: 'reopened', agent: { id: IVANOVA, name: 'Ivanova' }, summary: 'The bell has come in' },
      { what: 'language corrected', agent: sato, language: 'ru' },
      { what: 'handed over', reason: 'customer asked', summary: 'Wants a bell' },
      { what: 'closed', reason: 'customer silent', agent: null },
    ]);
  });

  it('says once of each promise that it was warned of, and that it was missed', async () => {
    const promised = { target: 'first answer', dueAt: '2026-11-01T10:05:00.000Z' } as const;
    const data = { ...promised, since: 2, queueId: QUEUE, policyVersion: 1 };
    happens(message(1), { type: 'SlaWarned', data }, { type: 'SlaBreached', data });
    const lines = [
      { kind: 'system', what: 'sla warned', promised, queue: { id: QUEUE, name: 'Sales' } },
      { kind: 'system', what: 'sla breached', promised, agent: null },
    ];
    expect((await entries()).slice(2)).toMatchObject(lines);
    await server.database.query(`delete from projector_checkpoints where projector = 'timeline_v2'`);
    expect((await entries()).slice(2)).toMatchObject(lines);
  });

  it('says what was said by itself, and by nobody', async () => {
    happens(message(1), {
      type: 'ReplyQueued',
      data: { replyId: REPLY, automatic: { what: 'waiting' }, epoch: 0, content: text('One moment.') },
    });
    expect(await byId(REPLY)).toMatchObject({ kind: 'reply', agent: null, bot: null, automatic: 'waiting', delivery: 'waiting' });
  });

  it('gives late messages their true place, whatever came between', async () => {
    happens(
      message(10),
      answer(),
      message(50),
      message(20, { late: true }),
      message(60),
      message(15, { late: true }),
      message(5, { late: true }),
      message(55, { late: true }),
    );
    const items = await entries();
    expect(saysOf(items)).toEqual([
      'opened',
      'message 5',
      'message 10',
      'answer',
      'message 15',
      'message 20',
      'message 50',
      'message 55',
      'message 60',
    ]);
    const orders = items.map(({ order }) => order);
    expect(orders).toEqual([...orders].sort());
    expect(items.find((entry) => entry.id === uuid(5_020))).toMatchObject({
      lateBySeconds: expect.any(Number) as number,
      at: '2026-11-01T08:00:20.000Z',
    });
    expect(items.find((entry) => entry.id === uuid(5_010))).toMatchObject({ lateBySeconds: null });
  });

  it.each([true, false])(
    'applies edits and reactions that come before their message as those that come after it (before: %s)',
    async (before) => {
      const changes: ConversationEvent[] = [
        { type: 'CustomerMessageEdited', data: { providerMessageId: 'p2', content: text('second'), editedAt: '2026-11-01T08:01:00.000Z' } },
        { type: 'CustomerMessageEdited', data: { providerMessageId: 'p2', content: text('third'), editedAt: '2026-11-01T08:02:00.000Z' } },
        { type: 'CustomerReacted', data: { providerMessageId: 'p2', reactions: ['👍'], reactedAt: '2026-11-01T08:03:00.000Z' } },
      ];
      happens(...(before ? changes : []), message(2), ...(before ? [] : changes));
      expect(await byId(uuid(5_002))).toMatchObject({
        content: text('third'),
        edits: [
          { content: text('message 2'), at: '2026-11-01T08:01:00.000Z' },
          { content: text('second'), at: '2026-11-01T08:02:00.000Z' },
        ],
        reactions: ['👍'],
        unsentAt: null,
      });
    },
  );

  it('hides what the customer took back, with its earlier texts', async () => {
    happens({ type: 'CustomerMessageUnsent', data: { providerMessageId: 'p2', unsentAt: '2026-11-01T08:05:00.000Z' } }, message(2), {
      type: 'CustomerMessageEdited',
      data: { providerMessageId: 'p2', content: text('second'), editedAt: '2026-11-01T08:01:00.000Z' },
    });
    expect(await byId(uuid(5_002))).toMatchObject({ content: text(''), edits: [], unsentAt: '2026-11-01T08:05:00.000Z' });
  });

  it('shows the reaction to our answer, and which entry an answer answers', async () => {
    happens(
      message(1),
      { type: 'ReplyQueued', data: { replyId: REPLY, agentId: SATO, content: text('answer'), replyTo: { providerMessageId: 'p1' } } },
      { type: 'ReplyAccepted', data: { replyId: REPLY, providerMessageIds: ['ours'] } },
      { type: 'CustomerReacted', data: { providerMessageId: 'ours', reactions: ['❤'], reactedAt: '2026-11-01T08:03:00.000Z' } },
      message(2, { replyTo: { providerMessageId: 'ours' } }),
    );
    expect(await byId(REPLY)).toMatchObject({ reactions: ['❤'] });
    expect(await byId(uuid(5_002))).toMatchObject({ replyTo: REPLY });
  });
});

describe('the delivery of a reply', () => {
  const started: ConversationEvent = { type: 'SendingStarted', data: { replyId: REPLY, attempt: 1, route: 'push' } };
  const accepted: ConversationEvent = { type: 'ReplyAccepted', data: { replyId: REPLY, providerMessageIds: ['x'] } };
  const delivered: ConversationEvent = { type: 'ReplyDelivered', data: { replyId: REPLY, deliveredAt: '2026-11-01T08:03:00.000Z' } };
  const read: ConversationEvent = { type: 'ReplyRead', data: { replyId: REPLY, readAt: '2026-11-01T08:04:00.000Z' } };
  const failed: ConversationEvent = {
    type: 'ReplyFailed',
    data: { replyId: REPLY, code: 'blocked', reason: 'The customer blocked us.', remedy: 'Nothing can be sent.' },
  };
  const unknown: ConversationEvent = { type: 'ReplyOutcomeUnknown', data: { replyId: REPLY, reason: 'No answer.' } };
  const again: ConversationEvent = { type: 'ReplyRequeued', data: { replyId: REPLY, agentId: SATO } };

  it.each<[string, ConversationEvent[]]>([
    ['waiting', []],
    ['sending', [started]],
    ['accepted', [started, accepted]],
    ['read', [started, read, delivered, accepted]],
    ['delivered', [delivered, accepted, failed]],
    ['failed', [started, accepted, failed]],
    ['unknown', [started, unknown]],
    ['accepted', [started, unknown, accepted]],
    ['waiting', [started, unknown, again]],
    ['accepted', [started, failed, again, started, accepted]],
  ])('is %s, it only moves forward', async (state, events) => {
    happens(answer(), ...events);
    expect(await byId(REPLY)).toMatchObject({ delivery: state });
  });

  it('says what went wrong and what to do, and forgets it when it is sent again', async () => {
    happens(answer(), started, failed);
    expect(await byId(REPLY)).toMatchObject({
      problem: { code: 'blocked', reason: 'The customer blocked us.', remedy: 'Nothing can be sent.' },
    });
    happens(again);
    expect(await byId(REPLY)).toMatchObject({ problem: null });
  });
});

describe('a file of a message', () => {
  const image = message(1, {
    content: { type: 'image', media: { mediaId: uuid(81), source: { kind: 'platform', reference: 'r' }, mimeType: 'image/jpeg' } },
  });
  const stored: ConversationEvent = {
    type: 'MediaStored',
    data: { mediaId: uuid(81), mimeType: 'image/png', size: 12, sha256: 'x', fileName: 'a.png' },
  };
  const failed: ConversationEvent = {
    type: 'MediaFetchFailed',
    data: { mediaId: uuid(81), code: 'gone', reason: 'It is gone.', remedy: 'Ask for it again.' },
  };
  const media = async () => {
    const entry = await byId(uuid(5_001));
    return entry && 'media' in entry ? entry.media : undefined;
  };

  it('is being fetched until it is stored', async () => {
    happens(image);
    expect(await media()).toMatchObject({ state: 'fetching', url: null, mimeType: 'image/jpeg' });
    happens(stored);
    expect(await media()).toEqual({
      mediaId: uuid(81),
      state: 'stored',
      url: `/media/${uuid(81)}`,
      fileName: 'a.png',
      mimeType: 'image/png',
      size: 12,
      reason: null,
    });
  });

  it('says why it could not be fetched, and is there when a later try worked', async () => {
    happens(image, failed);
    expect(await media()).toMatchObject({ state: 'failed', url: null, reason: 'It is gone. Ask for it again.' });
    happens(stored, failed);
    expect(await media()).toMatchObject({ state: 'stored' });
  });
});

describe('pages', () => {
  it('go back in time without a gap', async () => {
    happens(
      ...Array.from({ length: 8 }, (_, n) => message(n + 1)),
      message(3, { messageId: uuid(9_999), providerMessageId: 'p3b', orderKey: '000003b', late: true }),
    );
    const whole = (await entries()).map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, previousCursor } = await page(cursor, 3);
      paged.unshift(...items.map(({ id }) => id));
      cursor = previousCursor ?? undefined;
    } while (cursor);
    expect(whole).toHaveLength(10);
    expect(paged).toEqual(whole);
  });

  it('M-03: are empty for another tenant', async () => {
    happens(message(1));
    await entries();
    expect(
      (await listTimeline(server.database, { tenantId: OTHER_TENANT, conversationId: CONVERSATION, limit: 10, mediaUrl })).items,
    ).toEqual([]);
  });
});
