import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InboundMessage } from '@madoguchi/contracts';
import { conversationStream } from '@madoguchi/conversation';
import { idOf, type RecordedEvent, START } from '@madoguchi/event-sourcing';
import { openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { openSealedLog, type SealedLog } from '@madoguchi/personal-data';
import { deskProjectors, readModelEntities, runProjector } from '@madoguchi/read-models';
import { SignIn, signInEntities } from '@madoguchi/sign-in';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { type Certificate, receiveInbound } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { addAdministrator } from '../administrator/add-administrator.js';
import { migrate } from '../migrate.js';
import { eraseCommand, type EraseCommandOptions } from './erase-command.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const account = randomUUID();
const folder = mkdtempSync(join(tmpdir(), 'madoguchi-erase-'));
const certificateFile = join(folder, 'certificate.json');
const password = 'correct horse battery';
const masterKey = randomBytes(32).toString('base64');

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let database: DataSource;
let log: SealedLog;
let tenant: string;
let environment: NodeJS.ProcessEnv;
const ending = new AbortController();
let projecting: Promise<unknown>;

beforeAll(async () => {
  postgres = await startPostgres();
  await migrate(postgres.adminUrl);
  tenant = await addAdministrator(postgres.url, { tenant: 'Ours', email: 'a@ours.example', name: 'A', password }, new Date());
  database = await new DataSource({
    type: 'postgres',
    url: postgres.url,
    entities: [...readModelEntities, ...signInEntities],
    poolSize: deskProjectors.length + 8,
  }).initialize();
  const { token } = await new SignIn(database, () => new Date()).signIn({ email: 'a@ours.example', password, address: '127.0.0.1' });
  environment = {
    DATABASE_URL: postgres.url,
    DATABASE_ADMIN_URL: postgres.adminUrl,
    MADOGUCHI_MASTER_KEY: masterKey,
    MADOGUCHI_MEDIA_DIR: join(folder, 'media'),
    MADOGUCHI_TOKEN: token,
  };
  log = await openSealedLog(await openPostgresEventStore({ url: postgres.url }), { url: postgres.url, masterKey });
  projecting = Promise.all(
    deskProjectors.map((projector) =>
      runProjector({ store: log.store, projector, database, signal: ending.signal, log: quiet, firstPauseMs: 20 }),
    ),
  );
});
afterAll(async () => {
  ending.abort();
  await projecting;
  await database.destroy();
  await log.store.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const writes = (name: string): InboundMessage => ({
  tenantId: tenant,
  accountId: account,
  channel: 'line',
  queueId: randomUUID(),
  receivedAt: new Date().toISOString(),
  item: {
    kind: 'message',
    conversationKey: `U-${name}`,
    customer: { key: `U-${name}`, displayName: name },
    dedupKey: randomUUID(),
    providerMessageId: `m-${name}`,
    orderKey: '0001',
    sentAt: new Date().toISOString(),
    content: { type: 'text', text: `Hello from ${name}` },
  },
});

const said: string[] = [];
const erase = (options: Omit<EraseCommandOptions, 'data'>, more: NodeJS.ProcessEnv = {}, signal = ending.signal) =>
  eraseCommand({ data: join(folder, 'nowhere'), ...options }, { ...environment, ...more }, signal, (line) => said.push(line));
const inTheLog = async (): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const page of log.raw.readAll({ after: START })) events.push(...page);
  return events;
};
const contactOf = (events: readonly RecordedEvent[]) =>
  (events.find(({ type }) => type === 'ConversationOpened')!.data as { contactId: string }).contactId;
const asked = (contact: string) => ({ contact, reason: 'customer request', confirm: `erase ${contact.slice(0, 8)}` });

it('needs the master key, and one thing to do', async () => {
  const job = { ...asked(randomUUID()) };
  await expect(erase(job, { MADOGUCHI_MASTER_KEY: '' })).rejects.toThrow('MADOGUCHI_MASTER_KEY is missing');
  await expect(erase({ scrub: true }, { MADOGUCHI_MASTER_KEY: '' })).rejects.toThrow('MADOGUCHI_MASTER_KEY is missing');
  await expect(erase({})).rejects.toThrow('Say one of');
  await expect(erase({ scrub: true, sealLog: true })).rejects.toThrow('Say one of');
});

it('asks for a reason of the list, a typed confirmation and somebody who may', async () => {
  const job = asked(randomUUID());
  await expect(erase({ ...job, reason: 'Mr Tanaka asked' })).rejects.toThrow('--reason must be one of');
  await expect(erase({ ...job, confirm: 'yes' })).rejects.toThrow('Confirm with --confirm "erase ');
  await expect(erase(job, { MADOGUCHI_TOKEN: '' })).rejects.toThrow('MADOGUCHI_TOKEN');
  await expect(erase(job)).rejects.toMatchObject({ code: 'no-such-contact' });
});

const restoreBackup = async () => {
  const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl }).initialize();
  await owner.query('delete from erasures');
  await owner.destroy();
};

describe('a log that was begun without keys', () => {
  let contact: string;

  it('is sealed as it stands, says the same afterwards, and goes on where it was broken off', async () => {
    await receiveInbound(log.raw, () => new Date())(writes('CANARY'));
    await receiveInbound(log.store, () => new Date(), log.pseudonyms)(writes('later'));
    const before = await inTheLog();
    expect(JSON.stringify(before)).toContain('CANARY');
    contact = contactOf(before);
    await expect(erase(asked(contact))).rejects.toMatchObject({ code: 'not-sealed-yet' });

    expect(await erase({ sealLog: true }, {}, AbortSignal.abort())).toBe(false);
    expect(await erase({ sealLog: true })).toBe(true);
    expect(said.at(-1)).toContain('nats stream purge EVENTS');
    const after = await inTheLog();
    expect(JSON.stringify(after)).not.toContain('CANARY');
    expect(after.map(({ id, position, version }) => ({ id, position, version }))).toEqual(
      before.map(({ id, position, version }) => ({ id, position, version })),
    );
    expect((await log.open(after)).map(({ data }) => data)).toEqual((await log.open(before)).map(({ data }) => data));
    await expect(log.raw.append(conversationStream(randomUUID()), [], 'any')).resolves.toEqual([]);
    const app = () => database.query('update event_log.events set data = data');
    await expect(app()).rejects.toThrow();
    expect(await erase({ sealLog: true })).toBe(true);
    expect(said.at(-1)).toBe('Done: 0 events sealed.');
  });

  it('lets a person be erased, with a certificate that can be verified', async () => {
    await erase({ ...asked(contact.toUpperCase()), confirm: `erase ${contact.slice(0, 8)}`, certificate: certificateFile });
    const conversation = (await inTheLog()).find(({ type }) => type === 'ConversationOpened')!.stream;
    expect(JSON.stringify(await log.store.readStream(conversationStream(idOf(conversation))))).not.toContain('CANARY');
    expect(said.join('\n')).toContain('CERTIFICATE OF ERASURE');
    expect(await erase({ verify: certificateFile })).toBe(true);
    expect(said.at(-1)).toMatch(/^genuine/);

    const certificate = JSON.parse(readFileSync(certificateFile, 'utf8')) as Certificate;
    const forged = join(folder, 'forged.json');
    writeFileSync(forged, JSON.stringify({ items: [{ certificate: { ...certificate, contactId: randomUUID() } }] }));
    await expect(erase({ verify: forged })).rejects.toThrow('no such certificate');
    await expect(erase({ verify: certificateFile }, { MADOGUCHI_MASTER_KEY: randomBytes(32).toString('base64') })).rejects.toThrow(
      'no such certificate',
    );
    await expect(erase({ reapply: forged.replace('forged', 'nowhere') })).rejects.toThrow('ENOENT');
  });

  it('lets a restored backup be brought up to date, and passes over what it knows', async () => {
    expect(await erase({ reapply: certificateFile })).toBe(true);
    expect(said.at(-1)).toBe('Done: 0 erased again, 1 were erased in the backup.');
    await restoreBackup();
    expect(await erase({ reapply: certificateFile }, {}, AbortSignal.abort())).toBe(false);
    expect(await erase({ reapply: certificateFile })).toBe(true);
    expect(said.at(-1)).toBe('Done: 1 erased again, 0 were erased in the backup.');
  });

  it('knows what a master key has signed that is being replaced, and does everybody though it does not know one', async () => {
    const certificate = JSON.parse(readFileSync(certificateFile, 'utf8')) as Certificate;
    const strange = { ...certificate, id: randomUUID(), contactId: randomUUID() };
    const several = join(folder, 'several.json');
    writeFileSync(several, JSON.stringify([strange, certificate]));
    const replaced = { MADOGUCHI_MASTER_KEY: `${randomBytes(32).toString('base64')},${masterKey}` };

    expect(await erase({ verify: certificateFile }, replaced)).toBe(true);
    await restoreBackup();
    await expect(erase({ reapply: several }, replaced)).rejects.toThrow(`NOT ERASED: ${strange.contactId}. `);
    expect(said).toContain(`2 of 2: ${certificate.contactId} is erased again`);
    expect(said.at(-1)).toBe('Done: 1 erased again, 0 were erased in the backup.');

    const given = (await log.erasures.find(tenant, certificate.id))?.certificate;
    writeFileSync(several, JSON.stringify([given]));
    await expect(erase({ verify: several })).rejects.toThrow('behind the current one');
    expect(await erase({ verify: several }, replaced)).toBe(true);
  });

  it('has its files written anew', async () => {
    expect(await erase({ scrub: true })).toBe(true);
    expect(said.filter((line) => line.startsWith('LEFT FOR YOU'))).toEqual([]);
  });
});
