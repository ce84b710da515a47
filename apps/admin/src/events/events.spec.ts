import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { conversationDecider, conversationStream } from '@madoguchi/conversation';
import { type EventStore, handleCommand, type RecordedEvent, startOf, START } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import { createTenant, createUser, saveRole, SignIn, signInEntities, signInMigrations } from '@madoguchi/sign-in';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { nothingIsSealed } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { refusalsInLog } from '../refusals-in-log.js';
import { AdminGuard } from '../signed-in.js';
import { EVENT_STORE, SEALED_LOG } from '../tokens.js';
import { EventsController } from './events.controller.js';
import { EventsExports } from './events-export.js';

const password = 'correct horse battery';
const CONVERSATIONS = 3_000;

let store: EventStore;
let url: string;
let tenants: Record<'ours' | 'theirs', string>;
let tokens: Record<'admin' | 'agent' | 'theirs' | 'exporter', string>;
/** What reading the log does before each page. */
let beforePage: () => Promise<void>;
const stops: (() => Promise<unknown>)[] = [];

const customerWrites = (tenantId: string, n: number) => {
  const command = {
    type: 'ReceiveCustomerMessage',
    threadKey: `account/U${n}`,
    accountId: tenantId,
    channel: n % 2 === 0 ? 'line' : 'telegram',
    number: 1,
    customerKey: `canary-U${n}`,
    contactId: tenantId,
    messageId: randomUUID(),
    providerMessageId: `m${n}`,
    content: { type: 'text', text: `canary words ${n}` },
    sentAt: '2026-11-20T09:00:00.000Z',
    orderKey: '1',
  } as const;
  const cause = startOf(tenantId, { kind: 'customer', id: `canary-U${n}` }, randomUUID());
  return handleCommand(store, conversationDecider, conversationStream(randomUUID()), command, cause, { now: () => new Date() });
};

beforeAll(async () => {
  const postgres = await startPostgres();
  const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations: [...signInMigrations] }).initialize();
  await owner.runMigrations();
  await owner.destroy();
  const database = await new DataSource({ type: 'postgres', url: postgres.url, entities: signInEntities }).initialize();
  const now = () => new Date();
  const signIn = new SignIn(database, now);
  const person = async (tenantId: string, email: string, role: string) => {
    await createUser(database, { tenantId, email, name: email, role, password }, now());
    return (await signIn.signIn({ email, password, address: '127.0.0.1' })).token;
  };
  tenants = {
    ours: await createTenant(database, { name: 'Ours' }, now()),
    theirs: await createTenant(database, { name: 'Theirs' }, now()),
  };
  const exporter = {
    id: randomUUID(),
    tenantId: tenants.ours,
    name: 'Exporter',
    permissions: ['events.export' as const],
    archived: false,
    version: 1,
  };
  await saveRole(database, exporter);
  tokens = {
    admin: await person(tenants.ours, 'admin@ours.example', 'admin'),
    agent: await person(tenants.ours, 'agent@ours.example', 'agent'),
    theirs: await person(tenants.theirs, 'admin@theirs.example', 'admin'),
    exporter: await person(tenants.ours, 'exporter@ours.example', exporter.id),
  };

  const log = inMemoryEventStore();
  store = {
    ...log,
    async *readAll(options) {
      for await (const page of log.readAll(options)) {
        await beforePage();
        yield page;
      }
    },
  };
  for (let n = 0; n < CONVERSATIONS; n += 1) await customerWrites(n % 3 === 0 ? tenants.theirs : tenants.ours, n);

  @Module({
    controllers: [EventsController],
    providers: [
      EventsExports,
      { provide: EVENT_STORE, useValue: store },
      { provide: SEALED_LOG, useValue: { raw: store, open: nothingIsSealed } },
      { provide: SignIn, useValue: signIn },
      refusalsInLog,
      { provide: APP_GUARD, useClass: AdminGuard },
    ],
  })
  class SpecModule {}
  const logger = createLogger('spec');
  logger.level = 'silent';
  const app = await createApplication({ module: SpecModule }, logger);
  await app.listen(0, '127.0.0.1');
  url = `${await app.getUrl()}/api/v1/events`;
  stops.push(
    () => app.close(),
    () => database.destroy(),
    () => postgres.stop(),
  );
});
afterAll(async () => {
  for (const stop of stops) await stop();
});
beforeEach(() => {
  beforePage = async () => undefined;
});

const ask = (who: keyof typeof tokens | undefined, query = '', init: RequestInit = {}) =>
  fetch(`${url}${query}`, { ...init, headers: who ? { authorization: `Bearer ${tokens[who]}` } : {} });
const eventsIn = async (response: Response) =>
  (await response.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RecordedEvent);
const problemIn = async (response: Response) => ({ status: response.status, code: ((await response.json()) as { code: string }).code });

/** What the log says about exports since there were `before` of its events. */
const auditSince = async (before: string) => {
  const audits: { type: string; data: object; tenantId: string; actor: object }[] = [];
  for await (const page of store.readAll({ after: before, categories: ['audit'] })) {
    audits.push(...page.map(({ type, data, metadata }) => ({ type, data, tenantId: metadata.tenantId, actor: metadata.actor })));
  }
  return audits;
};
const until = async (condition: () => Promise<boolean>) => {
  for (let tries = 0; tries < 12_000; tries += 1) {
    if (await condition()) return;
    await sleep(10);
  }
  throw new Error('it did not happen in time');
};
const ended = (before: string, count: number) =>
  until(async () => (await auditSince(before)).filter(({ type }) => type === 'EventExportEnded').length === count);

describe('events over the API', () => {
  it('come as NDJSON, of the own tenant only, with nothing personal', async () => {
    const response = await ask('admin');
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200,
      'application/x-ndjson',
      'no-store',
    ]);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="events-[0-9a-f-]{36}\.ndjson"$/);
    const text = await response.text();
    const events = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as RecordedEvent);
    expect(events.every(({ metadata }) => metadata.tenantId === tenants.ours)).toBe(true);
    expect(events.filter(({ type }) => type === 'ConversationOpened')).toHaveLength((CONVERSATIONS * 2) / 3);
    expect(text).not.toContain('canary');
  });

  it('come as CSV and as Parquet', async () => {
    const csv = await ask('admin', '?format=csv&type=ConversationOpened');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const lines = (await csv.text()).trimEnd().split('\n');
    expect(lines[0]).toMatch(/^position,/);
    expect(lines).toHaveLength(1 + (CONVERSATIONS * 2) / 3);
    const parquet = Buffer.from(await (await ask('admin', '?format=parquet')).arrayBuffer());
    expect([parquet.subarray(0, 4).toString(), parquet.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
  });

  it('are those that are asked for', async () => {
    const events = await eventsIn(
      await ask('admin', '?channel=line&type=ConversationOpened,ConversationClosed&type=CustomerMessageReceived'),
    );
    expect(events).toHaveLength(2 * (CONVERSATIONS / 3));
    const [{ stream } = { stream: '' }] = events;
    expect((await eventsIn(await ask('admin', `?stream=${stream}`))).map(({ version }) => version)).toEqual([1, 2]);
    expect(await eventsIn(await ask('theirs', `?stream=${stream}`))).toEqual([]);
  });

  it('can be fetched in instalments: each says where the next begins', async () => {
    const first = await ask('admin', '?category=conversation');
    const all = (await eventsIn(first)).length;
    const upTo = first.headers.get('madoguchi-up-to');
    await customerWrites(tenants.ours, 1);
    const second = await eventsIn(await ask('admin', `?category=conversation&after=${upTo}`));
    expect(second.map(({ type }) => type)).toEqual(['ConversationOpened', 'CustomerMessageReceived']);
    expect(all).toBeGreaterThan(0);
  });

  it('show what is personal to an administrator who says so; the log says who took what, when, and how many', async () => {
    const before = await store.head();
    const query = '?unseal=true&format=csv&type=ConversationOpened&from=2026-01-01&channel=line';
    expect(await (await ask('admin', query)).text()).toContain('canary-U');
    await ended(before, 1);
    const actor = { kind: 'admin', id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string };
    const tenantId = tenants.ours;
    const events = { types: ['ConversationOpened'], channels: ['line'], from: '2026-01-01T00:00:00.000Z' };
    const what = { through: 'API', format: 'csv', personalData: 'open', events, after: START, upTo: before };
    expect(await auditSince(before)).toEqual([
      { type: 'EventExportStarted', tenantId, actor, data: what },
      { type: 'EventExportEnded', tenantId, actor, data: { outcome: 'complete', count: CONVERSATIONS / 3 } },
    ]);
  });

  it('show what is personal only with a permission of its own: who may export is refused, and that stands in the log', async () => {
    const begin = await store.head();
    expect((await eventsIn(await ask('exporter', '?type=ConversationOpened'))).length).toBeGreaterThan(0);
    await ended(begin, 1);
    const before = await store.head();
    expect(await problemIn(await ask('exporter', '?type=ConversationOpened&unseal=true'))).toEqual({ status: 403, code: 'not-allowed' });
    const refusals = await auditSince(before);
    expect(refusals.map(({ type, data }) => [type, (data as { permission?: string }).permission])).toEqual([
      ['AccessRefused', 'events.unseal'],
    ]);
  });

  it('are for administrators; who is refused leaves no export in the log', async () => {
    const before = await store.head();
    expect(await problemIn(await ask(undefined))).toEqual({ status: 401, code: 'not-signed-in' });
    expect(await problemIn(await ask('agent'))).toEqual({ status: 403, code: 'not-allowed' });
    expect((await auditSince(before)).map(({ type }) => type)).toEqual(['AccessRefused']);
  });

  it.each(['?format=xml', '?type=Nothing', '?from=yesterday', '?after=x', '?stream=x', '?unseal=maybe', '?colour=red'])(
    'are refused for %s',
    async (query) => {
      const before = await store.head();
      expect((await ask('admin', query)).status).toBe(422);
      expect(await auditSince(before)).toEqual([]);
    },
  );
});

describe('an export that does not come to its end', () => {
  it('because nobody waits for it any more, says so in the log and makes room', async () => {
    const before = await store.head();
    for (let n = 1; n <= 5; n += 1) {
      const leave = new AbortController();
      let pages = 0;
      beforePage = async () => {
        pages += 1;
        if (pages === 3) leave.abort();
        await sleep(1);
      };
      await ask('admin', '', { signal: leave.signal })
        .then((response) => response.text())
        .catch(() => undefined);
      await ended(before, n);
    }
    const ends = (await auditSince(before)).filter(({ type }) => type === 'EventExportEnded');
    expect(ends.map(({ data }) => (data as { outcome: string }).outcome)).toEqual(Array(5).fill('broken off'));
  });

  it('because the log fails, breaks the transfer: it cannot be taken for the whole', async () => {
    const before = await store.head();
    let pages = 0;
    beforePage = async () => {
      pages += 1;
      if (pages === 3) throw new Error('the log is away');
    };
    const response = await ask('admin');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    beforePage = async () => undefined;
    await ended(before, 1);
    expect((await auditSince(before)).at(-1)?.data).toMatchObject({ outcome: 'broken off' });
  });

  it('because the log fails at once, is a problem and no file', async () => {
    beforePage = async () => {
      throw new Error('the log is away');
    };
    expect((await problemIn(await ask('admin'))).status).toBe(500);
  });
});

it('only a few run at once', async () => {
  let goOn = () => undefined as void;
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  let waiting = 0;
  beforePage = async () => {
    waiting += 1;
    await gate;
  };
  const running = [ask('admin'), ask('admin')];
  await until(async () => waiting === 2);
  expect(await problemIn(await ask('admin'))).toEqual({ status: 429, code: 'too-many-exports' });
  goOn();
  for (const response of await Promise.all(running)) expect((await eventsIn(response)).length).toBeGreaterThan(0);
  expect((await ask('admin', '?type=QueueCreated')).status).toBe(200);
});
