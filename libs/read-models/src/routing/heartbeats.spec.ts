import { anOffice, SATO } from '../testing/a-day-at-the-desk.js';
import { projectAll, type ReadModelDatabase, startReadModelDatabase } from '../testing/read-model-database.js';
import { type RecordedLog, TENANT } from '../testing/recorded-log.js';
import { lostAgents, recordHeartbeats } from './heartbeats.js';
import { routingProjector } from './routing.projector.js';

let server: ReadModelDatabase;
let log: RecordedLog;

beforeAll(async () => {
  server = await startReadModelDatabase();
});
afterAll(() => server.stop());
beforeEach(async () => {
  for (const table of [...routingProjector.tables, 'routing_heartbeats', 'projector_checkpoints'])
    await server.database.query(`delete from ${table}`);
  log = anOffice();
});

/** The page of the agent is heard of, for the last time, just after what has happened until now. */
const heardOf = () => recordHeartbeats(server.database, TENANT, [SATO], new Date(Date.parse(log.events.at(-1)!.recordedAt) + 500));
const goes = (presence: 'available' | 'away' | 'offline', reason?: string) =>
  log.record('agent', SATO, { type: 'PresenceChanged', data: { presence, ...(reason === undefined ? {} : { reason }) } });
const lost = async () => {
  await projectAll(server.database, log, { projectors: [routingProjector] });
  const nextDay = new Date(Date.parse(log.events.at(-1)!.recordedAt) + 86_400_000);
  return (await lostAgents(server.database, nextDay, 100)).map(({ agentId }) => agentId);
};

describe('an agent of whom nothing is heard any more', () => {
  it.each([
    ['lets an offer lapse', 'not responding'],
    ['has gone to lunch', 'lunch'],
  ])('is lost, also when the agent %s after that', async (_what, reason) => {
    await heardOf();
    goes('away', reason);
    expect(await lost()).toEqual([SATO]);
  });

  it('is lost after any number of changes, until offline', async () => {
    await heardOf();
    goes('away', 'lunch');
    goes('available');
    goes('away', 'not responding');
    expect(await lost()).toEqual([SATO]);
    goes('offline', 'connection lost');
    expect(await lost()).toEqual([]);
  });

  it('is not lost when the agent came back after that and works without a page', async () => {
    await heardOf();
    goes('offline', 'connection lost');
    goes('available');
    goes('away', 'lunch');
    expect(await lost()).toEqual([]);
  });

  it('is not lost who never had a page', async () => {
    goes('away', 'lunch');
    expect(await lost()).toEqual([]);
  });
});
