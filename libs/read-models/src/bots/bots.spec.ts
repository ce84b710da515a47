import { lineOf } from '@madoguchi/conversation';
import { isErased } from '@madoguchi/event-sourcing';
import { listConversations } from '../agent-inbox/list-conversations.js';
import { ACCOUNT, anOffice, message, opened, QUEUE, SATO, text } from '../testing/a-day-at-the-desk.js';
import { projectAll, type ReadModelDatabase, startReadModelDatabase } from '../testing/read-model-database.js';
import { OTHER_TENANT, type RecordedLog, TENANT, uuid } from '../testing/recorded-log.js';
import { listTimeline } from '../timeline/list-timeline.js';
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

  it('M-188: what it says at its platform stands among what the customer says, in order, as the bot’s, and answers the wait', async () => {
    const wrote = (n: number, orderKey: string, late?: true) => ({
      type: 'OtherAppWrote' as const,
      data: {
        messageId: uuid(200 + n),
        providerMessageId: `b${n}`,
        content: text(`bot ${n}`),
        sentAt: new Date(Date.UTC(2026, 10, 23, 10, n)).toISOString(),
        orderKey,
        appId: '99',
        botId: BOT,
        late,
      },
    });
    const [first] = [message(1)].map((event) => (event.type === 'CustomerMessageReceived' ? event.data.orderKey : ''));
    log.record('conversation', CONVERSATION, wrote(1, `${first}b`));
    log.record('conversation', CONVERSATION, message(2));
    log.record('conversation', CONVERSATION, wrote(2, `${first}c`, true));
    log.record('conversation', CONVERSATION, {
      type: 'ThreadControlRequested',
      data: { at: new Date(0).toISOString(), appId: '99', botId: BOT },
    });
    log.record('conversation', CONVERSATION, {
      type: 'ThreadControlTried',
      data: {
        action: 'take',
        epoch: 1,
        outcome: 'refused',
        at: new Date(0).toISOString(),
        code: 'no',
        reason: 'No role.',
        remedy: 'Change it.',
      },
    });
    await projectAll(server.database, log);
    const query = { tenantId: TENANT, conversationId: CONVERSATION, limit: 50, mediaUrl: (id: string) => id };
    const { items } = await listTimeline(server.database, query);
    const lines = items.map((entry) =>
      'content' in entry && !isErased(entry.content) ? lineOf(entry.content) : 'what' in entry ? entry.what : '',
    );
    expect(lines.slice(lines.indexOf('given to bot'))).toEqual([
      'given to bot',
      'bot 1',
      'bot 2',
      lines.at(-3),
      'thread wanted',
      'thread not moved',
    ]);
    expect(items.filter(({ kind }) => kind === 'reply')).toMatchObject([
      { agent: null, bot: { id: BOT, name: 'Greeter' }, delivery: 'accepted' },
      { agent: null, bot: { id: BOT } },
    ]);
    expect(items.at(-1)).toMatchObject({ what: 'thread not moved', summary: 'No role. Change it.' });
    expect(await view()).toMatchObject([{ status: 'bot', owner: null, waitingSince: null }]);
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
