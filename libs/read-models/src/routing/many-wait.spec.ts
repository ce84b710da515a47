import { Room } from '@madoguchi/routing';
import { anOffice, opened, QUEUE, SATO } from '../testing/a-day-at-the-desk.js';
import { projectAll, type ReadModelDatabase, startReadModelDatabase } from '../testing/read-model-database.js';
import { OTHER_TENANT, RecordedLog, TENANT, uuid } from '../testing/recorded-log.js';
import { setPolicy } from '../testing/set-policy.js';
import { routingProjector } from './routing.projector.js';
import { waitingRooms } from './waiting-conversations.js';

const LIMIT = 500;
const OTHER_QUEUE = uuid(2_010);
const FREE = uuid(2_031);
const LAST = uuid(2_101);

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
  log.record('agent', SATO, { type: 'AgentChanged', data: { capacity: 25 } });
});

const id = (n: number) => uuid(100_000 + n);
const wait = (conversation: string, n: number, asked: object, tenantId = TENANT, queueId = QUEUE) => {
  log.record('conversation', conversation, opened(n), tenantId);
  const requested = { type: 'AgentRequested' as const, data: { queueId, reason: 'transferred' as const, ...asked } };
  return log.record('conversation', conversation, requested, tenantId);
};

/** A free agent of a queue of its own, and one customer, who has waited for the shortest time of all. */
const oneMore = (tenantId: string) => {
  log.record('queue', OTHER_QUEUE, { type: 'QueueCreated', data: { name: 'Other', offerSeconds: 30 } }, tenantId);
  log.record('agent', FREE, { type: 'AgentRegistered', data: { name: 'Free', capacity: 3, queueIds: [OTHER_QUEUE] } }, tenantId);
  log.record('agent', FREE, { type: 'PresenceChanged', data: { presence: 'available' } }, tenantId);
  return wait(LAST, 9_000, {}, tenantId, OTHER_QUEUE);
};

const rooms = async (limit = LIMIT) => {
  await projectAll(server.database, log, { projectors: [routingProjector] });
  return waitingRooms(server.database, limit, new Date(log.events.at(-1)!.recordedAt));
};

const decided = async () =>
  (await rooms()).flatMap(({ agents, queues, waiting }) => {
    const room = new Room(agents, queues, waiting, new Date(log.events.at(-1)!.recordedAt));
    const decisions: string[] = [];
    for (let decision = room.next(); decision; decision = room.next()) decisions.push(`${decision.agentId} ${decision.conversationId}`);
    return decisions;
  });

describe.each([
  ['another queue', TENANT],
  ['another tenant', OTHER_TENANT],
])('more than can be looked at in one round keep nobody of %s waiting', (_whose, tenantId) => {
  it('while they are kept for colleagues who are not there', async () => {
    setPolicy(log, QUEUE, { preferredHoldSeconds: 86_400 });
    for (let n = 0; n < 600; n += 1) wait(id(n), n, { preferredAgentId: uuid(700 + (n % 30)) });
    oneMore(tenantId);
    expect(await decided()).toEqual([`${FREE} ${LAST}`]);
  });

  it('while they ask for what nobody can do, each for something else', async () => {
    for (let n = 0; n < 600; n += 1) wait(id(n), n, { skills: [`skill ${n}`] });
    oneMore(tenantId);
    expect(await decided()).toEqual([`${FREE} ${LAST}`]);
  });

  it('while their queue is closed', async () => {
    log.record('business_hours', uuid(2_050), {
      type: 'BusinessHoursDefined',
      data: { name: 'Never', hours: { timeZone: 'Asia/Tokyo', week: {}, holidays: [], exceptions: [] } },
    });
    setPolicy(log, QUEUE, { businessHoursId: uuid(2_050), outsideHours: 'wait' });
    for (let n = 0; n < 600; n += 1) wait(id(n), n, { skills: [`skill ${n % 30}`] });
    oneMore(tenantId);
    expect(await decided()).toEqual([`${FREE} ${LAST}`]);
  });

  it('while whoever serves them is off duty', async () => {
    log.record('business_hours', uuid(2_050), {
      type: 'BusinessHoursDefined',
      data: { name: 'Never', hours: { timeZone: 'Asia/Tokyo', week: {}, holidays: [], exceptions: [] } },
    });
    log.record('agent', SATO, { type: 'AgentChanged', data: { workingHoursId: uuid(2_050) } });
    for (let n = 0; n < 600; n += 1) wait(id(n), n, { skills: [`skill ${n % 30}`] });
    oneMore(tenantId);
    expect(await decided()).toEqual([`${FREE} ${LAST}`]);
  });
});

describe('those who wait', () => {
  it('are seen when their agent is there, or nobody is waited for any more; one who declined is not waited for', async () => {
    setPolicy(log, QUEUE, { preferredHoldSeconds: 86_400 });
    wait(id(1), 1, { preferredAgentId: SATO });
    setPolicy(log, QUEUE, { preferredHoldSeconds: 0 });
    wait(id(2), 2, { preferredAgentId: uuid(700) });
    expect(await decided()).toEqual([`${SATO} ${id(1)}`, `${SATO} ${id(2)}`]);
  });

  it('say that others wait behind them only when these are not here, in what is asked for or in the queue', async () => {
    for (let n = 1; n <= 6; n += 1) wait(id(n), n, { skills: [n % 2 ? 'a' : 'b'] });
    const seen = async (limit: number) =>
      (await rooms(limit)).flatMap(({ waiting }) =>
        waiting.map(({ conversationId, moreBehind }) => [Number(conversationId.slice(-3)), moreBehind]),
      );
    expect(await seen(6)).toEqual([1, 2, 3, 4, 5, 6].map((n) => [n, false]));
    expect(await seen(3)).toEqual([
      [1, false],
      [2, true],
      [3, true],
    ]);
    expect(await seen(1)).toEqual([[1, true]]);
  });
});
