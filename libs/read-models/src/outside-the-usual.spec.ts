import { randomBytes } from 'node:crypto';
import type { ConversationEvent } from '@madoguchi/conversation';
import { listTimeline } from './timeline/list-timeline.js';
import { anOffice, message, opened, QUEUE, text, waiting } from './testing/a-day-at-the-desk.js';
import { fingerprint, projectAll, type ReadModelDatabase, startReadModelDatabase } from './testing/read-model-database.js';
import { type RecordedLog, TENANT, uuid } from './testing/recorded-log.js';
import { routingProjector } from './routing/routing.projector.js';
import { waitingRooms } from './routing/waiting-conversations.js';

const CONVERSATION = uuid(101);
const OTHER = uuid(102);
/** Random: PostgreSQL cannot compress it away. */
const LONG = randomBytes(4_000).toString('base64');

let server: ReadModelDatabase;
let log: RecordedLog;

beforeAll(async () => {
  server = await startReadModelDatabase();
});
beforeEach(async () => {
  await server.empty();
  for (const table of routingProjector.tables) await server.database.query(`delete from ${table}`);
  log = anOffice();
});
afterAll(() => server.stop());

const happens = (...events: ConversationEvent[]) => {
  for (const event of events) log.record('conversation', CONVERSATION, event);
};

const entries = async () => {
  await projectAll(server.database, log);
  const { items } = await listTimeline(server.database, {
    tenantId: TENANT,
    conversationId: CONVERSATION,
    limit: 50,
    mediaUrl: (id) => `/media/${id}`,
  });
  return items.filter((entry) => entry.kind === 'customer message');
};

describe('what stands in a log and no index or column takes', () => {
  it.each([
    ['+033658-09-27T01:46:40.000Z', '9999-12-31T23:59:59.999Z'],
    [new Date(8.64e15).toISOString(), '9999-12-31T23:59:59.999Z'],
    ['0000-01-01T00:00:00.000Z', '0001-01-01T00:00:00.000Z'],
    ['-000001-12-31T12:00:00.000Z', '0001-01-01T00:00:00.000Z'],
  ])('a message of %s is shown, and what comes behind it', async (sentAt, at) => {
    happens(opened(1), message(1, { sentAt }), message(2, { sentAt, late: true }), {
      type: 'CustomerMessageUnsent',
      data: { providerMessageId: 'p1', unsentAt: sentAt },
    });
    happens({ type: 'CustomerReacted', data: { providerMessageId: 'p2', reactions: ['👍'], reactedAt: sentAt } });
    happens({ type: 'CustomerMessageEdited', data: { providerMessageId: 'p2', content: text('edited'), editedAt: sentAt } });
    happens(message(3));
    expect(await entries()).toMatchObject([
      { at, unsentAt: at },
      { at, reactions: ['👍'], content: text('edited') },
      { content: text('message 3') },
    ]);
  });

  it('ids and order keys of any length find their message, and keep the order of the platform', async () => {
    const id = (n: number) => `${n}${LONG}`;
    const long = (n: number) => message(n, { providerMessageId: id(n), orderKey: `00000${n}-${LONG}` });
    const late = message(2, { providerMessageId: id(2), orderKey: `000002-${LONG}`, late: true });
    happens(opened(1), long(1), long(3), late);
    happens({ type: 'CustomerReacted', data: { providerMessageId: id(1), reactions: ['👍'], reactedAt: '2026-11-01T08:30:00.000Z' } });
    happens({ type: 'CustomerMessageUnsent', data: { providerMessageId: id(3), unsentAt: '2026-11-01T08:30:00.000Z' } });
    const shown = await entries();
    expect(shown).toMatchObject([
      { providerMessageId: id(1), reactions: ['👍'], unsentAt: null },
      { content: text('message 2'), reactions: [], unsentAt: null },
      { providerMessageId: id(3), reactions: [], unsentAt: '2026-11-01T08:30:00.000Z' },
    ]);
    const before = await fingerprint(server.database);
    await server.empty();
    await projectAll(server.database, log, { batchSize: 1 });
    expect(await fingerprint(server.database)).toBe(before);
  });

  it('a thread of a key of any length is listed', async () => {
    const event = opened(1);
    if (event.type !== 'ConversationOpened') throw new Error(event.type);
    happens({ ...event, data: { ...event.data, threadKey: LONG, customerKey: LONG } }, message(1));
    expect(await entries()).toHaveLength(1);
    expect(await server.database.query('select id from agent_inbox_v3')).toEqual([{ id: CONVERSATION }]);
  });

  it('those who ask for more skills than an index takes wait beside the others, in one line', async () => {
    const skills = Array.from({ length: 20 }, () => randomBytes(100).toString('hex'));
    happens(opened(1));
    happens({ type: 'AgentRequested', data: { queueId: QUEUE, reason: 'handed over', skills } });
    waiting(log, OTHER, 2);
    await projectAll(server.database, log, { projectors: [routingProjector] });
    const [room] = await waitingRooms(server.database, 100, new Date());
    expect(room?.waiting).toMatchObject([
      { conversationId: CONVERSATION, skills },
      { conversationId: OTHER, skills: [] },
    ]);
  });

  it('a kind of any length lies on the shelf', async () => {
    const data = { accountId: uuid(20), kind: LONG, receivedAt: '2026-11-01T09:00:00.000Z' };
    (log.record as (category: string, id: string, event: object) => void).call(log, 'shelf', uuid(200), {
      type: 'WebhookItemShelved',
      data,
    });
    await projectAll(server.database, log);
    expect(await server.database.query('select id from account_shelf_v2')).toEqual([{ id: uuid(200) }]);
  });

  it('what is long, and has always had room, stands as it is', async () => {
    const providerMessageId = 'x'.repeat(1_900);
    happens(opened(1), { type: 'CustomerMessageUnsent', data: { providerMessageId, unsentAt: '2026-11-01T08:30:00.000Z' } });
    await projectAll(server.database, log);
    expect(await server.database.query('select provider_message_id as id from timeline_marks_v2')).toEqual([{ id: providerMessageId }]);
  });
});
