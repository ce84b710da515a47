import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channelsFrom } from '@madoguchi/channels';
import { contactStream, conversationStream } from '@madoguchi/conversation';
import { ERASED } from '@madoguchi/event-sourcing';
import { installLog } from '@madoguchi/event-store-postgres';
import { CommandClient } from '@madoguchi/jetstream';
import { KEY_MEMORY_MS, personalDataMigrations, scrub } from '@madoguchi/personal-data';
import { deskProjectors, findConversation, listTimeline, readModelMigrations, rebuildProjector } from '@madoguchi/read-models';
import { AccountCredentials, masterKeyFrom } from '@madoguchi/secrets';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import { createTenant, createUser, SignIn, signInEntities, signInMigrations } from '@madoguchi/sign-in';
import { startNats } from '@madoguchi/tools/nats-server.mjs';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { type Certificate, CertificateSeal } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { AdminModule } from '../admin.module.js';
import { aCustomer, type Centre, type CentreAddresses, openCentre } from './testing/centre.js';
import { filesWith } from './testing/raw-files.js';

const password = 'correct horse battery';
const word = () => `KANARI${randomBytes(9).toString('hex')}`;
const readTables = deskProjectors.flatMap(({ tables }) => tables);

describe('erasing a person', () => {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-erasing-'));
  const folders = { postgres: join(folder, 'pg', 'data'), nats: join(folder, 'nats'), media: join(folder, 'media') };
  const stops: (() => Promise<unknown>)[] = [];
  let addresses: CentreAddresses;
  let adminUrl: string;
  let tenant: string;
  let centre: Centre;
  let url: string;
  let tokens: Record<'admin' | 'agent' | 'other', string>;

  beforeAll(async () => {
    const postgres = await startPostgres({ dataDir: folders.postgres });
    stops.unshift(() => postgres.stop());
    const nats = await startNats({ dataDir: folders.nats });
    stops.unshift(() => nats.stop());
    adminUrl = postgres.adminUrl;
    await installLog(adminUrl, { appRole: 'madoguchi_app' });
    const migrations = [...readModelMigrations, ...signInMigrations, ...personalDataMigrations];
    const owner = await new DataSource({ type: 'postgres', url: adminUrl, migrations }).initialize();
    await owner.runMigrations();
    await owner.destroy();
    addresses = { database: postgres.url, nats: nats.url, mediaFolder: folders.media, masterKey: randomBytes(32).toString('base64') };

    const people = await new DataSource({ type: 'postgres', url: postgres.url, entities: signInEntities }).initialize();
    const signIn = new SignIn(people, () => new Date());
    const person = async (tenantId: string, email: string, role: 'admin' | 'agent') => {
      await createUser(people, { tenantId, email, name: email, role, password }, new Date());
      return (await signIn.signIn({ email, password, address: '127.0.0.1' })).token;
    };
    tenant = await createTenant(people, { name: 'Ours' }, new Date());
    const theirs = await createTenant(people, { name: 'Theirs' }, new Date());
    tokens = {
      admin: await person(tenant, 'admin@ours.example', 'admin'),
      agent: await person(tenant, 'agent@ours.example', 'agent'),
      other: await person(theirs, 'admin@theirs.example', 'admin'),
    };
    await people.destroy();

    centre = await openCentre(addresses, tenant);
    const commands = new CommandClient(nats.url, 'spec');
    await commands.connect();
    const log = createLogger('spec');
    log.level = 'silent';
    const database = await new DataSource({ type: 'postgres', url: postgres.url, entities: signInEntities }).initialize();
    const parts = {
      store: { ...centre.log.store, close: async () => undefined },
      database,
      commands,
      channels: channelsFrom({}),
      credentials: new AccountCredentials(database, masterKeyFrom(addresses.masterKey), () => new Date()),
      publicUrl: 'https://madoguchi.example',
      erasing: centre.erasing,
    };
    const app = await createApplication({ module: AdminModule.with(parts) }, log);
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    stops.unshift(() => centre.close());
    stops.unshift(() => app.close());
  }, 120_000);

  afterAll(async () => {
    for (const stop of stops) await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (who: keyof typeof tokens, method: string, path: string, body?: unknown, key: string = randomUUID()) =>
    fetch(`${url}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens[who]}`,
        'idempotency-key': key,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const erase = (contact: string, who: keyof typeof tokens = 'admin', key?: string, confirm = `erase ${contact.slice(0, 8)}`) =>
    ask(who, 'POST', `contacts/${contact}/erase`, { reason: 'customer request', confirm }, key);

  const asOwner = async <Row>(text: string): Promise<Row[]> => {
    const owner = await new DataSource({ type: 'postgres', url: adminUrl }).initialize();
    try {
      return await owner.query<Row[]>(text);
    } finally {
      await owner.destroy();
    }
  };
  const checkpoint = () => asOwner('checkpoint');
  /** The files of the log itself: its rows, what of them is stored apart, and its indexes. */
  const filesOfTheLog = async (): Promise<readonly string[]> => {
    const rows = await asOwner<{ path: string }>(
      `select pg_relation_filepath(c.oid) as path from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'event_log' and c.relkind in ('r', 'i')
       union all select pg_relation_filepath(reltoastrelid) from pg_class where oid = 'event_log.events'::regclass`,
    );
    return rows.map(({ path }) => join(folders.postgres, path));
  };
  const totals = () =>
    asOwner(
      `select (select json_agg(t order by t.day, t.queue_id, t.status) from
         (select opened_at::date::text as day, queue_id, status, channel, count(*) from agent_inbox_v3 group by 1, 2, 3, 4) t) as conversations,
       (select json_agg(t order by t.kind) from (select kind, count(*) from timeline_v2 where kind <> 'system' group by 1) t) as entries,
       (select count(*) from event_log.events where type = 'CustomerMessageReceived') as messages`,
    );
  const rowsOfReadModels = async () =>
    JSON.stringify(await Promise.all(readTables.map((table) => centre.database.query(`select * from ${table} order by 1, 2`))));

  it('leaves nothing of them anywhere, and everything of everybody else', async () => {
    const [gone, stays] = [word(), word()];
    const person = await aCustomer(centre, gone);
    const other = await aCustomer(centre, stays);
    await centre.command(person.conversation, {
      type: 'CloseConversation',
      agentId: (await centre.log.store.readStream(conversationStream(person.conversation))).flatMap(
        ({ data }) => (data as { agentId?: string }).agentId ?? [],
      )[0]!,
    });
    await centre.settled();
    await checkpoint();

    // Sealed from the first moment on: in the log, and in what the relay copied; in the open in the read models alone.
    const inTheLog = await filesOfTheLog();
    const found = filesWith(folders.postgres, [gone, stays]);
    expect(inTheLog.length).toBeGreaterThan(4);
    expect(found.filter((path) => inTheLog.some((file) => path.startsWith(file)))).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
    expect(filesWith(folders.nats, [gone, stays])).toEqual([]);
    expect(filesWith(folders.media, [gone]).length).toBeGreaterThan(0);
    const before = await totals();

    const answer = await erase(person.contact);
    expect(answer.status).toBe(200);
    const certificate = (await answer.json()) as Certificate;
    expect(new CertificateSeal(masterKeyFrom(addresses.masterKey)).recognises(certificate)).toBe(true);
    expect(certificate).toMatchObject({ contactId: person.contact, reason: 'customer request', requestedBy: { kind: 'admin' } });
    expect(certificate.destroyed.conversations).toEqual([person.conversation]);
    expect(certificate.destroyed.keys).toHaveLength(1);
    expect(certificate.destroyed.files).toHaveLength(2);
    expect(certificate.destroyed.events).toBeGreaterThan(8);
    expect(JSON.stringify(certificate)).not.toContain(gone);

    expect(await rowsOfReadModels()).not.toContain(gone);
    expect(await rowsOfReadModels()).toContain(stays);
    const { rewritten, left } = await scrub(adminUrl, readTables);
    expect(left).toEqual([]);
    expect(rewritten).toEqual(expect.arrayContaining([...readTables, 'personal_keys']));
    await checkpoint();
    for (const place of Object.values(folders)) expect(filesWith(place, [gone])).toEqual([]);
    expect(filesWith(folders.postgres, [stays]).length).toBeGreaterThan(0);
    expect(filesWith(folders.media, [stays]).length).toBeGreaterThan(0);

    expect(await totals()).toEqual(before);
    const live = await rowsOfReadModels();
    for (const projector of deskProjectors) await rebuildProjector(centre.database, projector);
    await centre.wakeProjectors();
    await centre.settled();
    expect(await rowsOfReadModels()).toBe(live);
    expect(await totals()).toEqual(before);

    const timelineOf = async (id: string) =>
      (await listTimeline(centre.database, { tenantId: tenant, conversationId: id, limit: 50, mediaUrl: (mediaId) => mediaId })).items;
    expect(await findConversation(centre.database, tenant, person.conversation)).toMatchObject({
      customer: { name: null, erased: true },
      status: 'closed',
    });
    expect(
      (await timelineOf(person.conversation)).filter((entry) => 'content' in entry).map((entry) => 'content' in entry && entry.content),
    ).toEqual([ERASED, ERASED, ERASED]);
    expect(await findConversation(centre.database, tenant, other.conversation)).toMatchObject({
      customer: { name: `Name ${stays}`, erased: false },
      status: 'assigned',
    });
    expect(JSON.stringify(await timelineOf(other.conversation))).toContain(`${stays} is angry`);
    expect(JSON.stringify(await centre.log.store.readStream(conversationStream(other.conversation)))).toContain(`Hello, I am ${stays}`);
  }, 120_000);

  it('asks for a typed confirmation and the right, tells nobody of other tenants anything, and does it once', async () => {
    const person = await aCustomer(centre, word());
    expect((await erase(person.contact, 'admin', undefined, 'erase')).status).toBe(422);
    expect((await erase(person.contact, 'agent')).status).toBe(403);
    expect((await erase(person.contact, 'other')).status).toBe(404);
    expect((await erase(randomUUID())).status).toBe(404);
    expect((await ask('admin', 'POST', `contacts/${person.contact}/erase`, { reason: 'Mr Tanaka asked', confirm: 'x' })).status).toBe(422);
    expect(await (await ask('admin', 'GET', `contacts/${person.contact}/erasures`)).json()).toEqual({ items: [] });

    const key = randomUUID();
    const first = (await (await erase(person.contact, 'admin', key)).json()) as Certificate;
    expect(await (await erase(person.contact, 'admin', key)).json()).toEqual(first);
    expect(((await (await ask('admin', 'GET', `contacts/${person.contact}/erasures`)).json()) as { items: unknown[] }).items).toMatchObject(
      [{ id: first.id, certificate: first }],
    );
    expect((await ask('other', 'GET', `erasures/${first.id}`)).status).toBe(404);
    const printed = await ask('admin', 'GET', `erasures/${first.id}/certificate.txt`);
    expect(printed.headers.get('content-type')).toContain('text/plain');
    expect(await printed.text()).toContain(first.signature);

    const contact = await centre.log.store.readStream(contactStream(person.contact));
    expect(contact.at(-1)).toMatchObject({
      type: 'ContactErased',
      data: { erasureId: first.id, reason: 'customer request' },
      metadata: { actor: { kind: 'admin' } },
    });
    const conversation = await centre.log.store.readStream(conversationStream(person.conversation));
    expect(conversation.slice(-2).map(({ type, data }) => [type, data])).toEqual([
      ['ConversationClosed', { reason: 'customer erased' }],
      ['ConversationErased', { erasureId: first.id }],
    ]);
  }, 120_000);

  it('begins anew with who comes back, and leaves what platforms tell of the past', async () => {
    const name = word();
    const person = await aCustomer(centre, name);
    await erase(person.contact);
    const item = { conversationKey: person.key, customer: { key: person.key, displayName: `Name ${name}` } };
    const at = new Date().toISOString();
    await centre.tell({
      ...item,
      kind: 'receipt',
      dedupKey: `${name} late 1`,
      about: { providerMessageId: `wamid.${name}.3` },
      receipt: { status: 'read', at },
    });
    await centre.tell({ ...item, kind: 'unsend', dedupKey: `${name} late 2`, providerMessageId: `wamid.${name}.1`, unsentAt: at });
    await centre.tell({
      ...item,
      kind: 'message',
      dedupKey: `${name} 1`,
      providerMessageId: `wamid.${name}.1`,
      orderKey: '0001',
      sentAt: at,
      content: { type: 'text', text: 'delivered once more' },
    });
    await centre.tell({
      ...item,
      kind: 'message',
      dedupKey: `${name} new`,
      providerMessageId: `wamid.${name}.9`,
      orderKey: '0009',
      sentAt: at,
      content: { type: 'text', text: 'back again' },
    });
    const again = await centre.ids.conversation(person.key, 2);
    const deadline = Date.now() + 30_000;
    while ((await centre.log.raw.readStream(conversationStream(again))).length === 0 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await centre.settled();

    expect((await centre.log.raw.readStream(conversationStream(person.conversation))).at(-1)?.type).toBe('ConversationErased');
    expect(
      (await centre.log.store.readStream(conversationStream(again)))
        .map(({ data }) => (data as { content?: unknown }).content)
        .filter(Boolean),
    ).toEqual([{ type: 'text', text: 'back again' }]);
    expect(await findConversation(centre.database, tenant, again)).toMatchObject({
      customer: { name: `Name ${name}`, erased: false },
      earlier: [],
    });
    expect(await findConversation(centre.database, tenant, person.conversation)).toMatchObject({ customer: { name: null, erased: true } });
  }, 120_000);

  it('can be ended by another process after an interruption, from the moment on at which the keys are gone', async () => {
    const name = word();
    const person = await aCustomer(centre, name);
    const { erasures, eraseContact } = centre.erasing;
    const request = {
      id: randomUUID(),
      tenantId: tenant,
      contactId: person.contact,
      reason: 'customer request',
      requestedBy: { kind: 'system', automation: 'spec' },
      requestedAt: new Date().toISOString(),
    } as const;
    const begun = await erasures.begin(request);
    expect((await erasures.unfinished()).map(({ id }) => id)).toContain(request.id);
    await new Promise((resolve) => setTimeout(resolve, KEY_MEMORY_MS));
    expect(JSON.stringify(await centre.log.store.readStream(conversationStream(person.conversation)))).not.toContain(name);
    const certificate = await eraseContact.end(begun);
    expect(await eraseContact.begin(request)).toEqual(certificate);
    expect(await erasures.unfinished()).toEqual([]);
    expect(await rowsOfReadModels()).not.toContain(name);
  }, 120_000);

  it('is done again in a restored backup that did not know of it, for certificates of ours alone', async () => {
    const [name, stays] = [word(), word()];
    const person = await aCustomer(centre, name);
    const other = await aCustomer(centre, stays);
    await centre.close();
    await asOwner('create database restored template madoguchi');
    centre = await openCentre(addresses, tenant);
    const request = {
      id: randomUUID(),
      tenantId: tenant,
      contactId: person.contact,
      reason: 'customer request',
      requestedBy: { kind: 'system', automation: 'spec' },
      requestedAt: new Date().toISOString(),
    } as const;
    const certificate = await centre.erasing.eraseContact.begin(request);

    const restored = await openCentre({ ...addresses, database: addresses.database.replace(/\/madoguchi$/, '/restored') }, tenant);
    try {
      expect(JSON.stringify(await restored.log.store.readStream(conversationStream(person.conversation)))).toContain(name);
      await expect(restored.erasing.eraseContact.again({ ...certificate, contactId: other.contact })).rejects.toMatchObject({
        code: 'not-our-certificate',
      });
      const again = await restored.erasing.eraseContact.again(certificate);
      expect(again.destroyed).toMatchObject({ keys: certificate.destroyed.keys, conversations: certificate.destroyed.conversations });
      expect(JSON.stringify(await restored.log.store.readStream(conversationStream(person.conversation)))).not.toContain(name);
      const rows = JSON.stringify(await Promise.all(readTables.map((table) => restored.database.query(`select * from ${table}`))));
      expect(rows).not.toContain(name);
      expect(rows).toContain(stays);
    } finally {
      await restored.close();
    }
  }, 120_000);
});
