import { randomBytes, randomUUID } from 'node:crypto';
import { botDecider, botStream } from '@madoguchi/accounts';
import { botSignature, isSignedByBot, SIGNATURE_HEADER } from '@madoguchi/bots';
import { channelsFrom } from '@madoguchi/channels';
import type { CommandReply, CommandRequest } from '@madoguchi/contracts';
import { type ConversationCommand, conversationDecider, conversationStream } from '@madoguchi/conversation';
import { messageCommand } from '@madoguchi/conversation/testing';
import { handleCommand, Refusal, startOf } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import type { CommandClient, NatsConnection } from '@madoguchi/jetstream';
import { deskProjectors, readModelEntities, readModelMigrations, runProjector, waitForPosition } from '@madoguchi/read-models';
import { AccountCredentials, secretsEntities, secretsMigrations } from '@madoguchi/secrets';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { plainIds, turnIdOf } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { botHttp } from './bot-http.js';
import { BotHandoverModule } from './bot-handover.module.js';

const tenantId = randomUUID();
const botId = randomUUID();
const secret = 'a secret of both sides';
const now = () => new Date();
const store = inMemoryEventStore({ now });
const ending = new AbortController();
const log = createLogger('spec');
log.level = 'silent';
const ends: (() => Promise<unknown>)[] = [];
let projecting: readonly Promise<unknown>[];
let url: string;
let database: DataSource;

const run = (id: string, command: ConversationCommand, cause = startOf(tenantId, { kind: 'system', automation: 'spec' }, randomUUID())) =>
  handleCommand(store, conversationDecider, conversationStream(id), command, cause, { now });
const settled = async () => waitForPosition(database, deskProjectors, await store.head(), AbortSignal.timeout(120_000));

beforeAll(async () => {
  const postgres = await startPostgres();
  const migrations = [...readModelMigrations, ...secretsMigrations];
  const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations }).initialize();
  await owner.runMigrations();
  await owner.destroy();
  const entities = [...readModelEntities, ...secretsEntities];
  database = await new DataSource({ type: 'postgres', url: postgres.url, entities, poolSize: deskProjectors.length + 4 }).initialize();
  projecting = deskProjectors.map((projector) =>
    runProjector({ store, projector, database, signal: ending.signal, log, firstPauseMs: 20 }),
  );
  const credentials = new AccountCredentials(database, randomBytes(32), now);
  await credentials.save(tenantId, botId, { secret });
  const commands = {
    send: async (_: string, { id, command, cause }: CommandRequest<ConversationCommand>): Promise<CommandReply> => {
      try {
        return { ok: true, version: null, events: await run(id, command, cause) };
      } catch (error) {
        if (error instanceof Refusal) return { ok: false, refusal: { code: error.code, message: error.message, details: {} } };
        throw error;
      }
    },
    close: async () => undefined,
  } as unknown as CommandClient;
  const connection = { rtt: async () => 0, drain: async () => undefined } as unknown as NatsConnection;
  const channels = channelsFrom({});
  const parts = { store, pseudonyms: plainIds, database, connection, commands, channels, engines: new Map(), credentials };
  const app = await createApplication({ module: BotHandoverModule.with(parts), adapter: botHttp(), rawBodies: true }, log);
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  const settings = {
    name: 'Orders',
    endpoint: 'https://bot.example',
    appId: null,
    accountIds: [],
    fields: [],
    deadlineSeconds: 10,
    script: null,
  };
  const cause = startOf(tenantId, { kind: 'system', automation: 'spec' }, randomUUID());
  await handleCommand(store, botDecider, botStream(botId), { type: 'AddBot', kind: 'webhook', ...settings }, cause, { now });
  ends.push(
    async () => ending.abort(),
    () => Promise.all(projecting),
    () => app.close(),
    () => postgres.stop(),
  );
});
afterAll(async () => {
  for (const end of ends) await end();
});

/** A conversation that the bot has under epoch 1; what it is asked bears this turn. */
const asked = async () => {
  const id = randomUUID();
  await run(id, { ...messageCommand(1), threadKey: `a/${id}`, botId, queueId: randomUUID() });
  await settled();
  return { id, turn: { turnId: randomUUID(), conversationId: id, epoch: 1 } };
};
const calls = async (answer: object | string, { by = secret, of = botId }: { by?: string; of?: string } = {}) => {
  const body = Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer));
  const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: botSignature(by, body, now()) };
  const response = await fetch(`${url}/bots/${of}/answers`, { method: 'POST', headers, body });
  const answered = Buffer.from(await response.arrayBuffer());
  const signed = isSignedByBot(response.headers.get(SIGNATURE_HEADER) ?? undefined, secret, answered, now());
  return { status: response.status, code: (JSON.parse(answered.toString() || '{}') as { code?: string }).code, signed };
};
const said = async (id: string) => (await store.readStream(conversationStream(id))).filter(({ type }) => type === 'ReplyQueued');
const messages = [{ type: 'text', text: 'It is on its way.' }];

describe('what a bot says later', () => {
  it('M-183: is taken once under its turn, and what we answer is signed too', async () => {
    const { id, turn } = await asked();
    expect(await calls({ turn, messages })).toEqual({ status: 202, code: undefined, signed: true });
    expect((await calls({ turn, messages })).status).toBe(202);
    expect(await said(id)).toMatchObject([{ data: { botId, epoch: 1, content: messages[0] } }]);
  });

  it('may hand over', async () => {
    const { id, turn } = await asked();
    expect((await calls({ turn, next: { do: 'hand over', summary: 'order 4711' } })).status).toBe(202);
    expect((await store.readStream(conversationStream(id))).at(-1)).toMatchObject({ type: 'AgentRequested' });
  });

  it('does not end what the customer has gone on with since they were asked about', async () => {
    const { id } = await asked();
    const first = (await store.readStream(conversationStream(id))).find(({ type }) => type === 'CustomerMessageReceived')!;
    const turn = { turnId: turnIdOf(first), conversationId: id, epoch: 1 };
    await run(id, { ...messageCommand(2), threadKey: `a/${id}`, botId, queueId: randomUUID() });
    expect((await calls({ turn, messages, next: { do: 'close' } })).status).toBe(202);
    expect((await store.readStream(conversationStream(id))).at(-1)).toMatchObject({ type: 'ReplyQueued' });

    const another = await asked();
    const only = (await store.readStream(conversationStream(another.id))).find(({ type }) => type === 'CustomerMessageReceived')!;
    expect((await calls({ turn: { ...another.turn, turnId: turnIdOf(only) }, next: { do: 'close' } })).status).toBe(202);
    expect((await store.readStream(conversationStream(another.id))).at(-1)).toMatchObject({ type: 'ConversationClosed' });
  });

  it('M-181: is refused, and seen, when somebody else has the conversation', async () => {
    const { id, turn } = await asked();
    await run(id, { type: 'TakeOver', agentId: 'aiko', offerId: randomUUID() });
    expect(await calls({ turn, messages })).toMatchObject({ status: 409, code: 'late' });
    expect(await said(id)).toEqual([]);
    expect((await store.readStream(conversationStream(id))).at(-1)).toMatchObject({
      type: 'BotAnswerRefused',
      data: { botId, holder: 'agent' },
    });
  });

  it('is not taken from anybody who has not the secret, or of whom nothing is known', async () => {
    const { id, turn } = await asked();
    expect(await calls({ turn, messages }, { by: 'another secret of somebody' })).toMatchObject({ status: 401, code: 'not-signed' });
    expect(await calls({ turn, messages }, { of: randomUUID() })).toMatchObject({ status: 401, code: 'not-signed' });
    const unsigned = await fetch(`${url}/bots/${botId}/answers`, { method: 'POST', body: JSON.stringify({ turn, messages }) });
    expect(unsigned.status).toBe(401);
    expect(await said(id)).toEqual([]);
  });

  it('is told what is wrong with it: no such conversation, no answer, longer than the channel takes', async () => {
    const { id, turn } = await asked();
    expect(await calls({ turn: { ...turn, conversationId: randomUUID() }, messages })).toMatchObject({ status: 404 });
    expect(await calls('{"turn":')).toMatchObject({ status: 422, code: 'not-an-answer' });
    expect(await calls({ turn, message: 'hello' })).toMatchObject({ status: 422, code: 'not-an-answer' });
    expect((await calls({ turn, messages: [{ type: 'text', text: 'x'.repeat(5_001) }] })).status).toBe(422);
    expect(await said(id)).toEqual([]);
  });

  it('is taken of a conversation that the read models do not know yet', async () => {
    ending.abort();
    await Promise.all(projecting);
    const id = randomUUID();
    await run(id, { ...messageCommand(1), threadKey: `a/${id}`, botId, queueId: randomUUID() });
    expect((await calls({ turn: { turnId: randomUUID(), conversationId: id, epoch: 1 }, messages })).status).toBe(202);
    expect(await said(id)).toHaveLength(1);
  });
});
