import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conversationDecider, conversationStream, type ReceiveCustomerMessage } from '@madoguchi/conversation';
import { type EventStore, handleCommand, type RecordedEvent, startOf, START } from '@madoguchi/event-sourcing';
import { installLog, openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { openSealedLog, personalDataMigrations, type SealedLog } from '@madoguchi/personal-data';
import { createTenant, createUser, SignIn, signInEntities, signInMigrations } from '@madoguchi/sign-in';
import { languagePolicy, recordCentre, recordedQueueId } from '@madoguchi/routing/testing';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import type { WhatIfReport } from '../what-if/what-if-report.js';
import { whatIfCommand, type WhatIfCommandOptions } from '../what-if/what-if-command.js';
import { replayCommand, type ReplayCommandOptions } from './replay-command.js';

const password = 'correct horse battery';
const masterKey = randomBytes(32).toString('base64');
const stops: (() => Promise<unknown>)[] = [];
const first = randomUUID();
let store: EventStore;
let sealed: SealedLog;
let url: string;
let tenants: Record<'ours' | 'theirs', string>;
let tokens: Record<'admin' | 'agent' | 'theirs', string>;
let folder: string;

const message = (text: string, channel: 'line' | 'telegram'): ReceiveCustomerMessage => ({
  type: 'ReceiveCustomerMessage',
  threadKey: `account/${text}`,
  accountId: randomUUID(),
  channel,
  number: 1,
  customerKey: `key of ${text}`,
  contactId: randomUUID(),
  queueId: randomUUID(),
  messageId: randomUUID(),
  providerMessageId: `m ${text}`,
  content: { type: 'text', text },
  sentAt: '2026-11-20T09:00:00.000Z',
  orderKey: '1',
});

const customerWrites = (tenantId: string, text: string, channel: 'line' | 'telegram', id: string = randomUUID(), through = store) => {
  const cause = startOf(tenantId, { kind: 'customer', id: `key of ${text}` }, randomUUID());
  return handleCommand(through, conversationDecider, conversationStream(id), message(text, channel), cause, { now: () => new Date() });
};

beforeAll(async () => {
  const postgres = await startPostgres();
  stops.push(() => postgres.stop());
  url = postgres.url;
  await installLog(postgres.adminUrl, { appRole: 'madoguchi_app' });
  const owner = await new DataSource({
    type: 'postgres',
    url: postgres.adminUrl,
    migrations: [...signInMigrations, ...personalDataMigrations],
  }).initialize();
  await owner.runMigrations();
  await owner.destroy();
  store = await openPostgresEventStore({ url });
  sealed = await openSealedLog(store, { url, masterKey });
  const database = await new DataSource({ type: 'postgres', url, entities: signInEntities }).initialize();
  stops.unshift(() => Promise.all([sealed.store.close(), database.destroy()]));

  const now = () => new Date();
  const signIn = new SignIn(database, now);
  const person = async (tenantId: string, email: string, role: 'admin' | 'agent') => {
    await createUser(database, { tenantId, email, name: email, role, password }, now());
    return (await signIn.signIn({ email, password, address: '127.0.0.1' })).token;
  };
  tenants = {
    ours: await createTenant(database, { name: 'Ours' }, now()),
    theirs: await createTenant(database, { name: 'Theirs' }, now()),
  };
  tokens = {
    admin: await person(tenants.ours, 'admin@ours.example', 'admin'),
    agent: await person(tenants.ours, 'agent@ours.example', 'agent'),
    theirs: await person(tenants.theirs, 'admin@theirs.example', 'admin'),
  };
  await customerWrites(tenants.ours, 'canary one', 'line', first);
  await customerWrites(tenants.ours, 'canary two', 'telegram');
  await customerWrites(tenants.theirs, 'canary three', 'line');
  // The later part of the log is sealed, as it is where keys came after the first events.
  await customerWrites(tenants.ours, 'canary four', 'telegram', randomUUID(), sealed.store);
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-replay-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (options: Omit<ReplayCommandOptions, 'data'>, environment: NodeJS.ProcessEnv = {}) =>
  replayCommand(
    { data: folder, ...options },
    { DATABASE_URL: url, MADOGUCHI_MASTER_KEY: masterKey, ...environment },
    new AbortController().signal,
  );

/** What stands in the file afterwards. */
const exported = async (options: Omit<ReplayCommandOptions, 'data' | 'out'>, environment?: NodeJS.ProcessEnv): Promise<string> => {
  const out = join(folder, 'events.ndjson');
  expect(await run({ ...options, out }, environment)).toBe(true);
  const text = readFileSync(out, 'utf8');
  rmSync(out);
  return text;
};
const eventsIn = (ndjson: string) =>
  ndjson
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RecordedEvent);
const recorded = async () => {
  const all: RecordedEvent[] = [];
  for await (const page of store.readAll({ after: START })) all.push(...page);
  return all;
};
const audits = async () => (await recorded()).filter(({ stream }) => stream.startsWith('audit-'));

describe('madoguchi replay', () => {
  it('brings everything out of the log in its order, and nothing personal', async () => {
    const text = await exported({});
    const all = await recorded();
    expect(eventsIn(text).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(text).not.toMatch(/canary|key of|"box"/);
    expect(await audits()).toEqual([]);
  });

  it('brings out what is asked for', async () => {
    const types = eventsIn(
      await exported({ channel: ['line'], tenant: tenants.ours, type: ['CustomerMessageReceived', 'AgentRequested'] }),
    );
    expect(types.map(({ type, stream }) => [type, stream])).toEqual([
      ['CustomerMessageReceived', conversationStream(first)],
      ['AgentRequested', conversationStream(first)],
    ]);
    expect(eventsIn(await exported({ conversation: first })).map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(eventsIn(await exported({ after: '7' })).map(({ position }) => position)).toEqual(['8', '9', '10', '11', '12']);
    expect(await exported({ to: '2020-01-01' })).toBe('');
  });

  it('writes every format', async () => {
    for (const out of ['a.csv', 'a.ndjson', 'a.parquet', 'a.txt']) await run({ out: join(folder, out) });
    expect(readdirSync(folder).sort()).toEqual(['a.0001.parquet', 'a.csv', 'a.ndjson', 'a.txt']);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8').split('\n')[0]).toMatch(/^position,recordedAt,/);
  });

  it('shows what is personal to an administrator, of their tenant, and the log says who it was', async () => {
    const text = await exported({ unseal: true }, { MADOGUCHI_TOKEN: tokens.admin });
    expect(text).toContain('canary one');
    expect(text).toContain('canary two');
    expect(text).toContain('canary four');
    expect(text).not.toContain('canary three');
    expect(eventsIn(text).every(({ metadata }) => metadata.tenantId === tenants.ours)).toBe(true);
    expect(
      (await audits()).map(({ type, data, metadata }) => ({ type, data, tenantId: metadata.tenantId, actor: metadata.actor.kind })),
    ).toEqual([
      {
        type: 'EventExportStarted',
        tenantId: tenants.ours,
        actor: 'admin',
        data: { through: 'command line', format: 'ndjson', personalData: 'open', events: {}, after: '0', upTo: '12' },
      },
      { type: 'EventExportEnded', tenantId: tenants.ours, actor: 'admin', data: { outcome: 'complete', count: 9 } },
    ]);
  });

  it.each<[string, () => NodeJS.ProcessEnv, string | undefined, RegExp]>([
    ['nobody', () => ({}), undefined, /needs MADOGUCHI_TOKEN/],
    ['somebody with a token that is none', () => ({ MADOGUCHI_TOKEN: 'x' }), undefined, /token of no session/],
    [
      'somebody without the key',
      () => ({ MADOGUCHI_TOKEN: tokens.admin, MADOGUCHI_MASTER_KEY: '' }),
      undefined,
      /needs MADOGUCHI_MASTER_KEY/,
    ],
    ['an agent', () => ({ MADOGUCHI_TOKEN: tokens.agent }), undefined, /needs the permission "events.unseal"/],
    ['an administrator of another tenant', () => ({ MADOGUCHI_TOKEN: tokens.theirs }), 'ours', /another tenant/],
  ])('unseals nothing for %s', async (_name, environment, tenant, message) => {
    const before = (await recorded()).length;
    const out = join(folder, 'events.ndjson');
    await expect(run({ unseal: true, out, tenant: tenant && tenants.ours }, environment())).rejects.toThrow(message);
    expect(readdirSync(folder)).toEqual([]);
    expect((await recorded()).length).toBe(before);
  });

  describe('--as-of', () => {
    let shown: string;
    const write = process.stdout.write.bind(process.stdout);
    beforeEach(() => {
      shown = '';
      process.stdout.write = ((text: string) => ((shown += text), true)) as typeof process.stdout.write;
    });
    afterEach(() => {
      process.stdout.write = write;
    });

    it('shows a conversation as it was at a position or a time', async () => {
      await run({ conversation: first, asOf: '2' });
      expect(shown).toMatch(/^conversation {2}.*\nas of .* position 2, version 2\nstatus +open\nchannel +line\nqueue +none\n/);
      expect(shown).not.toContain('canary');
      expect(shown.trimEnd().split('\n').at(-1)).toContain('CustomerMessageReceived');
      shown = '';
      await run({ conversation: first, asOf: new Date(Date.now() + 1_000).toISOString(), format: 'ndjson' });
      expect(JSON.parse(shown)).toMatchObject({ conversationId: first, version: 3, state: { status: 'open' }, events: [{}, {}, {}] });
    });

    it('tells an administrator what was written, and the log says so', async () => {
      const before = (await audits()).length;
      await run({ conversation: first, asOf: '3', unseal: true, format: 'ndjson' }, { MADOGUCHI_TOKEN: tokens.admin });
      expect(shown).toContain('canary one');
      expect((await audits()).slice(before).map(({ data }) => data)).toMatchObject([
        { personalData: 'open', format: 'as of 3', events: { stream: conversationStream(first) } },
        { outcome: 'complete', count: 3 },
      ]);
    });

    it('says when there was none, or when it is not of a conversation', async () => {
      await expect(run({ conversation: first, asOf: '0' })).rejects.toThrow('no such conversation at that moment');
      await expect(run({ category: ['agent'], asOf: '5' })).rejects.toThrow('--conversation');
      await expect(run({ conversation: first, asOf: 'yesterday' })).rejects.toThrow('is no time');
    });
  });

  it.each<[Omit<ReplayCommandOptions, 'data'>, RegExp]>([
    [{ stream: 'x', conversation: 'y' }, /give one of them/],
    [{ format: 'xml' }, /--format must be one of text, ndjson, csv, parquet/],
    [{ out: 'events.xml' }, /--format must be/],
    [{ resume: true }, /--out/],
    [{ after: 'x' }, /is no position/],
    [{ type: ['Nothing'] }, /There is no type of event/],
  ])('refuses %j', async (options, message) => {
    await expect(run(options)).rejects.toThrow(message);
  });

  it('says what is missing to find the log', async () => {
    await expect(run({}, { DATABASE_URL: '' })).rejects.toThrow('DATABASE_URL is missing');
    await expect(run({}, { EVENT_STORE: 'sqlite' })).rejects.toThrow('EVENT_STORE must be');
  });
});

describe('madoguchi what-if', () => {
  const day = { from: '2026-11-16', to: '2026-11-17' };
  beforeAll(async () => {
    const made: RecordedEvent[] = [];
    const centre = { from: new Date(day.from), seconds: 8 * 3_600, conversations: 120, agents: 6, queues: 2, seed: 5 };
    recordCentre(centre, (event) => made.push(event));
    for (const event of made) await store.append(event.stream, [event], event.version - 1);
  });

  const whatIf = async (options: Omit<WhatIfCommandOptions, 'data' | 'from' | 'to'>) => {
    let text = '';
    const environment = { DATABASE_URL: url };
    const ending = await whatIfCommand({ data: folder, ...day, ...options }, environment, new AbortController().signal, (more) => {
      text += more;
    });
    return { ending, text };
  };
  const policyFile = (policy: object): string => {
    const file = join(folder, 'policy.json');
    writeFileSync(file, JSON.stringify(policy));
    return file;
  };

  it('B-02: gives every recorded decision again, then what another policy would have given', async () => {
    const rings = languagePolicy.rings.map((ring) => ({ ...ring, seconds: 5 }));
    const policy = policyFile({ ...languagePolicy, rings });
    const { ending, text } = await whatIf({ policy, queue: recordedQueueId(0), json: true });
    const report = JSON.parse(text) as WhatIfReport;
    expect(ending).toBe('same');
    expect(report).toMatchObject({ waits: 120, changedQueueIds: [recordedQueueId(0)], identity: { differing: 0, fromInputs: 0 } });
    expect(report.identity.decisions).toBeGreaterThanOrEqual(120);
    expect(report.before.sameAgent).toBe(120);
    expect(report.before.queues).toEqual(report.recorded.queues);
    const meanWait = (figures: WhatIfReport['before']['queues']) =>
      figures.find(({ queueId }) => queueId === recordedQueueId(0))!.wait!.mean;
    expect(meanWait(report.after!.queues)).toBeLessThan(meanWait(report.before.queues));
    expect(report.elsewhere.length).toBeGreaterThan(0);
    for (const { before, after } of report.elsewhere) expect(before?.agentId).not.toBe(after?.agentId);
  });

  it('asks for more agents in a queue by its name, says whom they are like, and how the turns move', async () => {
    const { ending, text } = await whatIf({ moreAgents: ['Queue 0=2'], json: true });
    const report = JSON.parse(text) as WhatIfReport;
    expect(ending).toBe('same');
    const [added] = report.addedAgents;
    expect(report.addedAgents).toMatchObject([{ queueId: recordedQueueId(0), like: { presence: 'available' } }]);
    expect(added!.agentIds).toHaveLength(2);
    expect(report.assumptions.at(-1)).toContain(`are like agent ${added!.like.agentId}`);
    const taken = report.after!.agents.filter(({ agentId }) => added!.agentIds.includes(agentId));
    expect(taken.reduce((sum, { conversations }) => sum + conversations, 0)).toBeGreaterThan(0);
    expect(report.turns!.later).toBeLessThanOrEqual(report.waits);
    expect((await whatIf({ moreAgents: [`${recordedQueueId(0)}=1`] })).text).toMatch(
      /Their turn comes sooner for \d+ and later for \d+ of 120 waits/,
    );
    for (const wrong of ['Queue 0', 'Queue 0=0', 'nowhere=2'])
      await expect(whatIf({ moreAgents: [wrong] })).rejects.toThrow('--more-agents');
  });

  it('tells it to a person, with what is taken for granted, and says where the file is wrong', async () => {
    const { text } = await whatIf({});
    expect(text).toMatch(/Decided again: (\d+) of \1 decisions give the same agent \(100\.0 %\)/);
    expect(text).toMatch(/\nQueue 0 +recorded .*\n +played /);
    expect(text).toContain('Taken for granted:');
    await expect(whatIf({ policy: policyFile({ rings: [] }) })).rejects.toThrow('policy.json, rings: A queue has 1 to 6 rings.');
    await expect(whatIf({ policy: policyFile({}), queue: first })).rejects.toThrow('no queue');
  });
});
