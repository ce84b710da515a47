import type { Hours } from '@madoguchi/accounts';
import { DEFAULT_POLICY, type QueuePolicy } from '@madoguchi/routing';
import { listConversations } from '../agent-inbox/list-conversations.js';
import { anOffice, message, opened, QUEUE, SATO, text } from '../testing/a-day-at-the-desk.js';
import { fingerprint, projectAll, type ReadModelDatabase, startReadModelDatabase } from '../testing/read-model-database.js';
import { OTHER_TENANT, type RecordedLog, TENANT, uuid } from '../testing/recorded-log.js';
import { clocksProjector } from './clocks.projector.js';
import { dueClocks } from './due-clocks.js';

const [A, B, HOURS] = [uuid(101), uuid(102), uuid(80)];
const service = { firstAnswerSeconds: 600, nextAnswerSeconds: 300, resolutionSeconds: 7_200, warnAtPercent: 80 };
const berlin: Hours = { timeZone: 'Europe/Berlin', week: { 1: [{ from: '09:00', to: '17:00' }] }, holidays: [], exceptions: [] };
const reply = { type: 'ReplyQueued', data: { replyId: uuid(70), agentId: SATO, content: text('answer') } } as const;
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

const policy = (version: number, wanted: Partial<QueuePolicy>, tenantId?: string) =>
  log.record('queue', QUEUE, { type: 'QueuePolicySet', data: { version, policy: { ...DEFAULT_POLICY, ...wanted } } }, tenantId);
const waits = (id: string, n: number, tenantId?: string) => {
  log.record('conversation', id, opened(n), tenantId);
  log.record('conversation', id, message(n), tenantId);
  log.record('conversation', id, { type: 'AgentRequested', data: { queueId: QUEUE, reason: 'first message' } }, tenantId);
};
const breached = (dueAt: string) =>
  ({ type: 'SlaBreached', data: { target: 'first answer', since: 2, dueAt, queueId: QUEUE, policyVersion: 1 } }) as const;
const project = (batchSize?: number) => projectAll(server.database, log, { projectors: [clocksProjector], batchSize });
const due = async (at: string) =>
  (await dueClocks(server.database, new Date(at), 10)).map(({ conversationId, action }) => [
    conversationId,
    action.do === 'record' ? action.passed.map(({ what, dueAt }) => `${what} ${dueAt}`) : action.do,
  ]);
const slas = async () => {
  await projectAll(server.database, log);
  const { items } = await listConversations(server.database, {
    viewer: { tenantId: TENANT, role: 'admin', agentId: null },
    view: 'all',
    limit: 10,
  });
  return items.map(({ sla }) => sla);
};

describe('the clocks of conversations', () => {
  it('tell when something is due, longest due first, and by which rules', async () => {
    policy(1, { service });
    waits(A, 1);
    waits(B, 2);
    await project();
    expect(await due('2026-11-01T09:08:08.999Z')).toEqual([]);
    expect(await due('2026-11-01T09:10:10.000Z')).toEqual([
      [A, ['warning 2026-11-01T09:10:09.000Z', 'breach 2026-11-01T09:10:09.000Z']],
      [B, ['warning 2026-11-01T09:10:12.000Z']],
    ]);
    expect(await dueClocks(server.database, new Date('2026-11-01T10:00:00.000Z'), 1)).toMatchObject([
      { conversationId: A, tenantId: TENANT, seen: 3, action: { passed: [{ policyVersion: 1, queueId: QUEUE }, {}] } },
    ]);
  });

  it('are shown in the desk: what comes next, warned, missed, paused, over', async () => {
    policy(1, { service });
    waits(A, 1);
    const dueAt = '2026-11-01T09:10:09.000Z';
    expect(await slas()).toEqual([{ kind: 'first answer', dueAt, state: 'running' }]);
    log.record('conversation', A, breached(dueAt));
    expect(await slas()).toEqual([{ kind: 'first answer', dueAt, state: 'breached' }]);
    log.record('conversation', A, reply);
    expect(await slas()).toEqual([{ kind: 'resolution', dueAt: null, state: 'paused' }]);
    waits(B, 2);
    policy(2, {});
    expect(await slas()).toEqual([null, null]);
  });

  it('follow a changed policy and changed hours, over the end of summer time', async () => {
    log.record('business_hours', HOURS, { type: 'BusinessHoursDefined', data: { name: 'Open', hours: berlin } });
    policy(1, { service, businessHoursId: HOURS });
    waits(A, 1);
    await project();
    expect(await due('2026-11-02T08:09:59.999Z')).toEqual([[A, ['warning 2026-11-02T08:10:00.000Z']]]);
    log.record('business_hours', HOURS, {
      type: 'BusinessHoursChanged',
      data: { hours: { ...berlin, exceptions: [{ on: '2026-11-02', periods: [] }] } },
    });
    await project();
    expect(await due('2026-11-09T08:09:59.999Z')).toEqual([[A, ['warning 2026-11-09T08:10:00.000Z']]]);
    policy(2, {});
    await project();
    expect(await due('2026-12-09T08:10:00.000Z')).toEqual([]);
  });

  it('of a closed conversation stay until what passed is recorded', async () => {
    policy(1, { service: { ...service, firstAnswerSeconds: 1, warnAtPercent: 100 } });
    waits(A, 1);
    log.record('conversation', A, reply);
    log.record('conversation', A, { type: 'ConversationClosed', data: { reason: 'closed by agent' } });
    await project();
    const dueAt = '2026-11-01T09:00:10.000Z';
    expect(await due('2026-11-01T09:00:13.000Z')).toEqual([[A, [`warning ${dueAt}`, `breach ${dueAt}`]]]);
    log.record('conversation', A, { ...breached(dueAt), type: 'SlaWarned' });
    log.record('conversation', A, breached(dueAt));
    await project();
    expect(await server.database.query('select id from clocks_v1')).toEqual([]);
  });

  it('are the same whatever the borders of batches, and know nothing of other tenants', async () => {
    log.record('business_hours', HOURS, { type: 'BusinessHoursDefined', data: { name: 'Open', hours: berlin } });
    policy(1, { service });
    waits(A, 1);
    policy(2, { service, businessHoursId: HOURS });
    log.record('conversation', A, { type: 'LanguageCorrected', data: { agentId: SATO, language: 'ja' } });
    waits(B, 2, OTHER_TENANT);
    log.record('conversation', A, reply);
    log.record('business_hours', HOURS, { type: 'BusinessHoursChanged', data: { hours: { ...berlin, week: {} } } });
    log.record('conversation', A, message(3));
    policy(3, { service });
    await project();
    expect(await due('2026-11-01T12:00:00.000Z')).toMatchObject([[A, { length: 4 }]]);
    const whole = await fingerprint(server.database, [clocksProjector]);
    for (const batchSize of [1, 3]) {
      await server.empty();
      await project(batchSize);
      expect(await fingerprint(server.database, [clocksProjector])).toBe(whole);
    }
  });
});
