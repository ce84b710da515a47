import { contactPersonalFields, type ContactEvent, personalFields } from '@madoguchi/conversation';
import type { ConversationEvent } from '@madoguchi/conversation';
import { categoryOf, ERASED, type RecordedEvent } from '@madoguchi/event-sourcing';
import { conversationRows, findConversation } from './agent-inbox/find-conversation.js';
import { rebuildProjector } from './rebuild-projector.js';
import { deskProjectors } from './read-model-schema.js';
import { ACCOUNT, aBusyDay, message, opened, QUEUE, SATO, text } from './testing/a-day-at-the-desk.js';
import { fingerprint, projectAll, type ReadModelDatabase, startReadModelDatabase } from './testing/read-model-database.js';
import { type RecordedLog, TENANT, uuid } from './testing/recorded-log.js';
import { listTimeline } from './timeline/list-timeline.js';

const CONTACT = uuid(9_001);
const CONVERSATION = uuid(9_101);
const PICTURE = uuid(9_201);
const FILE = uuid(9_202);
const REPLY = uuid(9_301);

/** Everything that holds a word of a customer, in two of whose conversations the word CANARY stands. */
const aCustomer = (log: RecordedLog): void => {
  const happens = (...events: ConversationEvent[]) => events.forEach((event) => log.record('conversation', CONVERSATION, event));
  const known = (...events: ContactEvent[]) => events.forEach((event) => log.record('contact', CONTACT, event));
  const open = opened(900);
  happens(
    {
      ...open,
      data: { ...open.data, threadKey: `${ACCOUNT}/CANARY`, customerKey: 'CANARY', customerName: 'CANARY', contactId: CONTACT },
    } as ConversationEvent,
    message(901, {
      content: {
        type: 'image',
        media: { mediaId: FILE, source: { kind: 'platform', reference: 'CANARY' }, fileName: 'CANARY.png' },
        caption: 'CANARY',
      },
      providerMessageId: 'CANARY1',
    }),
    message(902, {
      content: text('CANARY'),
      providerMessageId: 'CANARY2',
      sender: { id: 'CANARY', name: 'CANARY' },
      replyTo: { providerMessageId: 'CANARY1' },
    }),
    { type: 'AgentRequested', data: { queueId: QUEUE, reason: 'first message' } },
    {
      type: 'CustomerMessageEdited',
      data: { providerMessageId: 'CANARY2', content: text('CANARY again'), editedAt: '2026-11-01T08:40:00.000Z' },
    },
    { type: 'CustomerReacted', data: { providerMessageId: 'CANARY1', reactions: ['👍'], reactedAt: '2026-11-01T08:41:00.000Z' } },
    { type: 'MediaStored', data: { mediaId: FILE, mimeType: 'image/png', size: 12, sha256: 'x', fileName: 'CANARY.png' } },
    { type: 'AgentReacted', data: { providerMessageId: 'CANARY1', agentId: SATO, reaction: '👍' } },
    { type: 'AgentReactionFailed', data: { providerMessageId: 'CANARY1', reaction: '👍', code: 'x', reason: 'CANARY', remedy: '' } },
    {
      type: 'ReplyQueued',
      data: { replyId: REPLY, agentId: SATO, content: text('dear CANARY'), replyTo: { providerMessageId: 'CANARY1' } },
    },
    { type: 'SendingStarted', data: { replyId: REPLY, attempt: 1, route: 'push' } },
    { type: 'ReplyAccepted', data: { replyId: REPLY, providerMessageIds: ['CANARY3'] } },
    { type: 'ReplyFailed', data: { replyId: REPLY, code: 'x', reason: 'CANARY has blocked us', remedy: 'none' } },
    { type: 'NoteAdded', data: { noteId: uuid(9_302), agentId: SATO, text: 'CANARY is angry' } },
  );
  known(
    { type: 'ContactProfileLearned', data: { displayName: 'CANARY', pictureUrl: 'https://x.example/CANARY', language: 'ja' } },
    { type: 'ContactPictureStored', data: { pictureUrl: 'https://x.example/CANARY', mediaId: PICTURE } },
  );
};

const erasure = (log: RecordedLog): void => {
  log.record('conversation', CONVERSATION, { type: 'ConversationClosed', data: { reason: 'customer erased' } });
  log.record('conversation', CONVERSATION, { type: 'ConversationErased', data: { erasureId: uuid(1) } });
  log.record('contact', CONTACT, { type: 'ContactErased', data: { erasureId: uuid(1), reason: 'customer request' } });
};

/** The same log as a reader finds it once the customer's key is destroyed. */
const withoutKey = (log: RecordedLog): void => {
  const fields: Record<string, Readonly<Record<string, readonly string[]>>> = {
    conversation: personalFields,
    contact: contactPersonalFields,
  };
  const streams = [`conversation-${CONVERSATION}`, `contact-${CONTACT}`];
  for (const [index, event] of log.events.entries()) {
    if (!streams.includes(event.stream)) continue;
    const personal = fields[categoryOf(event.stream)]?.[event.type] ?? [];
    const data = Object.fromEntries(
      Object.entries(event.data).map(([name, value]) => [name, personal.includes(name) ? ERASED : (value as unknown)]),
    );
    log.events[index] = { ...event, data } as RecordedEvent;
  }
};

describe('a person who is erased', () => {
  let server: ReadModelDatabase;
  beforeAll(async () => {
    server = await startReadModelDatabase();
  });
  afterAll(() => server?.stop());
  beforeEach(() => server.empty());

  const everything = async (): Promise<string> => {
    const rows: unknown[] = [];
    for (const table of deskProjectors.flatMap(({ tables }) => tables)) rows.push(await server.database.query(`select * from ${table}`));
    return JSON.stringify(rows);
  };
  const totals = async () => {
    const [row] = await server.database.query<Record<string, string>[]>(
      `select (select count(*) from agent_inbox_v3) conversations, (select count(*) from timeline_v2 where kind <> 'system') entries,
        (select json_agg(t order by t.day, t.queue_id) from
          (select opened_at::date::text as day, queue_id, count(*) from agent_inbox_v3 group by 1, 2) t)::text as per_queue_and_day`,
    );
    return row;
  };
  const rebuild = async (log: RecordedLog) => {
    for (const projector of deskProjectors) await rebuildProjector(server.database, projector);
    await projectAll(server.database, log, { batchSize: 7 });
  };

  it.each([1, 3, 1_000])(
    'leaves no word behind, and the same rows that a rebuild makes without the key, in batches of %i',
    async (batchSize) => {
      const log = aBusyDay(10);
      aCustomer(log);
      await projectAll(server.database, log, { batchSize });
      expect(await everything()).toContain('CANARY');
      const before = await totals();

      erasure(log);
      await projectAll(server.database, log, { batchSize });
      expect(await everything()).not.toContain('CANARY');
      expect(await totals()).toEqual(before);
      const live = await fingerprint(server.database);

      withoutKey(log);
      await rebuild(log);
      expect(await fingerprint(server.database)).toBe(live);
      expect(await totals()).toEqual(before);
    },
  );

  it('shows placeholders in its place, and everybody else as before', async () => {
    const log = aBusyDay(3);
    aCustomer(log);
    const others = async () =>
      (
        await conversationRows(
          server.database,
          TENANT,
          [1, 2, 3].map((n) => uuid(100 + n)),
        )
      ).sort((a, b) => (a.id < b.id ? -1 : 1));
    await projectAll(server.database, log);
    const before = await others();
    erasure(log);
    withoutKey(log);
    await rebuild(log);

    expect(await others()).toEqual(before);
    expect(await findConversation(server.database, TENANT, CONVERSATION)).toMatchObject({
      customer: { name: null, pictureUrl: null, erased: true },
      status: 'closed',
      lastMessage: null,
      earlier: [],
    });
    const { items } = await listTimeline(server.database, {
      tenantId: TENANT,
      conversationId: CONVERSATION,
      limit: 50,
      mediaUrl: (id) => id,
    });
    expect(
      items.map((entry) => ('content' in entry ? entry.content : 'text' in entry ? entry.text : 'what' in entry ? entry.what : '')),
    ).toEqual(['opened', ERASED, ERASED, 'agent requested', ERASED, ERASED, 'closed', 'erased']);
    expect(items.flatMap((entry) => ('files' in entry ? entry.files : []))).toEqual([]);
  });

  it('is a new person when they come back: nothing of theirs is shown with what was erased', async () => {
    const log = aBusyDay(1);
    aCustomer(log);
    erasure(log);
    withoutKey(log);
    const again = opened(900, { threadNumber: 2 });
    log.record('conversation', uuid(9_102), { ...again, data: { ...again.data, contactId: CONTACT } } as ConversationEvent);
    log.record('contact', CONTACT, { type: 'ContactProfileLearned', data: { displayName: 'back again' } });
    await projectAll(server.database, log);
    expect(await findConversation(server.database, TENANT, uuid(9_102))).toMatchObject({
      customer: { name: 'back again', erased: false },
      earlier: [],
    });
    expect(await findConversation(server.database, TENANT, CONVERSATION)).toMatchObject({ customer: { name: null, erased: true } });
  });
});
