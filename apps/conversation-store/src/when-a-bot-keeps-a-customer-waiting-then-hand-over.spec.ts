import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { botDecider, botStream } from '@madoguchi/accounts';
import { type ConversationCommand, conversationDecider, type ConversationEvent, conversationStream } from '@madoguchi/conversation';
import { messageCommand } from '@madoguchi/conversation/testing';
import { fold, handleCommand, startOf } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { deskProjectors, readModelEntities, readModelMigrations, runProjector, waitForPosition } from '@madoguchi/read-models';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import { handOverThoseKeptWaiting, watchBots } from './when-a-bot-keeps-a-customer-waiting-then-hand-over.js';

const HOUR_MS = 3_600_000;
const tenantId = randomUUID();
const botId = randomUUID();
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const began = Date.UTC(2026, 10, 26, 9);
let clock = began;
const now = () => new Date(clock);
const store = inMemoryEventStore({ now });
const ending = new AbortController();
const ends: (() => Promise<unknown>)[] = [];
let database: DataSource;

const cause = () => startOf(tenantId, { kind: 'system', automation: 'spec' }, randomUUID());
const run = (id: string, command: ConversationCommand) =>
  handleCommand(store, conversationDecider, conversationStream(id), command, cause(), { now });
const settled = async () => waitForPosition(database, deskProjectors, await store.head(), AbortSignal.timeout(120_000));
const events = async (id: string) => (await store.readStream(conversationStream(id))) as unknown as readonly ConversationEvent[];
const control = async (id: string) => fold(conversationDecider, await events(id)).control;

beforeAll(async () => {
  const postgres = await startPostgres();
  const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations: [...readModelMigrations] }).initialize();
  await owner.runMigrations();
  await owner.destroy();
  database = await new DataSource({
    type: 'postgres',
    url: postgres.url,
    entities: readModelEntities,
    poolSize: deskProjectors.length + 4,
  }).initialize();
  const projecting = deskProjectors.map((projector) =>
    runProjector({ store, projector, database, signal: ending.signal, log: quiet, firstPauseMs: 20 }),
  );
  const settings = {
    name: 'Orders',
    endpoint: 'https://bot.example',
    appId: null,
    accountIds: [],
    fields: [],
    deadlineSeconds: 10,
    script: null,
  };
  await handleCommand(store, botDecider, botStream(botId), { type: 'AddBot', kind: 'webhook', ...settings }, cause(), { now });
  ends.push(
    async () => ending.abort(),
    () => Promise.all(projecting),
    () => database.destroy(),
    () => postgres.stop(),
  );
});
afterAll(async () => {
  for (const end of ends) await end();
});

/** So many seconds after the beginning a customer writes to the bot. */
const writes = async (id: string, n: number, second: number) => {
  const sentAt = new Date(began + second * 1_000).toISOString();
  await run(id, {
    ...messageCommand(n),
    threadKey: `a/${id}`,
    botId,
    queueId: 'q',
    providerMessageId: `${id} ${n}`,
    sentAt,
    orderKey: String(n),
  });
};
/** Whose hand-over stands in the log after this position, in order. */
const handedOverAfter = async (position: string) => {
  const ids: string[] = [];
  for await (const page of store.readAll({ after: position }))
    for (const { type, stream } of page) if (type === 'AgentRequested') ids.push(stream.slice('conversation-'.length));
  return ids;
};

describe('customers whom a bot keeps waiting', () => {
  it('that is down for an hour: nobody waits for it, and what it missed goes to people in order', async () => {
    const ids = Array.from({ length: 8 }, () => randomUUID());
    const before = await store.head();
    for (const [index, id] of ids.entries()) await writes(id, 1, index);
    for (const id of ids) await writes(id, 2, 60);
    await settled();
    clock = began + 15_000;
    expect(await handOverThoseKeptWaiting({ database, store, now })).toBe(0);
    clock = began + HOUR_MS;
    expect(await handOverThoseKeptWaiting({ database, store, now })).toBe(8);
    expect(await handedOverAfter(before)).toEqual(ids);
    await settled();
    expect(await handOverThoseKeptWaiting({ database, store, now })).toBe(0);
    for (const id of ids) {
      const story = await events(id);
      expect(story.map(({ type }) => type)).toEqual([
        'ConversationOpened',
        'CustomerMessageReceived',
        'ControlPassed',
        'CustomerMessageReceived',
        'ControlPassed',
        'AgentRequested',
      ]);
      expect(story.at(-2)).toMatchObject({ data: { to: 'nobody', reason: 'bot silent', botId } });
    }
  });

  it('are handed over once, whatever dies in the middle and however many look', async () => {
    clock = began + HOUR_MS;
    const ids = Array.from({ length: 12 }, () => randomUUID());
    const before = await store.head();
    for (const [index, id] of ids.entries()) await writes(id, 1, index);
    await settled();
    let left = 5;
    const dying = {
      ...store,
      append: (...append: Parameters<typeof store.append>) =>
        (left -= 1) < 0 ? Promise.reject(new Error('killed')) : store.append(...append),
    };
    await expect(handOverThoseKeptWaiting({ database, store: dying, now })).rejects.toThrow('killed');
    expect(await handedOverAfter(before)).toEqual(ids.slice(0, 5));

    const watching = [new AbortController(), new AbortController()];
    const loops = watching.map(({ signal }) => watchBots({ database, store, now }, quiet, signal));
    while ((await handedOverAfter(before)).length < ids.length) await sleep(20);
    for (const one of watching) one.abort();
    await Promise.all(loops);
    expect((await handedOverAfter(before)).sort()).toEqual([...ids].sort());
  });

  it('are left to a bot that answers, and to the agent who has taken them over', async () => {
    clock = began + HOUR_MS;
    const [answered, taken] = [randomUUID(), randomUUID()];
    for (const id of [answered, taken]) await writes(id, 1, 0);
    const content = { type: 'text', text: 'hello' } as const;
    const replies = [{ replyId: randomUUID(), content }];
    await run(answered, { type: 'AnswerAsBot', turnId: randomUUID(), botId, epoch: 1, replies, next: { do: 'stay' } });
    await run(taken, { type: 'TakeOver', agentId: 'aiko', offerId: randomUUID() });
    await settled();
    expect(await handOverThoseKeptWaiting({ database, store, now })).toBe(0);
    expect([await control(answered), await control(taken)]).toMatchObject([{ holder: 'bot' }, { holder: 'agent' }]);
  });
});
