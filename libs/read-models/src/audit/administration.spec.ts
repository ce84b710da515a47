import {
  auditDecider,
  auditStream,
  integrationAccountDecider,
  accountStream,
  businessHoursDecider,
  businessHoursStream,
  contactWindowDecider,
  contactWindowStream,
  contentProfileDecider,
  contentProfileStream,
  organisationDecider,
  organisationStream,
} from '@madoguchi/accounts';
import { type Actor, type EventStore, handleCommand, START, startOf } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { queueDecider, queueStream } from '@madoguchi/routing';
import { InvalidCursorError } from '../cursor.js';
import { integrationAccountsProjector } from '../integration-accounts/integration-accounts.projector.js';
import type { Projector } from '../projector.js';
import { aroundConversation } from '../settings/around-conversation.js';
import { isNameTaken, listSettings } from '../settings/list-settings.js';
import { settingsProjector } from '../settings/settings.projector.js';
import { type ReadModelDatabase, startReadModelDatabase } from '../testing/read-model-database.js';
import { OTHER_TENANT, TENANT, uuid } from '../testing/recorded-log.js';
import { auditProjector } from './audit.projector.js';
import { listAudit } from './list-audit.js';

const now = () => new Date('2026-11-01T09:00:00.000Z');
const ADMIN: Actor = { kind: 'admin', id: uuid(1) };
let server: ReadModelDatabase;
let store: EventStore;
let commands = 0;

beforeAll(async () => {
  server = await startReadModelDatabase();
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.empty();
  store = inMemoryEventStore();
});

const by = (actor: Actor, tenantId = TENANT) => startOf(tenantId, actor, uuid((commands += 1)));
const addAccount = (actor: Actor, tenantId = TENANT) => {
  const add = { type: 'AddAccount', accountType: 'line', name: 'Umeda shop', webhookKey: 'CANARY-key' } as const;
  return handleCommand(store, integrationAccountDecider, accountStream(uuid(70 + commands)), add, by(actor, tenantId), { now });
};
const defineProfile = (id: number, name: string, tenantId = TENANT) => {
  const define = { type: 'DefineContentProfile', name, inbound: ['image'], outbound: [] } as const;
  return handleCommand(store, contentProfileDecider, contentProfileStream(uuid(id)), define, by(ADMIN, tenantId), { now });
};
const refuse = async () => {
  const command = {
    type: 'RecordRefusal',
    userId: uuid(2),
    role: 'agent',
    permission: 'queues.change',
    method: 'POST',
    route: '/api/v1/queues',
  } as const;
  await handleCommand(store, auditDecider, auditStream(uuid(500)), command, by({ kind: 'agent', id: uuid(3) }), { now });
};
const project = async (projector: Projector, pageSize = 100) => {
  for await (const page of store.readAll({ after: START, categories: projector.categories, pageSize }))
    await server.database.transaction((transaction) => projector.apply(page, transaction));
};

describe('the audit', () => {
  it('holds what administrators did and who was refused; of others nothing', async () => {
    await addAccount(ADMIN);
    await addAccount({ kind: 'system', automation: 'when-x-then-y' });
    await refuse();
    await project(auditProjector, 1);
    const { items } = await listAudit(server.database, { tenantId: TENANT }, 10);
    expect(items.map(({ kind, eventType, personId }) => ({ kind, eventType, personId }))).toEqual([
      { kind: 'refusal', eventType: 'AccessRefused', personId: uuid(2) },
      { kind: 'integration_account', eventType: 'IntegrationAccountAdded', personId: uuid(1) },
    ]);
    expect(items[0]?.details).toMatchObject({ permission: 'queues.change', route: '/api/v1/queues' });
    expect(JSON.stringify(items)).not.toContain('CANARY');
  });

  it('is read by person, kind, subject and time, in pages that miss nothing', async () => {
    for (let count = 0; count < 5; count += 1) await addAccount(ADMIN);
    await refuse();
    await project(auditProjector);
    const filter = { tenantId: TENANT };
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAudit(server.database, filter, 2, cursor);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(6);
    const count = async (more: object) => (await listAudit(server.database, { ...filter, ...more }, 100)).items.length;
    expect(await count({ personId: uuid(2) })).toBe(1);
    expect(await count({ kind: 'integration_account' })).toBe(5);
    expect(await count({ subjectId: uuid(500) })).toBe(1);
    expect([await count({ from: now() }), await count({ to: now() })]).toEqual([6, 0]);
    await expect(listAudit(server.database, filter, 2, 'nonsense')).rejects.toThrow(InvalidCursorError);
  });

  it('M-03: is nobody else’s', async () => {
    await addAccount(ADMIN, OTHER_TENANT);
    await project(auditProjector);
    expect((await listAudit(server.database, { tenantId: TENANT }, 10)).items).toEqual([]);
  });
});

describe('settings', () => {
  it('M-03: are listed by name, of one tenant and one kind, in pages', async () => {
    for (const [id, name] of [
      [21, 'Words only'],
      [22, 'Pictures'],
      [23, 'Files'],
    ] as const)
      await defineProfile(id, name);
    await defineProfile(24, 'Theirs', OTHER_TENANT);
    await project(settingsProjector, 1);
    const query = { tenantId: TENANT, kind: 'content_profile', archived: false, limit: 2 } as const;
    const first = await listSettings(server.database, query);
    const second = await listSettings(server.database, { ...query, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['Files', 'Pictures', 'Words only']);
    expect(second.nextCursor).toBeNull();
    expect(first.items[0]).toMatchObject({ id: uuid(23), version: 1, body: { status: 'defined', name: 'Files', inbound: ['image'] } });
    expect((await listSettings(server.database, { ...query, kind: 'business_hours' })).items).toEqual([]);
  });

  it('know which names are taken, until they are archived', async () => {
    await defineProfile(31, 'Pictures');
    await project(settingsProjector);
    const asked = { tenantId: TENANT, kind: 'content_profile', id: uuid(99), name: ' pictures ' } as const;
    expect(await isNameTaken(server.database, asked)).toBe(true);
    expect(await isNameTaken(server.database, { ...asked, id: uuid(31) })).toBe(false);
    expect(await isNameTaken(server.database, { ...asked, tenantId: OTHER_TENANT })).toBe(false);
    const archive = { type: 'ArchiveContentProfile' } as const;
    await handleCommand(store, contentProfileDecider, contentProfileStream(uuid(31)), archive, by(ADMIN), { now });
    await project(settingsProjector);
    expect(await isNameTaken(server.database, asked)).toBe(false);
  });

  it('M-03: say what stands around a conversation of their tenant: its window, when its queue is open, in which zone days are counted', async () => {
    const hours = { timeZone: 'Asia/Tokyo', week: { 1: [{ from: '09:00', to: '18:00' }] }, holidays: [], exceptions: [] };
    const [account, queue, window, opens] = [uuid(81), uuid(82), uuid(83), uuid(84)];
    const named = { type: 'OpenContactWindow', name: 'Customer service', at: now().toISOString() } as const;
    await handleCommand(store, contactWindowDecider, contactWindowStream(window), named, by(ADMIN), { now });
    const defined = { type: 'DefineBusinessHours', name: 'Mondays', hours } as const;
    await handleCommand(store, businessHoursDecider, businessHoursStream(opens), defined, by(ADMIN), { now });
    const add = { type: 'AddAccount', accountType: 'line', name: 'Umeda', webhookKey: 'key', contactWindowId: window } as const;
    await handleCommand(store, integrationAccountDecider, accountStream(account), add, by(ADMIN), { now });
    const create = { type: 'CreateQueue', name: 'Repairs', offerSeconds: 30 } as const;
    await handleCommand(store, queueDecider, queueStream(queue), create, by(ADMIN), { now });
    const policy = { type: 'SetQueuePolicy', policy: { businessHoursId: opens } } as const;
    await handleCommand(store, queueDecider, queueStream(queue), policy, by(ADMIN), { now });
    const zone = { type: 'SetOrganisation', timeZone: 'Asia/Tokyo' } as const;
    await handleCommand(store, organisationDecider, organisationStream(TENANT), zone, by(ADMIN), { now });
    for (const projector of [settingsProjector, integrationAccountsProjector]) await project(projector);

    const asked = { accountId: account, queueId: queue };
    const known = { contactWindowName: 'Customer service', hours, timeZone: 'Asia/Tokyo' };
    expect(await aroundConversation(server.database, TENANT, asked)).toEqual(known);
    expect(await aroundConversation(server.database, TENANT, { ...asked, queueId: null })).toEqual({ ...known, hours: null });
    const nothing = { contactWindowName: null, hours: null, timeZone: 'UTC' };
    expect(await aroundConversation(server.database, OTHER_TENANT, asked)).toEqual(nothing);
  });
});
