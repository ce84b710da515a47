import { listConversations } from '../agent-inbox/list-conversations.js';
import { ACCOUNT, anOffice, message, opened, QUEUE, SATO, text } from '../testing/a-day-at-the-desk.js';
import { projectAll, type ReadModelDatabase, startReadModelDatabase } from '../testing/read-model-database.js';
import { OTHER_TENANT, type RecordedLog, TENANT, uuid } from '../testing/recorded-log.js';
import { botsThatKeepWaiting } from './bots-that-keep-waiting.js';
import { findBotOfAccount } from './find-bots.js';

const BOT = uuid(70);
const CONVERSATION = uuid(101);
let server: ReadModelDatabase;
let log: RecordedLog;

beforeAll(async () => {
  server = await startReadModelDatabase();
});
beforeEach(async () => {
  await server.empty();
  log = anOffice();
  const settings = { name: 'Greeter', endpoint: null, appId: null, accountIds: [ACCOUNT], fields: [], deadlineSeconds: 10, script: null };
  log.record('external_bot', BOT, { type: 'BotAdded', data: { kind: 'built-in', ...settings } });
  log.record('conversation', CONVERSATION, opened(1));
  log.record('conversation', CONVERSATION, message(1));
  log.record('conversation', CONVERSATION, {
    type: 'ControlPassed',
    data: { to: 'bot', epoch: 1, reason: 'conversation opened', botId: BOT, queueId: QUEUE },
  });
});
afterAll(() => server.stop());

const view = async () =>
  (await listConversations(server.database, { viewer: { tenantId: TENANT, role: 'agent', agentId: SATO }, view: 'bot', limit: 50 })).items;
const later = new Date('2100-01-01T00:00:00.000Z');

describe('a bot at the desk', () => {
  it('M-189: stands under "handled by bot" and is no operator', async () => {
    await projectAll(server.database, log);
    expect(await view()).toMatchObject([{ id: CONVERSATION, status: 'bot', owner: null, bot: { id: BOT, name: 'Greeter' } }]);
    log.record('conversation', CONVERSATION, { type: 'ControlPassed', data: { to: 'nobody', epoch: 2, reason: 'bot silent', botId: BOT } });
    await projectAll(server.database, log);
    expect(await view()).toEqual([]);
  });

  it('M-181: is found by the account that it answers on, in its tenant', async () => {
    await projectAll(server.database, log);
    expect(await findBotOfAccount(server.database, TENANT, ACCOUNT)).toMatchObject({ id: BOT, name: 'Greeter' });
    expect(await findBotOfAccount(server.database, OTHER_TENANT, ACCOUNT)).toBeUndefined();
    expect(await findBotOfAccount(server.database, TENANT, uuid(99))).toBeUndefined();
  });

  it('is seen to keep its customer waiting, until it answers or has nothing to say', async () => {
    await projectAll(server.database, log);
    expect(await botsThatKeepWaiting(server.database, new Date(0), 10)).toEqual([]);
    expect(await botsThatKeepWaiting(server.database, later, 10)).toMatchObject([
      { conversationId: CONVERSATION, tenantId: TENANT, epoch: 1 },
    ]);
    log.record('conversation', CONVERSATION, {
      type: 'ReplyQueued',
      data: { replyId: uuid(5), botId: BOT, epoch: 1, turnId: uuid(6), content: text('hello') },
    });
    await projectAll(server.database, log);
    expect(await botsThatKeepWaiting(server.database, later, 10)).toEqual([]);
    log.record('conversation', CONVERSATION, message(2));
    log.record('conversation', CONVERSATION, { type: 'BotStayedSilent', data: { turnId: uuid(7), botId: BOT, epoch: 1 } });
    await projectAll(server.database, log);
    expect(await botsThatKeepWaiting(server.database, later, 10)).toEqual([]);
  });
});
