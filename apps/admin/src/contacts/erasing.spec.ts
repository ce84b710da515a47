import { randomBytes, randomUUID } from 'node:crypto';
import { contactStream, conversationStream } from '@madoguchi/conversation';
import { ERASED } from '@madoguchi/event-sourcing';
import { KEY_MEMORY_MS, scrub } from '@madoguchi/personal-data';
import { deskProjectors, findConversation, listTimeline, rebuildProjector } from '@madoguchi/read-models';
import { masterKeysFrom } from '@madoguchi/secrets';
import { type Certificate, CertificateSeal } from '@madoguchi/use-cases';
import { aCustomer, type Centre, openCentre } from './testing/centre.js';
import { filesWith } from './testing/raw-files.js';
import { startErasing } from './testing/start-erasing.js';

const word = () => `KANARI${randomBytes(9).toString('hex')}`;
const readTables = deskProjectors.flatMap(({ tables }) => tables);

describe('erasing a person', () => {
  let server: Awaited<ReturnType<typeof startErasing>>;
  let centre: Centre;
  beforeAll(async () => {
    server = await startErasing();
    centre = server.centre;
  });
  afterAll(async () => {
    await centre?.close();
    await server?.stop();
  });

  const totals = () =>
    server.asOwner(
      `select (select json_agg(t order by t.day, t.queue_id, t.status) from
         (select opened_at::date::text as day, queue_id, status, channel, count(*) from agent_inbox_v3 group by 1, 2, 3, 4) t) as conversations,
       (select json_agg(t order by t.kind) from (select kind, count(*) from timeline_v2 where kind <> 'system' group by 1) t) as entries,
       (select count(*) from event_log.events where type = 'CustomerMessageReceived') as messages`,
    );
  const rowsOfReadModels = async () =>
    JSON.stringify(await Promise.all(readTables.map((table) => centre.database.query(`select * from ${table} order by 1, 2`))));

  it('leaves nothing of them anywhere, and everything of everybody else', async () => {
    const [gone, stays] = [word(), word()];
    const { folders, addresses, adminUrl, tenant, erase, asOwner, filesOfTheLog } = server;
    const checkpoint = () => asOwner('checkpoint');
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
    expect(new CertificateSeal(masterKeysFrom(addresses.masterKey)).recognises(certificate)).toBe(true);
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
  });

  it('asks for a typed confirmation and the right, tells nobody of other tenants anything, and does it once', async () => {
    const { ask, erase } = server;
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
  });

  it('begins anew with who comes back, and leaves what platforms tell of the past', async () => {
    const { tenant, erase } = server;
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
    const deadline = Date.now() + 120_000;
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
  });

  it('can be ended by another process after an interruption, from the moment on at which the keys are gone', async () => {
    const { tenant } = server;
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
    centre.turnClockOn(KEY_MEMORY_MS);
    expect(JSON.stringify(await centre.log.store.readStream(conversationStream(person.conversation)))).not.toContain(name);
    const certificate = await eraseContact.end(begun);
    expect(await eraseContact.begin(request)).toEqual(certificate);
    expect(await erasures.unfinished()).toEqual([]);
    expect(await rowsOfReadModels()).not.toContain(name);
  });

  it('is done again in a restored backup that did not know of it, for certificates of ours alone', async () => {
    const { tenant, addresses } = server;
    const [name, stays] = [word(), word()];
    const person = await aCustomer(centre, name);
    const other = await aCustomer(centre, stays);
    await centre.close();
    const restoredUrl = await server.restore('restored');
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

    const restored = await openCentre({ ...addresses, database: restoredUrl }, tenant);
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
  });
});
