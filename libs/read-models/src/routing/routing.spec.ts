import { accept, anOffice, explanation, offer, opened, QUEUE, SATO, waiting } from '../testing/a-day-at-the-desk.js';
import { fingerprint, projectAll, type ReadModelDatabase, startReadModelDatabase } from '../testing/read-model-database.js';
import { OTHER_TENANT, RecordedLog, TENANT, uuid } from '../testing/recorded-log.js';
import { routingProjector } from './routing.projector.js';
import { unsettledOffers } from './unsettled-offers.js';
import { waitingRooms } from './waiting-conversations.js';

let server: ReadModelDatabase;
let log: RecordedLog;

beforeAll(async () => {
  server = await startReadModelDatabase();
});
afterAll(() => server.stop());
beforeEach(async () => {
  for (const table of routingProjector.tables) await server.database.query(`delete from ${table}`);
  await server.database.query('delete from projector_checkpoints');
  log = anOffice();
});

const project = (batchSize?: number) => projectAll(server.database, log, { projectors: [routingProjector], batchSize });
const rooms = () => waitingRooms(server.database, 100, new Date('2026-11-01T09:30:00Z'));
const steps = async (now = '2026-11-01T09:59:59.999Z') =>
  (await unsettledOffers(server.database, new Date(now), 100)).map(({ offer: { id }, step }) => [id, step.do]);

const A = uuid(101);
const B = uuid(102);
const FIRST = uuid(6_001);
const SECOND = uuid(6_002);
const workOffered = (offerId: string, conversationId: string) =>
  log.record('agent', SATO, {
    type: 'WorkOffered',
    data: { offerId, conversationId, queueId: QUEUE, expiresAt: '2026-11-01T10:00:00.000Z', explanation },
  });

describe('the waiting room of routing', () => {
  it('holds who waits, longest first, with everybody who serves the queue', async () => {
    waiting(log, A, 1);
    waiting(log, B, 2);
    await project();
    const [room] = await rooms();
    expect(room).toMatchObject({
      tenantId: TENANT,
      waiting: [
        {
          conversationId: A,
          queueId: QUEUE,
          rounds: 0,
          hadBefore: [],
          offerSeconds: 30,
          waitingSince: Date.parse('2026-11-01T09:00:09.000Z'),
        },
        { conversationId: B },
      ],
      agents: [{ agentId: SATO, presence: 'available', capacity: 3, taken: 0, version: 2, queueIds: [QUEUE] }],
    });
  });

  it('is empty while nobody is free, and holds no more than there are places', async () => {
    for (let n = 1; n <= 5; n += 1) waiting(log, uuid(100 + n), n);
    await project();
    expect((await rooms())[0]?.waiting).toHaveLength(3);
    log.record('agent', SATO, { type: 'AgentChanged', data: { capacity: 1 } });
    await project();
    expect((await rooms())[0]?.waiting.map(({ conversationId }) => conversationId)).toEqual([A]);
    log.record('agent', SATO, { type: 'PresenceChanged', data: { presence: 'away' } });
    await project();
    expect(await rooms()).toEqual([]);
  });

  it('keeps the waiting time of a conversation that comes back, and who had it', async () => {
    waiting(log, A, 1);
    offer(log, A, FIRST);
    await project();
    expect(await rooms()).toEqual([]);
    log.record('agent', SATO, { type: 'OfferDeclined', data: { offerId: FIRST, conversationId: A } });
    log.record('conversation', A, { type: 'OfferReturned', data: { offerId: FIRST, agentId: SATO, outcome: 'declined' } });
    await project();
    expect((await rooms())[0]?.waiting).toMatchObject([
      { conversationId: A, rounds: 1, hadBefore: [SATO], waitingSince: Date.parse('2026-11-01T09:00:09.000Z') },
    ]);
  });

  it('leaves out a conversation whose offer is still on its way, and one without a queue', async () => {
    waiting(log, A, 1);
    workOffered(FIRST, A);
    log.record('conversation', B, opened(2));
    await project();
    expect(await rooms()).toEqual([]);
  });

  it('counts offers and work in hand until they are released', async () => {
    for (let n = 1; n <= 3; n += 1) waiting(log, uuid(100 + n), n);
    offer(log, A, FIRST);
    accept(log, A, FIRST);
    offer(log, B, SECOND);
    await project();
    expect((await rooms())[0]?.agents).toMatchObject([{ taken: 200, lastAssignedAt: '2026-11-01T09:00:18.000Z' }]);
    log.record('conversation', A, { type: 'ConversationClosed', data: { reason: 'closed by agent' } });
    log.record('agent', SATO, { type: 'WorkReleased', data: { conversationId: A, why: 'the conversation is closed' } });
    log.record('agent', SATO, { type: 'OfferLapsed', data: { offerId: SECOND, conversationId: B } });
    await project();
    expect((await rooms())[0]?.agents).toMatchObject([{ taken: 0 }]);
  });

  it('M-03: keeps the tenants apart', async () => {
    waiting(log, A, 1);
    log.record('agent', uuid(33), { type: 'AgentRegistered', data: { name: 'Stranger', capacity: 3, queueIds: [QUEUE] } }, OTHER_TENANT);
    log.record('agent', uuid(33), { type: 'PresenceChanged', data: { presence: 'available' } }, OTHER_TENANT);
    await project();
    expect((await rooms()).map(({ tenantId, agents }) => [tenantId, agents.map(({ agentId }) => agentId)])).toEqual([[TENANT, [SATO]]]);
  });
});

describe('offers that something follows from', () => {
  beforeEach(() => waiting(log, A, 1));

  it('are those that the conversation does not know, with all that is needed to tell it', async () => {
    workOffered(FIRST, A);
    await project();
    expect(await unsettledOffers(server.database, new Date('2026-11-01T09:30:00Z'), 100)).toMatchObject([
      { step: { do: 'tell' }, offer: { id: FIRST, tenantId: TENANT, agentId: SATO, conversationId: A, queueId: QUEUE, explanation } },
    ]);
  });

  it('are those whose time is over, from the stored deadline', async () => {
    offer(log, A, FIRST);
    await project();
    expect(await steps()).toEqual([]);
    expect(await steps('2026-11-01T10:00:00.000Z')).toEqual([[FIRST, 'lapse']]);
  });

  it('are those that were accepted, until the conversation is assigned', async () => {
    offer(log, A, FIRST);
    log.record('agent', SATO, { type: 'OfferAccepted', data: { offerId: FIRST, conversationId: A } });
    await project();
    expect(await steps('2026-11-01T11:00:00.000Z')).toEqual([[FIRST, 'assign']]);
    log.record('conversation', A, { type: 'ConversationAssigned', data: { agentId: SATO, offerId: FIRST } });
    await project();
    expect(await steps('2026-11-01T11:00:00.000Z')).toEqual([]);
  });

  it.each(['OfferDeclined', 'OfferLapsed'] as const)('are those after %s, until the conversation has them back', async (type) => {
    offer(log, A, FIRST);
    log.record('agent', SATO, { type, data: { offerId: FIRST, conversationId: A } });
    await project();
    expect(await steps()).toEqual([[FIRST, 'return']]);
    log.record('conversation', A, { type: 'OfferReturned', data: { offerId: FIRST, agentId: SATO, outcome: 'declined' } });
    await project();
    expect(await steps()).toEqual([]);
  });

  it('are those of a conversation that is closed; then nothing of it is kept', async () => {
    waiting(log, B, 2);
    offer(log, A, FIRST);
    accept(log, A, FIRST);
    offer(log, B, SECOND);
    log.record('conversation', A, { type: 'ConversationClosed', data: { reason: 'closed by agent' } });
    log.record('conversation', B, { type: 'ConversationClosed', data: { reason: 'too long' } });
    await project();
    expect(await steps()).toEqual([
      [FIRST, 'release'],
      [SECOND, 'withdraw'],
    ]);
    log.record('agent', SATO, { type: 'WorkReleased', data: { conversationId: A, why: 'the conversation is closed' } });
    log.record('agent', SATO, { type: 'OfferWithdrawn', data: { offerId: SECOND, conversationId: B, why: 'the conversation is closed' } });
    await project();
    expect(await server.database.query('select id from routing_offers_v2 union select id from routing_conversations_v2')).toEqual([]);
  });
});

describe('the projector of routing', () => {
  it('writes the same rows whatever the borders of the batches', async () => {
    for (let n = 1; n <= 30; n += 1) {
      const [conversation, offerId] = [uuid(100 + n), uuid(6_000 + n)];
      waiting(log, conversation, n);
      if (n % 2) offer(log, conversation, offerId);
      if (n % 3 === 1) accept(log, conversation, offerId);
      if (n % 6 === 5) log.record('agent', SATO, { type: 'OfferLapsed', data: { offerId, conversationId: conversation } });
      if (n % 5 === 0) log.record('conversation', conversation, { type: 'ConversationClosed', data: { reason: 'closed by agent' } });
      if (n % 30 === 25) log.record('agent', SATO, { type: 'WorkReleased', data: { conversationId: conversation, why: 'closed' } });
    }
    const prints = new Set<string>();
    for (const batchSize of [1, 7, 1_000]) {
      for (const table of routingProjector.tables) await server.database.query(`delete from ${table}`);
      await server.database.query('delete from projector_checkpoints');
      await project(batchSize);
      prints.add(await fingerprint(server.database, [routingProjector]));
    }
    expect(prints.size).toBe(1);
  });

  it('finds what it acts on by index', async () => {
    const plans = await server.database.transaction(async (transaction) => {
      await transaction.query('set local enable_seqscan = off');
      return transaction.query<{ 'QUERY PLAN': string }[]>(
        `explain select * from routing_offers_v2 where not settled or (state = 'open' and expires_at <= now())`,
      );
    });
    const plan = plans.map((line) => line['QUERY PLAN']).join('\n');
    expect(plan).toContain('routing_offers_v2_unsettled');
    expect(plan).toContain('routing_offers_v2_open');
  });
});
