import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConversationPage, LiveFigures, LiveFrame } from '@madoguchi/contracts';
import { accountStream, integrationAccountDecider } from '@madoguchi/accounts';
import { type ConversationCommand, conversationDecider, conversationStream } from '@madoguchi/conversation';
import { type Decider, type DomainEvent, handleCommand, startOf, type StreamName } from '@madoguchi/event-sourcing';
import { DEFAULT_POLICY, queueDecider, queueStream } from '@madoguchi/routing';
import { createInMemoryLog, exampleCause, exampleStream, newEvent } from '@madoguchi/event-sourcing/testing';
import { WebSocket } from 'ws';
import { type Desk, emptyTables, eventually, type Person, type Servers, startDesk, startServers } from '../testing/start-desk.js';

let servers: Servers;
let desk: Desk;
let tenantId: string;
let sato: Person;

beforeAll(async () => {
  servers = await startServers();
});
beforeEach(async () => {
  await emptyTables(servers.database);
  desk = await startDesk(servers);
  tenantId = await desk.tenant('Demo');
  sato = await desk.person(tenantId);
  await desk.settled();
});
afterEach(() => desk.stop());
afterAll(() => servers.stop());

interface Page {
  readonly frames: LiveFrame[];
  readonly ended: Promise<number>;
  say(words: string): void;
  close(): void;
}

const open = async (
  person: Pick<Person, 'cookie'>,
  after?: string,
  { at = desk, origin }: { at?: Desk; origin?: string } = {},
): Promise<Page> => {
  const address = `${at.url.replace('http', 'ws')}/api/v1/live${after === undefined ? '' : `?after=${after}`}`;
  const socket = new WebSocket(address, { headers: { cookie: person.cookie, ...(origin ? { origin } : {}) } });
  const frames: LiveFrame[] = [];
  socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString()) as LiveFrame));
  const ended = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return { frames, ended, say: (words) => socket.send(words), close: () => socket.close() };
};

/** A time zone whose midnight is hours away: today stays today while the spec runs. Neither has summer time. */
const hour = new Date().getUTCHours();
const zone =
  hour > 10 && hour < 19 ? { name: 'America/Phoenix', midnight: /T07:00:00.000Z$/ } : { name: 'Asia/Tokyo', midnight: /T15:00:00.000Z$/ };

const changed = (page: Page) => page.frames.filter((frame) => frame.type === 'changed');
const conversationsOf = (page: Page) => new Set(changed(page).flatMap(({ conversations }) => conversations));
const positionOf = (page: Page) => page.frames.at(-1)?.position ?? '0';
const ready = (page: Page) => eventually(() => page.frames.length > 0);

describe('live', () => {
  it('M-45, M-63: tells of an account that waited for its verification, and of no other tenant’s', async () => {
    const [page, stranger] = [await open(sato), await open(await desk.person(await desk.tenant('Theirs')))];
    await ready(page);
    const id = randomUUID();
    const cause = startOf(tenantId, { kind: 'system', automation: 'test' }, randomUUID());
    const add = { type: 'AddAccount', accountType: 'line', name: 'Umeda shop', webhookKey: 'key' } as const;
    await handleCommand(desk.store, integrationAccountDecider, accountStream(id), add, cause, { now: () => new Date() });
    await eventually(() => changed(page).some(({ accounts }) => accounts?.includes(id)));
    expect(changed(stranger).some(({ accounts }) => accounts?.includes(id))).toBe(false);
    page.close();
    stranger.close();
  });

  it('tells of a change when it can be read, and not before', async () => {
    const page = await open(sato);
    await ready(page);
    for (let round = 0; round < 10; round += 1) {
      const id = await desk.customerWrites(tenantId, `message ${round}`);
      await eventually(() => conversationsOf(page).has(id));
      const { items } = (await sato.get('/conversations?view=all')).body as { items: { id: string; lastMessage: { line: string } }[] };
      expect(items.find((row) => row.id === id)?.lastMessage.line).toBe(`message ${round}`);
    }
    const positions = page.frames.map(({ position }) => Number(position));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    page.close();
  });

  it('tells of offers and of agents', async () => {
    const id = await desk.customerWrites(tenantId, 'hello');
    await desk.settled();
    const page = await open(sato);
    await ready(page);
    await desk.offer(tenantId, id, sato.agentId);
    await eventually(() => changed(page).some(({ offers, agents }) => offers && agents));
    page.close();
  });

  it('tells of a promise that was missed, when the row says so', async () => {
    const queueId = randomUUID();
    const cause = () => startOf(tenantId, { kind: 'system', automation: 'test' }, randomUUID());
    const now = { now: () => new Date() };
    const service = { ...DEFAULT_POLICY.service, firstAnswerSeconds: 60 };
    for (const command of [
      { type: 'CreateQueue', name: 'Support', offerSeconds: 30 },
      { type: 'SetQueuePolicy', policy: { service }, queueId },
    ] as const) {
      await handleCommand(desk.store, queueDecider, queueStream(queueId), command, cause(), now);
    }
    const id = await desk.customerWrites(tenantId, 'hello');
    const happens = (command: ConversationCommand) =>
      handleCommand(desk.store, conversationDecider, conversationStream(id), command, cause(), now);
    const [requested] = await happens({ type: 'AssignBySupervisor', by: sato.agentId, queueId });
    await desk.settled();
    const sla = async () => ((await sato.get('/conversations?view=all')).body as ConversationPage).items.find((row) => row.id === id)?.sla;
    const promised = await sla();
    expect(promised).toMatchObject({ kind: 'first answer', state: 'running' });

    const page = await open(sato);
    await ready(page);
    const target = { target: 'first answer', since: 2, dueAt: promised?.dueAt ?? '', queueId, policyVersion: 1 } as const;
    await happens({ type: 'RecordPassedTargets', seen: requested?.version ?? 0, passed: [{ what: 'breach', ...target }] });
    await eventually(() => conversationsOf(page).has(id));
    expect(await sla()).toEqual({ ...promised, state: 'breached' });
    page.close();
  });

  it('tells a wall board when to read, and shows it queues and agents; no agent, and nobody of another tenant', async () => {
    const supervisor = await desk.person(tenantId, 'admin');
    const queueId = randomUUID();
    const service = { ...DEFAULT_POLICY.service, firstAnswerSeconds: 60 };
    const happens = <State, Command, Event extends DomainEvent>(
      decider: Decider<State, Command, Event>,
      stream: StreamName,
      command: Command,
    ) =>
      handleCommand(desk.store, decider, stream, command, startOf(tenantId, { kind: 'system', automation: 'test' }, randomUUID()), {
        now: () => new Date(),
      });
    await happens(queueDecider, queueStream(queueId), { type: 'CreateQueue', name: 'Support', offerSeconds: 30 });
    await happens(queueDecider, queueStream(queueId), { type: 'SetQueuePolicy', policy: { service }, queueId });
    await desk.settled();
    const page = await open(supervisor);
    await ready(page);
    const id = await desk.customerWrites(tenantId, 'hello');
    await happens(conversationDecider, conversationStream(id), { type: 'AssignBySupervisor', by: sato.agentId, queueId });
    await desk.settled();
    await eventually(() => conversationsOf(page).has(id));
    const figures = async (who = supervisor) => (await who.get(`/live-figures?timeZone=${zone.name}`)).body as LiveFigures;
    expect((await figures()).queues).toMatchObject([{ name: 'Support', waiting: 1, offered: 0, inHand: 0, targetSeconds: 60 }]);

    await desk.give(tenantId, id, sato.agentId);
    await sato.send('POST', `/conversations/${id}/replies`, { content: { type: 'text', text: 'Good morning' } });
    await desk.settled();
    const { queues, agents, today, at } = await figures();
    expect(queues).toMatchObject([{ waiting: 0, longestWaitSince: null, today: { answered: 1, inTime: 1, late: 0, level: 1 } }]);
    expect(agents.find((agent) => agent.id === sato.agentId)).toMatchObject({
      presence: 'available',
      load: 1,
      capacity: 3,
      answeredToday: 1,
    });
    expect(new Date(today).toISOString()).toMatch(zone.midnight);
    expect(Date.parse(at) - Date.parse(today)).toBeLessThan(86_400_000);

    expect(await sato.get('/live-figures')).toMatchObject({ status: 403, body: { permission: 'live-figures.view' } });
    expect(await supervisor.get('/live-figures?timeZone=Mars')).toMatchObject({ status: 422 });
    const stranger = await desk.person(await desk.tenant('Theirs'), 'admin');
    await desk.settled();
    expect(await figures(stranger)).toMatchObject({ queues: [], agents: [{ load: 0 }] });
    page.close();
  });

  it('resumes without a gap', async () => {
    const first = await open(sato);
    await ready(first);
    const seen = positionOf(first);
    first.close();
    const missed = await Promise.all(['a', 'b', 'c'].map((words) => desk.customerWrites(tenantId, words)));
    await desk.settled();
    const second = await open(sato, seen);
    const later = await desk.customerWrites(tenantId, 'd');
    await eventually(() => [...missed, later].every((id) => conversationsOf(second).has(id)));
    second.close();
  });

  it('loses nothing when it resumes in the middle of a storm', async () => {
    const written: string[] = [];
    let storm = true;
    const writing = (async () => {
      while (storm) {
        written.push(await desk.customerWrites(tenantId, 'storm'));
        await sleep(2);
      }
    })();
    const told = new Set<string>();
    let position = (await sato.get('/conversations')).body.position as string;
    const before = new Set(
      ((await sato.get('/conversations?view=all&limit=200')).body as { items: { id: string }[] }).items.map(({ id }) => id),
    );
    for (let round = 0; round < 5; round += 1) {
      const page = await open(sato, position);
      await eventually(() => changed(page).length > 0);
      page.close();
      await page.ended;
      for (const id of conversationsOf(page)) told.add(id);
      expect(page.frames.some(({ type }) => type === 'resync')).toBe(false);
      position = positionOf(page);
    }
    storm = false;
    await writing;
    const last = await open(sato, position);
    await eventually(() => {
      for (const id of conversationsOf(last)) told.add(id);
      return written.every((id) => told.has(id) || before.has(id));
    });
    last.close();
  });

  it('says "resync" to who missed too much, or comes from another log', async () => {
    const { position } = (await sato.get('/conversations')).body as { position: string };
    const events = Array.from({ length: 2_100 }, (_, n) => newEvent({ type: 'SomethingHappened', data: {} }, exampleCause(n)));
    await desk.store.append(exampleStream(1), events, 'no stream');
    await desk.settled();
    for (const after of [position, '999999999999']) {
      const page = await open(sato, after);
      await ready(page);
      expect(page.frames[0]).toEqual({ type: 'resync', position: await desk.store.head() });
      page.close();
    }
  });

  it('M-03: tells nothing of another tenant', async () => {
    const other = await desk.tenant('Other');
    const stranger = await desk.person(other);
    await desk.settled();
    const [page, theirs] = await Promise.all([open(sato), open(stranger)]);
    const secret = await desk.customerWrites(other, 'secret');
    await eventually(() => conversationsOf(theirs).has(secret));
    const own = await desk.customerWrites(tenantId, 'own');
    await eventually(() => conversationsOf(page).has(own));
    expect([...conversationsOf(page)]).toEqual([own]);
    expect([...conversationsOf(theirs)]).toEqual([secret]);
    expect(JSON.stringify(page.frames)).not.toContain(secret);
    page.close();
    theirs.close();
  });

  it('closes with 4401 when the session ends, and for who has none', async () => {
    const page = await open(sato);
    await sato.send('DELETE', '/sessions/current');
    expect(await page.ended).toBe(4401);
    for (const cookie of ['', `madoguchi_session=${randomUUID()}`]) expect(await (await open({ cookie })).ended).toBe(4401);
  });

  it('refuses other sites, positions that are none, and whoever talks', async () => {
    await expect(open(sato, undefined, { origin: 'https://evil.example' })).rejects.toThrow('403');
    await expect(open(sato, '-1')).rejects.toThrow('400');
    await expect(open(sato, "1'or'1")).rejects.toThrow('400');
    const page = await open(sato, undefined, { origin: desk.url });
    page.say('hello');
    expect(await page.ended).toBe(1008);
    const shouting = await open(sato);
    shouting.say('x'.repeat(10_000));
    expect(await shouting.ended).toBe(1009);
  });

  it('tells from every copy of the desk, and goes on when the one that projects ends', async () => {
    await desk.stop();
    await emptyTables(servers.database);
    const log = createInMemoryLog();
    const projecting = await startDesk(servers, { log });
    desk = await startDesk(servers, { log });
    tenantId = await desk.tenant('Demo');
    sato = await desk.person(tenantId);
    const [there, here] = await Promise.all([open(sato, undefined, { at: projecting }), open(sato)]);
    const first = await desk.customerWrites(tenantId, 'to both');
    await eventually(() => conversationsOf(here).has(first) && conversationsOf(there).has(first));

    await projecting.stop();
    expect(await there.ended).toBe(1001);
    const second = await desk.customerWrites(tenantId, 'still here');
    await eventually(() => conversationsOf(here).has(second));
    here.close();
  });
});
