import { type AgentEvent, DEFAULT_POLICY } from '@madoguchi/routing';
import { agentDirectory, findAgent } from '../agents/find-agents.js';
import { accountByWebhookKey, listIntegrationAccounts } from '../integration-accounts/find-integration-accounts.js';
import { liveFigures } from '../live-figures/find-live-figures.js';
import { accept, ACCOUNT, anOffice, IVANOVA, offer, QUEUE, SATO, text, waiting } from '../testing/a-day-at-the-desk.js';
import { projectAll, type ReadModelDatabase, startReadModelDatabase } from '../testing/read-model-database.js';
import { OTHER_TENANT, type RecordedLog, TENANT, uuid } from '../testing/recorded-log.js';
import { findOffer, listOffers } from './list-offers.js';

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

const happened = () => projectAll(server.database, log, { batchSize: 2 });

describe('offers', () => {
  it('are open until they are accepted, and take a place of the capacity', async () => {
    waiting(log, uuid(101), 1);
    offer(log, uuid(101), uuid(61));
    await happened();
    expect(await listOffers(server.database, TENANT, SATO)).toMatchObject([
      { offerId: uuid(61), conversation: { id: uuid(101), queue: { name: 'Sales' } }, explanation: { rule: 'longest waiting first' } },
    ]);
    expect(await findAgent(server.database, TENANT, SATO)).toMatchObject({ load: 1, capacity: 3, presence: 'available' });

    accept(log, uuid(101), uuid(61));
    await happened();
    expect(await listOffers(server.database, TENANT, SATO)).toEqual([]);
    expect(await findAgent(server.database, TENANT, SATO)).toMatchObject({ load: 1 });

    log.record('agent', SATO, { type: 'WorkReleased', data: { conversationId: uuid(101), why: 'closed' } });
    await happened();
    expect(await findAgent(server.database, TENANT, SATO)).toMatchObject({ load: 0 });
  });

  const ended = { offerId: uuid(61), conversationId: uuid(101) };
  it.each<AgentEvent>([
    { type: 'OfferDeclined', data: ended },
    { type: 'OfferLapsed', data: ended },
    { type: 'OfferWithdrawn', data: { ...ended, why: 'the customer left' } },
  ])('are gone after $type, with their place', async (event) => {
    waiting(log, uuid(101), 1);
    offer(log, uuid(101), uuid(61));
    log.record('agent', SATO, event);
    await happened();
    expect(await listOffers(server.database, TENANT, SATO)).toEqual([]);
    expect(await findAgent(server.database, TENANT, SATO)).toMatchObject({ load: 0 });
  });

  it('M-03: are found by nobody but their agent', async () => {
    waiting(log, uuid(101), 1);
    offer(log, uuid(101), uuid(61));
    await happened();
    expect(await findOffer(server.database, TENANT, SATO, uuid(61))).toBeDefined();
    expect(await findOffer(server.database, TENANT, IVANOVA, uuid(61))).toBeUndefined();
    expect(await findOffer(server.database, OTHER_TENANT, SATO, uuid(61))).toBeUndefined();
  });
});

describe('the directory', () => {
  it('names everybody with their queues', async () => {
    log.record('agent', SATO, { type: 'PresenceChanged', data: { presence: 'away', reason: 'lunch' } });
    log.record('agent', IVANOVA, { type: 'AgentChanged', data: { capacity: 5 } });
    await happened();
    expect((await agentDirectory(server.database, TENANT)).items).toMatchObject([
      { name: 'Ivanova', capacity: 5, presence: 'offline', queues: [] },
      { name: 'Sato', presence: 'away', reason: 'lunch', queues: [{ id: QUEUE, name: 'Sales' }] },
    ]);
    expect((await agentDirectory(server.database, OTHER_TENANT)).items).toEqual([]);
  });
});

describe('integration accounts', () => {
  it('are found by the key of their webhook, linked or not', async () => {
    await happened();
    expect(await accountByWebhookKey(server.database, `key-${ACCOUNT}`)).toMatchObject({
      id: ACCOUNT,
      tenantId: TENANT,
      linked: false,
      queueId: QUEUE,
    });
    expect(await accountByWebhookKey(server.database, 'another')).toBeNull();
    log.record('integration_account', ACCOUNT, { type: 'IntegrationAccountLinked', data: {} });
    log.record('integration_account', ACCOUNT, { type: 'IntegrationAccountRenamed', data: { name: 'Namba shop' } });
    await happened();
    expect(await accountByWebhookKey(server.database, `key-${ACCOUNT}`)).toMatchObject({ linked: true, name: 'Namba shop' });
    log.record('integration_account', ACCOUNT, { type: 'IntegrationAccountUnlinked', data: { reason: 'by hand' } });
    await happened();
    expect(await accountByWebhookKey(server.database, `key-${ACCOUNT}`)).toMatchObject({ linked: false, unlinkedReason: 'by hand' });
  });

  it('M-03: are listed for their tenant only', async () => {
    anOffice(OTHER_TENANT, log);
    await happened();
    expect((await listIntegrationAccounts(server.database, TENANT)).map(({ id }) => id)).toEqual([ACCOUNT]);
    expect(await listIntegrationAccounts(server.database, OTHER_TENANT)).toHaveLength(1);
  });
});

describe('live figures', () => {
  /** At the end of the log: a second passes with each event. */
  const figuresAfter = async (seconds: number, tenantId = TENANT) => {
    await happened();
    const now = new Date(Date.parse(log.events.at(-1)!.metadata.occurredAt) + seconds * 1_000);
    return liveFigures(server.database, tenantId, now, 'UTC');
  };
  const promised = (firstAnswerSeconds: number) => {
    const policy = { ...DEFAULT_POLICY, service: { ...DEFAULT_POLICY.service, firstAnswerSeconds } };
    log.record('queue', QUEUE, { type: 'QueuePolicySet', data: { version: 1, policy } });
  };
  const answers = (conversation: string, n: number) =>
    log.record('conversation', conversation, {
      type: 'ReplyQueued',
      data: { replyId: uuid(8_000 + n), agentId: SATO, content: text('answer') },
    });

  it('tell who waits, since when, and what an agent has in hand and before them', async () => {
    waiting(log, uuid(101), 1);
    const since = log.events.at(-1)!.metadata.occurredAt;
    waiting(log, uuid(102), 2);
    waiting(log, uuid(103), 3);
    offer(log, uuid(101), uuid(61));
    offer(log, uuid(102), uuid(62));
    accept(log, uuid(102), uuid(62));
    const weighed = { offerId: uuid(63), conversationId: uuid(104), queueId: QUEUE, expiresAt: since, weight: 25 };
    log.record('agent', SATO, {
      type: 'WorkOffered',
      data: { ...weighed, explanation: { rule: 'example', waitedSeconds: 0, candidates: [] } },
    });
    const { queues, agents } = await figuresAfter(0);
    expect(queues).toMatchObject([
      { id: QUEUE, name: 'Sales', waiting: 1, offered: 1, longestWaitSince: since, inHand: 1, agents: { serving: 1, available: 1 } },
    ]);
    expect(agents.map(({ id, load, inHand, offers, offersToday }) => [id, load, inHand, offers, offersToday.made])).toEqual([
      [IVANOVA, 0, 0, 0, 0],
      [SATO, 2.25, 1, 2, 3],
    ]);
    expect(await figuresAfter(0, OTHER_TENANT)).toMatchObject({ queues: [], agents: [] });
  });

  it('count answers by what was promised, and who waits too long now as late', async () => {
    promised(10);
    waiting(log, uuid(101), 1);
    answers(uuid(101), 1);
    answers(uuid(101), 2);
    waiting(log, uuid(102), 2);
    for (let second = 0; second < 12; second += 1)
      log.record('conversation', uuid(101), { type: 'LanguageCorrected', data: { agentId: SATO, language: 'ja' } });
    answers(uuid(102), 3);
    waiting(log, uuid(103), 3);
    expect((await figuresAfter(9)).queues[0]).toMatchObject({ today: { answered: 2, inTime: 1, late: 1, level: 0.5 } });
    expect((await figuresAfter(11)).queues[0]).toMatchObject({ today: { answered: 2, inTime: 1, late: 2, level: 1 / 3 } });
    log.record('conversation', uuid(103), { type: 'ConversationClosed', data: { reason: 'closed by bot' } });
    const later = await figuresAfter(3_700);
    expect(later.queues[0]).toMatchObject({
      goneToday: 1,
      today: { inTime: 1, late: 1 },
      lastHour: { answered: 0, inTime: 0, late: 0, level: null },
    });
    expect((await figuresAfter(86_400)).queues[0]).toMatchObject({ goneToday: 0, today: { answered: 0 } });
  });

  it('count what became of offers and what was handled, by queue and agent, and forget it after two days', async () => {
    waiting(log, uuid(101), 1);
    const ended = (type: 'OfferDeclined' | 'OfferLapsed', n: number) => {
      offer(log, uuid(101), uuid(n));
      log.record('agent', SATO, { type, data: { offerId: uuid(n), conversationId: uuid(101) } });
    };
    ended('OfferDeclined', 61);
    ended('OfferLapsed', 62);
    offer(log, uuid(101), uuid(63));
    accept(log, uuid(101), uuid(63));
    log.record('conversation', uuid(101), { type: 'ConversationClosed', data: { reason: 'closed by agent' } });
    log.record('agent', SATO, { type: 'WorkReleased', data: { conversationId: uuid(101), why: 'closed' } });
    const counted = { offersToday: { made: 3, accepted: 1, declined: 1, lapsed: 1 }, handledToday: 1 };
    const { queues, agents } = await figuresAfter(0);
    expect(queues[0]).toMatchObject({ ...counted, waiting: 0, inHand: 0 });
    expect(agents.find(({ id }) => id === SATO)).toMatchObject({ ...counted, load: 0 });
    const rows = async () => (await server.database.query<{ n: number }[]>('select count(*)::int as n from live_counts_v1'))[0]!.n;
    expect(await rows()).toBeGreaterThan(0);
    log.pass(3 * 86_400);
    waiting(log, uuid(102), 2);
    offer(log, uuid(102), uuid(64));
    await happened();
    expect(await rows()).toBe(1);
  });
});
