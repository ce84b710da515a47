import type { AgentEvent } from '@madoguchi/routing';
import { agentDirectory, findAgent } from '../agents/find-agents.js';
import { accountByWebhookKey, listIntegrationAccounts } from '../integration-accounts/find-integration-accounts.js';
import { accept, ACCOUNT, anOffice, IVANOVA, offer, QUEUE, SATO, waiting } from '../testing/a-day-at-the-desk.js';
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
