import { randomUUID } from 'node:crypto';
import {
  accountStream,
  DEFAULT_AWAY_REASONS,
  type IntegrationAccountCommand,
  integrationAccountDecider,
  organisationDecider,
  organisationStream,
  replyTemplateDecider,
  replyTemplateStream,
} from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { PLATFORM_SIGNS } from '@madoguchi/contracts';
import { handleCommand, startOf } from '@madoguchi/event-sourcing';
import { type Desk, type Person, type Servers, startDesk, startServers } from '../testing/start-desk.js';

let servers: Servers;
let desk: Desk;
let tenantId: string;
let sato: Person;
/** What the service that talks to the platforms was told. */
const told: unknown[] = [];

beforeAll(async () => {
  servers = await startServers();
  const questions = { ask: () => Promise.reject(new Error('not asked here')), tell: (...fact: unknown[]) => void told.push(fact) };
  desk = await startDesk(servers, { questions });
});
beforeEach(async () => {
  tenantId = await desk.tenant('Demo');
  sato = await desk.person(tenantId);
});
afterAll(async () => {
  await desk.stop();
  await servers.stop();
});

const text = (words: string) => ({ content: { type: 'text', text: words } });

describe('a conversation', () => {
  it('M-01: shows in the list with its customer, and is answered', async () => {
    const id = await desk.customerWrites(tenantId, 'こんにちは');
    await desk.give(tenantId, id, sato.agentId);
    await desk.settled();
    const { body: list } = await sato.get('/conversations?view=my');
    expect(list).toMatchObject({
      items: [{ id, channel: 'line', status: 'assigned', unread: 1, lastMessage: { line: 'こんにちは' } }],
      counts: { my: 1, all: 1 },
      nextCursor: null,
    });

    const answered = await sato.send('POST', `/conversations/${id}/replies`, text('はい'));
    expect(answered).toMatchObject({
      status: 202,
      body: { id: expect.any(String), position: expect.any(String), version: expect.any(Number) },
    });
    await desk.settled();
    const { body: messages } = await sato.get(`/conversations/${id}/messages`);
    expect(messages.items.at(-1)).toMatchObject({
      id: answered.body.id,
      kind: 'reply',
      content: { text: 'はい' },
      delivery: 'waiting',
      agent: { id: sato.agentId, name: 'Sato' },
    });
    const { body: detail } = await sato.get(`/conversations/${id}`);
    expect(detail).toMatchObject({
      id,
      waitingSince: null,
      customerWroteAt: expect.any(String),
      capabilities: { textLimit: 5_000, outbound: expect.arrayContaining(['text', 'image']) },
      position: expect.stringMatching(/^\d+$/),
    });
  });

  it('M-110, M-112: of a channel whose information was deleted stays readable, and nothing can be sent in it', async () => {
    const id = await desk.customerWrites(tenantId, 'hello');
    await desk.give(tenantId, id, sato.agentId);
    await desk.settled();
    const { account } = (await sato.get(`/conversations/${id}`)).body;
    const command = (asked: IntegrationAccountCommand) => {
      const cause = startOf(tenantId, { kind: 'system', automation: 'test' }, randomUUID());
      return handleCommand(desk.store, integrationAccountDecider, accountStream(account.id), asked, cause, { now: () => new Date() });
    };
    await command({ type: 'AddAccount', accountType: 'line', name: 'Umeda shop', webhookKey: 'key' });
    expect((await sato.send('POST', `/conversations/${id}/replies`, text('still here'))).status).toBe(202);
    await command({ type: 'DeleteAccount', typedName: 'Umeda shop', at: new Date().toISOString() });
    await desk.settled();
    expect(await sato.send('POST', `/conversations/${id}/replies`, text('too late'))).toMatchObject({
      status: 409,
      body: { code: 'account-deleted' },
    });
    expect((await sato.get(`/conversations/${id}`)).body.account).toEqual({ id: account.id, name: 'Umeda shop', deleted: true });
    expect((await sato.get(`/conversations/${id}/messages`)).body.items.at(-1)).toMatchObject({ content: { text: 'still here' } });
  });

  it('takes a repeated command once', async () => {
    const id = await desk.customerWrites(tenantId, 'hello');
    await desk.give(tenantId, id, sato.agentId);
    await desk.settled();
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => sato.send('POST', `/conversations/${id}/replies`, text('once'), key)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id} ${body.position}`)).size).toBe(1);
    await desk.settled();
    const { body } = await sato.get(`/conversations/${id}/messages`);
    expect(body.items.filter((entry: { kind: string }) => entry.kind === 'reply')).toHaveLength(1);
  });

  it('tells who acts on a stale view, and lets them send anyway', async () => {
    const id = await desk.customerWrites(tenantId, 'hello');
    await desk.give(tenantId, id, sato.agentId);
    await desk.settled();
    const { version } = (await sato.get(`/conversations/${id}`)).body;
    await desk.customerWrites(tenantId, 'wait!', id);
    expect(await sato.send('POST', `/conversations/${id}/replies`, { ...text('ok'), version })).toMatchObject({
      status: 409,
      body: { code: 'it-changed' },
    });
    expect(await sato.send('POST', `/conversations/${id}/close`, { version })).toMatchObject({ status: 409, body: { code: 'it-changed' } });
    expect((await sato.send('POST', `/conversations/${id}/replies`, text('ok'))).status).toBe(202);
  });

  it('is spoken in by its owner only', async () => {
    const other = await desk.person(tenantId);
    const id = await desk.customerWrites(tenantId, 'hello');
    await desk.give(tenantId, id, sato.agentId);
    await desk.settled();
    expect(await other.send('POST', `/conversations/${id}/replies`, text('me too'))).toMatchObject({
      status: 403,
      body: { code: 'not-yours' },
    });
    expect((await other.send('POST', `/conversations/${id}/notes`, { text: 'I know them' })).status).toBe(200);
    expect((await sato.send('POST', `/conversations/${id}/close`)).status).toBe(200);
    expect(await sato.send('POST', `/conversations/${id}/replies`, text('late'))).toMatchObject({
      status: 409,
      body: { code: 'conversation-closed' },
    });
  });

  it('shows its log to administrators only', async () => {
    const admin = await desk.person(tenantId, 'admin');
    const id = await desk.customerWrites(tenantId, 'hello');
    await desk.settled();
    expect((await admin.get(`/conversations/${id}/events`)).body.items.map(({ type }: { type: string }) => type)).toEqual([
      'ConversationOpened',
      'CustomerMessageReceived',
      'AgentRequested',
    ]);
    expect(await sato.get(`/conversations/${id}/events`)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });

  it('M-03: is not there for another tenant, whatever is tried', async () => {
    const stranger = await desk.person(await desk.tenant('Other'), 'admin');
    const id = await desk.customerWrites(tenantId, 'secret');
    await desk.give(tenantId, id, sato.agentId);
    await desk.settled();
    const offerId = await desk.offer(tenantId, await desk.customerWrites(tenantId, 'another'), sato.agentId);
    const tries = await Promise.all([
      stranger.get(`/conversations/${id}`),
      stranger.get(`/conversations/${id}/messages`),
      stranger.get(`/conversations/${id}/events`),
      stranger.send('POST', `/conversations/${id}/replies`, text('x')),
      stranger.send('POST', `/conversations/${id}/notes`, { text: 'x' }),
      stranger.send('POST', `/conversations/${id}/close`, {}),
      stranger.send('POST', `/conversations/${id}/replies/${randomUUID()}/resend`),
      stranger.send('POST', `/conversations/${id}/reactions`, { providerMessageId: 'm', emoji: '👍' }),
      stranger.send('POST', `/conversations/${id}/signs`, { kind: 'read' }),
      stranger.get(`/conversations/${id}/templates`),
    ]);
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([404]));
    expect(await stranger.send('POST', `/offers/${offerId}/accept`)).toMatchObject({ status: 409, body: { code: 'offer-gone' } });
    for (const view of ['my', 'queue', 'all', 'done']) expect((await stranger.get(`/conversations?view=${view}`)).body.items).toEqual([]);
    expect((await stranger.get('/agents')).body.items.map(({ id: agent }: { id: string }) => agent)).toEqual([stranger.agentId]);
  });
});

describe('what a channel takes', () => {
  const DAY_MS = 24 * 60 * 60_000;
  const given = async (channel: ChannelType, at = new Date()) => {
    const id = await desk.customerWrites(tenantId, 'hello', undefined, { channel, at });
    await desk.give(tenantId, id, sato.agentId);
    await desk.settled();
    return id;
  };
  const reply = (id: string, content: object) => sato.send('POST', `/conversations/${id}/replies`, { content });

  it('complaint 3: no free text after WhatsApp’s 24 hours, but an approved message', async () => {
    const id = await given('whatsapp', new Date(Date.now() - DAY_MS - 1_000));
    expect((await sato.get(`/conversations/${id}`)).body).toMatchObject({
      capabilities: { window: { hours: 24, afterwards: 'templates' } },
    });
    expect(await reply(id, { type: 'text', text: 'late' })).toMatchObject({ status: 422, body: { remedy: expect.any(String) } });
    const template = {
      type: 'template',
      name: 'order_ready',
      language: 'ja',
      parameters: ['A-12'],
      text: 'ご注文 A-12 の準備ができました',
    };
    expect((await reply(id, template)).status).toBe(202);
    const open = await given('whatsapp');
    expect((await reply(open, { type: 'text', text: 'in time' })).status).toBe(202);
  });

  it('is a place, choices and a contact where the platform has them', async () => {
    const id = await given('telegram');
    expect((await reply(id, { type: 'location', latitude: 35.65, longitude: 139.74 })).status).toBe(202);
    await desk.settled();
    expect((await sato.get(`/conversations/${id}/messages`)).body.items.at(-1)).toMatchObject({
      content: { type: 'location', latitude: 35.65, longitude: 139.74 },
    });
    expect(await reply(id, { type: 'location', latitude: 95, longitude: 0 })).toMatchObject({ status: 422, body: { code: 'invalid' } });
  });

  it('complaint 20: is a reaction where it has them, shown on the message', async () => {
    const id = await given('telegram');
    const message = (await sato.get(`/conversations/${id}/messages`)).body.items.find(
      ({ kind }: { kind: string }) => kind === 'customer message',
    );
    const react = (emoji: string | null) =>
      sato.send('POST', `/conversations/${id}/reactions`, { providerMessageId: message.providerMessageId, emoji });
    expect((await react('👍')).status).toBe(202);
    await desk.settled();
    expect((await sato.get(`/conversations/${id}/messages`)).body.items).toContainEqual(
      expect.objectContaining({ id: message.id, ourReaction: { emoji: '👍', problem: null } }),
    );
    const line = await given('line');
    expect(await sato.send('POST', `/conversations/${line}/reactions`, { providerMessageId: 'm', emoji: '👍' })).toMatchObject({
      status: 422,
      body: { code: 'unsupported-reaction' },
    });
  });

  it('is a sign that is passed on and not waited for', async () => {
    const id = await given('telegram');
    expect((await sato.send('POST', `/conversations/${id}/signs`, { kind: 'typing' })).status).toBe(202);
    expect(told.at(-1)).toEqual([PLATFORM_SIGNS, { tenantId, conversationId: id, agentId: sato.agentId, kind: 'typing' }]);
  });
});

describe('templates for an answer', () => {
  const template = (tenant: string, name: string, texts: Record<string, string>, shortcut?: string) => {
    const cause = startOf(tenant, { kind: 'system', automation: 'test' }, randomUUID());
    const command = { type: 'AddReplyTemplate', name, texts, shortcut } as const;
    return handleCommand(desk.store, replyTemplateDecider, replyTemplateStream(randomUUID()), command, cause, { now: () => new Date() });
  };
  const namesOf = ({ body }: Awaited<ReturnType<Person['get']>>) => body.items.map(({ name }: { name: string }) => name);

  it('M-177: come in the language of the conversation first, as an agent has set it, filled in; what nobody knows is named', async () => {
    const id = await desk.customerWrites(tenantId, 'здравствуйте');
    await desk.give(tenantId, id, sato.agentId);
    await template(tenantId, 'Delivery', { en: 'It comes tomorrow.' });
    await template(tenantId, 'Hours', { en: 'We open {{nextOpening}}.', ru: 'Мы откроемся {{nextOpening}}.' }, 'open');
    await template(tenantId, 'Thanks', { ja: '{{agent.name}}です。', en: 'This is {{agent.name}}.', ru: 'С вами {{agent.name}}.' }, 'hi');
    await template(await desk.tenant('Another'), 'Theirs', { ru: 'Чужой' });
    await desk.settled();
    expect((await sato.send('PUT', `/conversations/${id}/language`, { language: 'ru' })).status).toBe(200);
    await desk.settled();

    const all = await sato.get(`/conversations/${id}/reply-templates`);
    expect(all).toMatchObject({ status: 200, body: { language: 'ru' } });
    expect(namesOf(all)).toEqual(['Hours', 'Thanks', 'Delivery']);
    expect(all.body.items.slice(0, 2)).toMatchObject([
      {
        shortcut: 'open',
        texts: [{ language: 'ru', text: 'Мы откроемся {{nextOpening}}.', unfilled: ['nextOpening'] }, { language: 'en' }],
      },
      {
        shortcut: 'hi',
        texts: [
          { language: 'ru', text: 'С вами Sato.', unfilled: [] },
          { language: 'en', text: 'This is Sato.' },
          { language: 'ja', text: 'Satoです。' },
        ],
      },
    ]);
    expect(namesOf(await sato.get(`/conversations/${id}/reply-templates?search=HI`))).toEqual(['Thanks']);
    expect(namesOf(await sato.get(`/conversations/${id}/reply-templates?search=tomorrow`))).toEqual(['Delivery']);
    expect(namesOf(await sato.get(`/conversations/${id}/reply-templates?search=100%25`))).toEqual([]);
    expect((await sato.get(`/conversations/${id}/reply-templates?search=${'x'.repeat(101)}`)).status).toBe(422);

    const stranger = await desk.person(await desk.tenant('Third'));
    expect((await stranger.get(`/conversations/${id}/reply-templates`)).status).toBe(404);
  });
});

describe('offers and presence', () => {
  it('are seen, accepted, and take a place', async () => {
    const id = await desk.customerWrites(tenantId, 'hello');
    const offerId = await desk.offer(tenantId, id, sato.agentId);
    await desk.settled();
    expect((await sato.get('/offers')).body.items).toMatchObject([
      { offerId, conversation: { id }, explanation: { rule: 'longest waiting first' } },
    ]);
    const key = { 'idempotency-key': randomUUID() };
    expect((await sato.send('POST', `/offers/${offerId}/accept`, undefined, key)).status).toBe(200);
    expect((await sato.send('POST', `/offers/${offerId}/accept`, undefined, key)).status).toBe(200);
    await desk.settled();
    expect((await sato.get('/offers')).body.items).toEqual([]);
    expect((await sato.get('/agents/me')).body).toMatchObject({ load: 1, capacity: 3, presence: 'available' });
  });

  it('change with a word why', async () => {
    expect((await sato.send('PUT', '/agents/me/presence', { presence: 'away', reason: 'lunch' })).status).toBe(200);
    await desk.settled();
    expect((await sato.get('/agents/me')).body).toMatchObject({ presence: 'away', reason: 'lunch' });
    expect(await sato.send('PUT', '/agents/me/presence', { presence: 'asleep' })).toMatchObject({
      status: 422,
      body: { code: 'invalid', fields: [{ field: 'presence' }] },
    });
  });

  it('change with a reason of the tenant’s own list, and old ones stay readable', async () => {
    const reasonsOf = async ({ get }: Person) => (await get('/away-reasons')).body.items;
    expect((await reasonsOf(sato)).map(({ key }: { key: string }) => key)).toEqual(['break', 'lunch', 'meeting', 'training']);
    await sato.send('PUT', '/agents/me/presence', { presence: 'away', reason: 'lunch' });
    const [rest, lunch, ...others] = DEFAULT_AWAY_REASONS;
    const doctor = { key: 'doctor', names: { en: 'doctor', ja: '通院', ru: 'врач' } };
    const list = [doctor, rest!, { ...lunch!, archived: true as const }, ...others];
    const cause = startOf(tenantId, { kind: 'system', automation: 'test' }, randomUUID());
    const command = { type: 'SetOrganisation', awayReasons: list } as const;
    await handleCommand(desk.store, organisationDecider, organisationStream(tenantId), command, cause, { now: () => new Date() });
    await desk.settled();
    expect(await reasonsOf(sato)).toMatchObject([
      doctor,
      { key: 'break' },
      { key: 'lunch', archived: true, names: { ru: 'обед' } },
      {},
      {},
    ]);
    expect((await sato.get('/agents/me')).body).toMatchObject({ presence: 'away', reason: 'lunch' });

    expect(await sato.send('PUT', '/agents/me/presence', { presence: 'away', reason: 'lunch' })).toMatchObject({
      status: 422,
      body: { code: 'unknown-away-reason', known: ['doctor', 'break', 'meeting', 'training'] },
    });
    expect((await sato.send('PUT', '/agents/me/presence', { presence: 'away', reason: 'doctor' })).status).toBe(200);
    await desk.settled();
    expect((await sato.get('/agents')).body.items).toMatchObject([{ reason: 'doctor' }]);

    const stranger = await desk.person(await desk.tenant('Another'));
    expect((await reasonsOf(stranger)).map(({ key }: { key: string }) => key)).not.toContain('doctor');
    expect((await stranger.send('PUT', '/agents/me/presence', { presence: 'away', reason: 'doctor' })).status).toBe(422);
  });
});
