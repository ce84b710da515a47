import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { accountStream, botDecider, botStream } from '@madoguchi/accounts';
import { added, applied, linked } from '@madoguchi/accounts/testing';
import { AGENT_HEARTBEATS } from '@madoguchi/contracts';
import { conversationDecider, conversationStream } from '@madoguchi/conversation';
import { messageCommand } from '@madoguchi/conversation/testing';
import { handleCommand, metadataOf, startOf } from '@madoguchi/event-sourcing';
import { agentDecider, agentStream, DEFAULT_POLICY, type QueueCommand, queueDecider, queueStream } from '@madoguchi/routing';
import { WebSocket } from 'ws';
import { changesOf } from '../live/changes.js';
import { type Desk, eventually, type Person, type Servers, startDesk, startServers } from '../testing/start-desk.js';

let servers: Servers;
let desk: Desk;
let tenantId: string;
let sato: Person;
let id: string;
const told: [string, object][] = [];

beforeAll(async () => {
  servers = await startServers();
  const questions = {
    ask: () => Promise.reject(new Error('not asked here')),
    tell: (subject: string, fact: object) => void told.push([subject, fact]),
  };
  desk = await startDesk(servers, { questions });
});
beforeEach(async () => {
  tenantId = await desk.tenant('Demo');
  sato = await desk.person(tenantId);
  id = await desk.customerWrites(tenantId, 'こんにちは');
});
afterAll(async () => {
  await desk.stop();
  await servers.stop();
});

/** As the projector of routing would write it. */
const queueOfOurs = async (queueId: string = randomUUID(), mayClaim = false) => {
  await servers.database.query(
    `insert into routing_queues_v2 values ($1, $2, 30, $3, 1) on conflict (id) do update set tenant_id = excluded.tenant_id, policy = excluded.policy`,
    [
      queueId,
      tenantId,
      JSON.stringify({ ...DEFAULT_POLICY, mayClaim, wrapUp: { kind: 'optional', seconds: 0, codes: [{ code: 'invoice', names: {} }] } }),
    ],
  );
  return queueId;
};
const inHand = async () => {
  await desk.give(tenantId, id, sato.agentId);
  await desk.settled();
};
const now = () => new Date();
const cause = () => startOf(tenantId, { kind: 'system', automation: 'test' }, randomUUID());
/** The account that the customer wrote to is whole, and its link is on. */
const linkAccount = async () => {
  const [opened] = await desk.store.readStream(conversationStream(id));
  const facts = [added(), applied(), linked()].map((event) => ({
    ...event,
    id: randomUUID(),
    schemaVersion: 1,
    metadata: metadataOf(cause(), now()),
  }));
  await desk.store.append(accountStream((opened!.data as { accountId: string }).accountId), facts, 'no stream');
};
const last = async () => (await desk.store.readStream(conversationStream(id))).at(-1);

describe('work in hand', () => {
  it('is given on to a queue of the tenant, with a note', async () => {
    await inHand();
    const queueId = await queueOfOurs();
    expect(await sato.send('POST', `/conversations/${id}/transfer`, { queueId: randomUUID() })).toMatchObject({ status: 404 });
    expect(await sato.send('POST', `/conversations/${id}/transfer`, { queueId, agentId: randomUUID() })).toMatchObject({ status: 404 });
    expect(await sato.send('POST', `/conversations/${id}/transfer`, { queueId, version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'it-changed' },
    });
    expect(await sato.send('POST', `/conversations/${id}/transfer`, { queueId, note: 'Wants an invoice' })).toMatchObject({ status: 200 });
    const [note, requested] = (await desk.store.readStream(conversationStream(id))).slice(-2);
    expect(note).toMatchObject({ type: 'NoteAdded', data: { agentId: sato.agentId, text: 'Wants an invoice' } });
    expect(requested).toMatchObject({ type: 'AgentRequested', data: { queueId, reason: 'transferred', by: sato.agentId } });
  });

  it('goes back to its queue, and is nobody else’s to give back', async () => {
    await inHand();
    const other = await desk.person(tenantId);
    expect(await other.send('POST', `/conversations/${id}/return`)).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect(await sato.send('POST', `/conversations/${id}/return`)).toMatchObject({ status: 200 });
    expect(await last()).toMatchObject({ type: 'AgentRequested', data: { reason: 'back to queue' } });
  });

  it('sleeps until a time in the future', async () => {
    await inHand();
    expect(await sato.send('POST', `/conversations/${id}/snooze`, { until: '2020-01-01T00:00:00.000Z' })).toMatchObject({ status: 422 });
    const until = new Date(Date.now() + 3_600_000).toISOString();
    expect(await sato.send('POST', `/conversations/${id}/snooze`, { until })).toMatchObject({ status: 200 });
    expect(await last()).toMatchObject({ type: 'ConversationSnoozed', data: { agentId: sato.agentId, until } });
  });

  it('sleeps until the customer answers, without a time, and is woken by hand all the same', async () => {
    await inHand();
    expect(await sato.send('POST', `/conversations/${id}/snooze`, {})).toMatchObject({ status: 200 });
    expect((await last())?.data).toEqual({ agentId: sato.agentId });
    await desk.settled();
    expect((await sato.get('/conversations?view=snoozed')).body).toMatchObject({
      items: [{ id, status: 'snoozed', snoozed: { until: null, agentId: sato.agentId } }],
    });
    expect(await sato.send('POST', `/conversations/${id}/wake`)).toMatchObject({ status: 200 });
    expect(await last()).toMatchObject({ type: 'AgentRequested', data: { reason: 'snooze over', preferredAgentId: sato.agentId } });
  });

  it('is woken before its time by whoever put it to sleep, or by a supervisor', async () => {
    await inHand();
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await sato.send('POST', `/conversations/${id}/snooze`, { until });
    await desk.settled();
    expect((await sato.get('/conversations?view=snoozed')).body).toMatchObject({
      items: [{ id, status: 'snoozed', owner: null, snoozed: { until, agentId: sato.agentId } }],
      counts: { my: 0, snoozed: 1 },
    });
    const other = await desk.person(tenantId);
    expect(await other.send('POST', `/conversations/${id}/wake`)).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect(await sato.send('POST', `/conversations/${id}/wake`)).toMatchObject({ status: 200 });
    expect(await last()).toMatchObject({ type: 'AgentRequested', data: { reason: 'snooze over', preferredAgentId: sato.agentId } });
    await desk.settled();
    const boss = await desk.person(tenantId, 'admin');
    expect(await boss.send('POST', `/conversations/${id}/wake`)).toMatchObject({ status: 200 });
    expect(await last()).toMatchObject({ data: { reason: 'snooze over' } });
  });

  it('is given on to queues and people that are named with their load', async () => {
    await inHand();
    const { body } = await sato.get('/transfer-targets');
    expect(body.agents).toMatchObject([{ id: sato.agentId, presence: 'available', load: 1, capacity: 3 }]);
    expect(body.queues).toEqual([]);
    const stranger = await desk.person(await desk.tenant('Strangers'));
    await desk.settled();
    expect((await stranger.get('/transfer-targets')).body.agents).toMatchObject([{ id: stranger.agentId }]);
  });

  it('is told the language that the customer really speaks', async () => {
    await desk.settled();
    expect(await sato.send('PUT', `/conversations/${id}/language`, { language: 'ru' })).toMatchObject({ status: 200 });
    expect(await last()).toMatchObject({ type: 'LanguageCorrected', data: { agentId: sato.agentId, language: 'ru' } });
    expect(await sato.send('PUT', `/conversations/${id}/language`, { language: 'klingon_' })).toMatchObject({ status: 422 });
  });

  it('is assigned by a supervisor, and by nobody whose role does not allow it', async () => {
    const boss = await desk.person(tenantId, 'admin');
    await desk.settled();
    const queueId = await queueOfOurs();
    const body = { queueId, agentId: sato.agentId };
    expect(await sato.send('POST', `/conversations/${id}/assign`, body)).toMatchObject({ status: 403 });
    expect(await boss.send('POST', `/conversations/${id}/assign`, body)).toMatchObject({ status: 202 });
    expect(await last()).toMatchObject({ type: 'AgentRequested', data: { queueId, preferredAgentId: sato.agentId } });
  });

  it('is claimed only where the policy of the queue lets agents choose', async () => {
    await desk.settled();
    await queueOfOurs(desk.queueId);
    expect(await sato.send('POST', `/conversations/${id}/claim`)).toMatchObject({ status: 403 });
    await queueOfOurs(desk.queueId, true);
    expect(await sato.send('POST', `/conversations/${id}/claim`)).toMatchObject({ status: 202 });
    expect((await desk.store.readStream(agentStream(sato.agentId))).slice(-2)).toMatchObject([
      { type: 'WorkOffered', data: { conversationId: id, explanation: { rule: 'the agent chose it' } } },
      { type: 'OfferAccepted' },
    ]);
  });

  it('is wrapped up by a code of the queue, after it was closed, by who had it', async () => {
    await inHand();
    await queueOfOurs(desk.queueId);
    expect(await sato.send('POST', `/conversations/${id}/wrap-up`, { code: 'invoice' })).toMatchObject({ status: 409 });
    await sato.send('POST', `/conversations/${id}/close`, {});
    await desk.settled();
    const other = await desk.person(tenantId);
    expect(await other.send('POST', `/conversations/${id}/wrap-up`, { code: 'invoice' })).toMatchObject({ status: 403 });
    const recorded: { type: string; data: object }[] = [];
    for await (const events of desk.store.readAll({ after: '0' })) recorded.push(...events);
    expect(recorded.findLast(({ type }) => type === 'AccessRefused')).toMatchObject({
      data: { permission: 'not-yours', method: 'POST', route: '/api/v1/conversations/:id/wrap-up' },
    });
    expect(await sato.send('POST', `/conversations/${id}/wrap-up`, { code: 'weather' })).toMatchObject({ status: 422 });
    expect(await sato.send('POST', `/conversations/${id}/wrap-up`, { code: 'invoice', note: 'Sent by mail' })).toMatchObject({
      status: 200,
    });
    expect(await last()).toMatchObject({ type: 'NoteAdded', data: { agentId: sato.agentId, text: 'Sent by mail' } });
    await desk.settled();
    expect((await sato.get(`/conversations/${id}`)).body).toMatchObject({
      policy: { mayClaim: false, wrapUp: { kind: 'optional', codes: [{ code: 'invoice' }] } },
      wrapUp: { agentId: sato.agentId, open: false, code: 'invoice' },
      accountBot: null,
    });
    // Open pages are told of it, though it stands on the agent's stream.
    const events = await desk.store.readStream(agentStream(sato.agentId));
    expect([...changesOf(events.slice(-1)).values()].map(({ conversations }) => [...conversations])).toEqual([[id]]);
    expect((await desk.store.readStream(agentStream(sato.agentId))).at(-1)).toMatchObject({
      type: 'WrapUpFinished',
      data: { code: 'invoice' },
    });
  });

  it('that is closed is reopened by who had it, who serves its queue, or a supervisor, each time the same for one key', async () => {
    const [queueId, before] = [await queueOfOurs(), await desk.person(tenantId)];
    await desk.give(tenantId, id, before.agentId);
    await desk.settled();
    await before.send('POST', `/conversations/${id}/transfer`, { queueId });
    await inHand();
    await sato.send('POST', `/conversations/${id}/close`);
    await desk.settled();
    const why = 'The bell has come in';
    expect(await sato.send('POST', `/conversations/${id}/reopen`, { why: ' ' })).toMatchObject({ status: 422 });
    expect(await sato.send('POST', `/conversations/${id}/reopen`, { why })).toMatchObject({
      status: 409,
      body: { code: 'too-late-to-reopen' },
    });
    const queue: QueueCommand[] = [
      { type: 'CreateQueue', name: 'Support', offerSeconds: 30 },
      { type: 'SetQueuePolicy', policy: { reopenDays: 7 } },
    ];
    for (const command of queue) await handleCommand(desk.store, queueDecider, queueStream(queueId), command, cause(), { now });
    expect(await sato.send('POST', `/conversations/${id}/reopen`, { why })).toMatchObject({
      status: 409,
      body: { code: 'account-deleted' },
    });
    await linkAccount();

    const stranger = await desk.person(tenantId);
    await handleCommand(
      desk.store,
      agentDecider(new Date()),
      agentStream(stranger.agentId),
      { type: 'ChangeAgent', queueIds: [] },
      cause(),
      { now },
    );
    await desk.settled();
    expect(await stranger.send('POST', `/conversations/${id}/reopen`, { why })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
    const headers = { 'idempotency-key': randomUUID() };
    const first = await sato.send('POST', `/conversations/${id}/reopen`, { why }, headers);
    expect(first).toMatchObject({ status: 200, body: { version: 3 } });
    expect(await sato.send('POST', `/conversations/${id}/reopen`, { why }, headers)).toEqual(first);
    await desk.settled();
    expect((await sato.get(`/conversations/${first.body.id}`)).body).toMatchObject({
      status: 'waiting',
      waitingSince: null,
      customerWroteAt: expect.stringContaining('T'),
      earlier: [{ id }],
    });
    expect((await sato.get(`/conversations/${first.body.id}/messages`)).body.items).toMatchObject([
      { what: 'opened' },
      { what: 'reopened', agent: { id: sato.agentId }, summary: why },
      { what: 'agent requested', reason: 'reopened', toAgent: { id: sato.agentId } },
    ]);
    const boss = await desk.person(tenantId, 'admin');
    expect(await boss.send('POST', `/conversations/${id}/reopen`, { why })).toMatchObject({ status: 409, body: { code: 'newer-is-open' } });
    const other = await desk.person(await desk.tenant('Other'));
    expect(await other.send('POST', `/conversations/${id}/reopen`, { why })).toMatchObject({ status: 404 });
  });

  it('of another tenant is not there', async () => {
    const stranger = await desk.person(await desk.tenant('Strangers'));
    await desk.settled();
    expect(await stranger.send('POST', `/conversations/${id}/claim`)).toMatchObject({ status: 404 });
    expect(await stranger.send('POST', `/conversations/${id}/return`)).toMatchObject({ status: 404 });
  });
});

describe('a conversation that a bot has', () => {
  let botId: string;
  const at = () => new Date();
  const cause = () => startOf(tenantId, { kind: 'system', automation: 'test' }, randomUUID());
  const post = (action: string, key?: string) =>
    sato.send('POST', `/conversations/${id}/${action}`, undefined, key === undefined ? {} : { 'idempotency-key': key });
  const withBot = async () => {
    const accountId = randomUUID();
    [id, botId] = [randomUUID(), randomUUID()];
    const settings = {
      name: 'Greeter',
      endpoint: null,
      appId: '99887',
      accountIds: [accountId],
      fields: [],
      deadlineSeconds: 10,
      script: null,
    };
    const add = { type: 'AddBot', kind: 'messenger', ...settings } as const;
    await handleCommand(desk.store, botDecider, botStream(botId), add, cause(), { now: at });
    const said = {
      ...messageCommand(1),
      threadKey: `${accountId}/${id}`,
      accountId,
      channel: 'messenger',
      botId,
      queueId: desk.queueId,
    } as const;
    await handleCommand(desk.store, conversationDecider, conversationStream(id), { ...said, threadOwner: 'bot' }, cause(), { now: at });
    await desk.settled();
  };

  it('M-181, M-189: has no operator until a person takes it over, at once and once', async () => {
    await withBot();
    expect((await sato.get(`/conversations/${id}`)).body).toMatchObject({ status: 'bot', owner: null, bot: { id: botId } });
    expect((await sato.get('/conversations?view=bot')).body.items).toMatchObject([{ id, owner: null }]);
    const reply = { content: { type: 'text', text: 'hello' } };
    expect(await sato.send('POST', `/conversations/${id}/replies`, reply)).toMatchObject({
      status: 409,
      body: { code: 'bot-has-control' },
    });
    const key = randomUUID();
    expect([(await post('take-over', key)).status, (await post('take-over', key)).status]).toEqual([200, 200]);
    const taken = (await desk.store.readStream(conversationStream(id))).slice(-2);
    expect(taken).toMatchObject([
      { type: 'ControlPassed', data: { to: 'agent', epoch: 2, botId, agentId: sato.agentId } },
      { type: 'ConversationAssigned', data: { agentId: sato.agentId } },
    ]);
    await desk.settled();
    expect((await sato.get('/agents/me')).body).toMatchObject({ load: 1 });
    expect((await sato.get(`/conversations/${id}`)).body).toMatchObject({ owner: { agentId: sato.agentId }, bot: null });
  });

  it('is taken by nobody who has no place for it, or whose it is not', async () => {
    await withBot();
    const stranger = await desk.person(await desk.tenant('Strangers'));
    expect(await stranger.send('POST', `/conversations/${id}/take-over`)).toMatchObject({ status: 404 });
    await post('take-over');
    await desk.settled();
    const other = await desk.person(tenantId);
    expect((await other.send('POST', `/conversations/${id}/take-over`)).body.code).toBe('already-assigned');
    expect((await other.send('POST', `/conversations/${id}/back-to-bot`)).body.code).toBe('not-yours');
  });

  it('goes back to the bot of its account, by the agent who holds it', async () => {
    await withBot();
    await post('take-over');
    await desk.settled();
    expect(await post('back-to-bot')).toMatchObject({ status: 200 });
    expect(await last()).toMatchObject({
      type: 'ControlPassed',
      data: { to: 'bot', epoch: 3, reason: 'given back', botId, agentId: sato.agentId },
    });
    await desk.settled();
    expect((await sato.get(`/conversations/${id}`)).body).toMatchObject({ status: 'bot', owner: null, bot: { name: 'Greeter' } });
    const alone = await desk.customerWrites(tenantId, 'no bot here');
    await desk.give(tenantId, alone, sato.agentId);
    await desk.settled();
    expect(await sato.send('POST', `/conversations/${alone}/back-to-bot`)).toMatchObject({ status: 404, body: { code: 'no-such-bot' } });
  });
});

describe('an open page', () => {
  it('is heard of by routing as soon as it is open', async () => {
    const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/api/v1/live`, { headers: { cookie: sato.cookie } });
    await once(socket, 'open');
    await eventually(() =>
      told.some(
        ([subject, fact]) =>
          subject === AGENT_HEARTBEATS && JSON.stringify(fact) === JSON.stringify({ tenantId, agentIds: [sato.agentId] }),
      ),
    );
    socket.close();
  });
});
