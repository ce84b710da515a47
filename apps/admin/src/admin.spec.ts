import { randomBytes, randomUUID } from 'node:crypto';
import { accountStream, type IntegrationAccountEvent } from '@madoguchi/accounts';
import { channelsFrom } from '@madoguchi/channels';
import type { EventStore, RecordedEvent } from '@madoguchi/event-sourcing';
import { installLog, openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { CommandClient } from '@madoguchi/jetstream';
import { integrationAccountsProjector, readModelEntities, readModelMigrations, runProjector } from '@madoguchi/read-models';
import { AccountCredentials, secretsEntities, secretsMigrations } from '@madoguchi/secrets';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import { createTenant, createUser, SignIn, signInEntities, signInMigrations } from '@madoguchi/sign-in';
import { startNats } from '@madoguchi/tools/nats-server.mjs';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import { AdminModule } from './admin.module.js';
import { pictureFiles } from './testing/picture-files.js';

const password = 'correct horse battery';
const secret = randomBytes(16).toString('hex');
let channels = 1_234_567_890;
/** A channel of LINE each: one belongs to one account. */
const line = (name: string) => ({
  type: 'line',
  name,
  credentials: {
    channelId: String((channels += 1)),
    channelSecret: secret,
    basicId: '@123abcde',
    channelAccessToken: `token-${'x'.repeat(120)}-9876`,
  },
});

/** The parts of answers that are looked at. */
interface Answer {
  readonly id: string;
  readonly webhookUrl: string;
  readonly fields: readonly { readonly field: string }[];
}

describe('the administrator’s API', () => {
  let url: string;
  let store: EventStore;
  let database: DataSource;
  let tokens: Record<'admin' | 'agent' | 'other', string>;
  const stops: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const postgres = await startPostgres();
    const nats = await startNats();
    stops.push(
      () => postgres.stop(),
      () => nats.stop(),
    );
    await installLog(postgres.adminUrl, { appRole: 'madoguchi_app' });
    const owner = new DataSource({
      type: 'postgres',
      url: postgres.adminUrl,
      migrations: [...readModelMigrations, ...secretsMigrations, ...signInMigrations],
    });
    await owner.initialize();
    await owner.runMigrations();
    await owner.destroy();

    const now = () => new Date();
    const connected = new DataSource({
      type: 'postgres',
      url: postgres.url,
      entities: [...readModelEntities, ...secretsEntities, ...signInEntities],
    });
    database = await connected.initialize();
    store = await openPostgresEventStore({ url: postgres.url });
    const ending = new AbortController();
    const log = createLogger('spec');
    log.level = 'silent';
    const projecting = runProjector({ store, projector: integrationAccountsProjector, database, signal: ending.signal, log });
    const commands = new CommandClient(nats.url, 'spec');
    await commands.connect();
    const parts = {
      store,
      database,
      commands,
      channels: channelsFrom({}),
      credentials: new AccountCredentials(database, randomBytes(32), now),
      publicUrl: 'https://madoguchi.example',
      pictures: await pictureFiles(),
    };
    const app = await createApplication({ module: AdminModule.with(parts) }, log);
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    stops.unshift(async () => {
      ending.abort();
      await projecting;
      await app.close();
    });

    const signIn = new SignIn(database, now);
    const person = async (tenantId: string, email: string, role: 'admin' | 'agent') => {
      await createUser(database, { tenantId, email, name: email, role, password }, now());
      return (await signIn.signIn({ email, password, address: '127.0.0.1' })).token;
    };
    const tenant = await createTenant(database, { name: 'Ours' }, now());
    const otherTenant = await createTenant(database, { name: 'Theirs' }, now());
    tokens = {
      admin: await person(tenant, 'admin@ours.example', 'admin'),
      agent: await person(tenant, 'agent@ours.example', 'agent'),
      other: await person(otherTenant, 'admin@theirs.example', 'admin'),
    };
  });

  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  const call = async (who: keyof typeof tokens | undefined, method: string, path: string, body?: unknown, key: string = randomUUID()) => {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'idempotency-key': key,
        ...(who ? { authorization: `Bearer ${tokens[who]}` } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const projected = async (id: string) => {
    for (let tries = 0; tries < 4_800; tries += 1) {
      if ((await call('admin', 'GET', `integration-accounts/${id}`)).status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('the account did not reach the read model');
  };
  const events = async (id: string) => (await store.readStream(accountStream(id))) as readonly RecordedEvent<IntegrationAccountEvent>[];

  it('M-03: an account belongs to a tenant; linking is an event with actor and time; nobody else sees it', async () => {
    const added = await call('admin', 'POST', 'integration-accounts', line('Umeda shop'));
    const { id } = added.body;
    await projected(id);
    expect((await call('admin', 'POST', `integration-accounts/${id}/link`)).status).toBe(200);

    const linked = (await events(id)).at(-1);
    expect(linked).toMatchObject({
      type: 'IntegrationAccountLinked',
      metadata: { actor: { kind: 'admin' }, occurredAt: expect.stringMatching(/Z$/) },
    });
    expect((await call('other', 'GET', `integration-accounts/${id}`)).status).toBe(404);
    expect((await call('other', 'PATCH', `integration-accounts/${id}`, { name: 'mine now' })).status).toBe(404);
    expect((await call('other', 'POST', `integration-accounts/${id}/unlink`)).status).toBe(404);
    expect((await call('other', 'GET', 'integration-accounts')).body).toEqual({ items: [] });
  });

  it('M-20: Apply writes one event with the names of the changed fields, and no value anywhere', async () => {
    const added = await call('admin', 'POST', 'integration-accounts', line('Namba shop'));
    const { id } = added.body;
    await projected(id);
    const before = (await events(id)).length;
    const canary = randomBytes(16).toString('hex');
    const applied = await call('admin', 'PATCH', `integration-accounts/${id}`, {
      credentials: { channelSecret: canary, basicId: '@987zyxwv' },
    });

    expect(applied.status).toBe(200);
    expect((await events(id)).slice(before).map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'IntegrationAccountApplied', data: { changedFields: ['basicId', 'channelSecret'] } },
    ]);
    for (const hidden of [canary, secret, 'token-']) {
      expect(JSON.stringify(await events(id))).not.toContain(hidden);
      expect(JSON.stringify(applied.body)).not.toContain(hidden);
      expect(JSON.stringify((await call('admin', 'GET', 'integration-accounts')).body)).not.toContain(hidden);
    }
    expect(applied.body).toMatchObject({
      webhookUrl: expect.stringMatching(/^https:\/\/madoguchi\.example\/webhooks\/line\/[\w-]{32}$/),
      credentials: expect.arrayContaining([
        { field: 'channelSecret', secret: true, set: true, lastFour: canary.slice(-4) },
        { field: 'basicId', secret: false, set: true, value: '@987zyxwv' },
      ]),
    });
  });

  it('the same request again, with the same key, adds nothing', async () => {
    const key = randomUUID();
    const twice = line('Twice');
    const first = await call('admin', 'POST', 'integration-accounts', twice, key);
    await projected(first.body.id);
    const again = await call('admin', 'POST', 'integration-accounts', twice, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toMatchObject({ id: first.body.id, webhookUrl: first.body.webhookUrl });
  });

  it('says field by field what is wrong and saves nothing', async () => {
    const wrong = await call('admin', 'POST', 'integration-accounts', {
      type: 'line',
      name: 'Wrong',
      credentials: { channelId: 'abc', channelSecret: secret, colour: 'red' },
    });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'invalid' } });
    const named = wrong.body.fields.map(({ field }) => field).sort();
    expect(named).toEqual(['basicId', 'channelAccessToken', 'channelId', 'colour']);
    expect(JSON.stringify(wrong.body)).not.toContain(secret);
    expect(await call('admin', 'POST', 'integration-accounts', { ...line('Fax'), type: 'fax' })).toMatchObject({ status: 422 });
    expect(await call('admin', 'PATCH', `integration-accounts/${randomUUID()}`, { name: 'nobody' })).toMatchObject({ status: 404 });
  });

  it('is for administrators only, and commands need a key', async () => {
    expect((await call(undefined, 'GET', 'integration-accounts')).status).toBe(401);
    expect((await call('agent', 'GET', 'integration-accounts')).status).toBe(403);
    expect((await call('agent', 'POST', 'queues', { name: 'x', offerSeconds: 30 })).status).toBe(403);
    expect(await call('admin', 'POST', 'integration-accounts', line('No key'), 'nonsense')).toMatchObject({
      status: 400,
      body: { code: 'no-idempotency-key' },
    });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it('tells when routing does not answer, and that the same request may be sent again', async () => {
    expect(await call('admin', 'POST', 'queues', { name: 'Support', offerSeconds: 30 })).toMatchObject({
      status: 503,
      body: { code: 'no-answer' },
    });
    expect(await call('admin', 'POST', 'queues', { name: 'Support', offerSeconds: 3 })).toMatchObject({
      status: 422,
      body: { code: 'invalid' },
    });
  });
});
