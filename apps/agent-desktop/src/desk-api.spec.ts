import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandClient } from '@madoguchi/jetstream';
import { type Desk, emptyTables, type Person, type Servers, startDesk, startServers } from './testing/start-desk.js';

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
});
afterEach(() => desk.stop());
afterAll(() => servers.stop());

const text = (words: string) => ({ content: { type: 'text', text: words } });

describe('a session', () => {
  it('is a cookie that scripts cannot read and other sites do not send, and a token only on request', async () => {
    const { body: current } = await sato.get('/sessions/current');
    expect(current).toMatchObject({ user: { role: 'agent', agentId: sato.agentId }, tenant: { id: tenantId, name: 'Demo' } });
    const signIn = (more: object, headers: Record<string, string> = {}) =>
      fetch(`${desk.url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ email: current.user.email, password: 'correct horse battery', ...more }),
      });
    const page = await signIn({});
    expect(page.headers.get('set-cookie')).toMatch(/^madoguchi_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await page.json()).not.toHaveProperty('token');
    expect((await signIn({}, { 'x-forwarded-proto': 'https' })).headers.get('set-cookie')).toMatch(/; Secure$/);
    const { token } = (await (await signIn({ bearer: true })).json()) as { token: string };
    const answer = await fetch(`${desk.url}/api/v1/sessions/current`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
  });

  it('is needed for everything, and is over when it is ended', async () => {
    for (const path of ['/conversations', '/offers', '/agents', '/agents/me', '/sessions/current', `/media/${randomUUID()}`]) {
      const answer = await fetch(`${desk.url}/api/v1${path}`);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 401, 'application/problem+json; charset=utf-8']);
    }
    expect((await sato.send('DELETE', '/sessions/current')).status).toBe(204);
    expect((await sato.get('/conversations')).status).toBe(401);
  });

  it('is refused in the same way for a wrong password and an unknown person; guessing ends in 429', async () => {
    const guess = async (email: string) => {
      const answer = await fetch(`${desk.url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: 'guess' }),
      });
      return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: await answer.json() };
    };
    const { user } = (await sato.get('/sessions/current')).body;
    expect(await guess(user.email)).toEqual(await guess('nobody@example.com'));
    for (let more = 0; more < 4; more += 1) await guess('nobody@example.com');
    expect(await guess('nobody@example.com')).toMatchObject({
      status: 429,
      retryAfter: expect.stringMatching(/^\d+$/),
      body: { code: 'too-many-attempts' },
    });
  });
});

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
      capabilities: { textLimit: 5_000, images: true },
      position: expect.stringMatching(/^\d+$/),
    });
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
    expect((await sato.send('POST', `/conversations/${id}/close`, {})).status).toBe(200);
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
    ]);
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
    expect(await stranger.send('POST', `/offers/${offerId}/accept`)).toMatchObject({ status: 409, body: { code: 'offer-gone' } });
    for (const view of ['my', 'queue', 'all', 'done']) expect((await stranger.get(`/conversations?view=${view}`)).body.items).toEqual([]);
    expect((await stranger.get('/agents')).body.items.map(({ id: agent }: { id: string }) => agent)).toEqual([stranger.agentId]);
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
});

describe('files', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const upload = async (person: Person, bytes: Buffer, name: string, type: string, field = 'file') => {
    const form = new FormData();
    form.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
    const answer = await fetch(`${desk.url}/api/v1/media`, { method: 'POST', headers: { cookie: person.cookie }, body: form });
    return { status: answer.status, body: (await answer.json()) as { mediaId: string; mimeType: string; code?: string } };
  };
  const read = (person: Person, mediaId: string) => fetch(`${desk.url}/api/v1/media/${mediaId}`, { headers: { cookie: person.cookie } });

  it('are uploaded, sent, and read again by their tenant only', async () => {
    const id = await desk.customerWrites(tenantId, 'hello');
    await desk.give(tenantId, id, sato.agentId);
    await desk.settled();
    const { status, body } = await upload(sato, png, 'map.png', 'image/png');
    expect({ status, type: body.mimeType }).toEqual({ status: 200, type: 'image/png' });
    expect((await sato.send('POST', `/conversations/${id}/replies`, { content: { type: 'image', mediaId: body.mediaId } })).status).toBe(
      202,
    );
    await desk.settled();
    const { media } = (await sato.get(`/conversations/${id}/messages`)).body.items.at(-1);
    expect(media).toMatchObject({ state: 'stored', url: `/api/v1/media/${body.mediaId}`, fileName: 'map.png' });
    const answer = await read(sato, body.mediaId);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
    expect(
      Object.fromEntries(
        ['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy'].map((name) => [
          name,
          answer.headers.get(name),
        ]),
      ),
    ).toEqual({
      'content-type': 'image/png',
      'content-disposition': "inline; filename*=UTF-8''map.png",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    const stranger = await desk.person(await desk.tenant('Other'));
    expect((await read(stranger, body.mediaId)).status).toBe(404);
    const theirs = await desk.customerWrites(tenantId, 'x');
    expect(
      (await stranger.send('POST', `/conversations/${theirs}/replies`, { content: { type: 'image', mediaId: body.mediaId } })).status,
    ).toBe(404);
  });

  it('that could act in a browser are only saved, and not sent as images', async () => {
    const id = await desk.customerWrites(tenantId, 'hello');
    await desk.give(tenantId, id, sato.agentId);
    await desk.settled();
    const { body } = await upload(
      sato,
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      "a'(1).svg",
      'image/svg+xml',
    );
    const answer = await read(sato, body.mediaId);
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''a%27%281%29.svg");
    expect(answer.headers.get('content-type')).not.toContain('svg');
    expect(await sato.send('POST', `/conversations/${id}/replies`, { content: { type: 'image', mediaId: body.mediaId } })).toMatchObject({
      status: 422,
      body: { code: 'unsupported-image' },
    });
    expect(await sato.send('POST', `/conversations/${id}/replies`, { content: { type: 'image', mediaId: randomUUID() } })).toMatchObject({
      status: 422,
      body: { code: 'no-such-media' },
    });
  });

  it('are refused when there is none, or it is too large', async () => {
    expect(await upload(sato, png, 'a.png', 'image/png', 'other')).toMatchObject({ status: 400, body: { code: 'no-file' } });
    expect(await sato.send('POST', '/media', {})).toMatchObject({ status: 400, body: { code: 'no-file' } });
    expect(await upload(sato, Buffer.alloc(20 * 1024 * 1024 + 1), 'a.bin', 'application/octet-stream')).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
  });
});

describe('bad input', () => {
  it.each([
    ['POST', '/conversations/ID/replies', {}, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { content: { type: 'text' } }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', text('   '), 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { content: [] }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { content: { type: 'location' } }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { ...text('x'), surprise: 1 }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { ...text('x'), version: -1 }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', text('x'.repeat(5_001)), 422, 'too-long'],
    ['POST', '/conversations/ID/notes', { text: 7 }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies/nothing/resend', undefined, 400, 'bad-request'],
    ['GET', '/conversations?view=strange', undefined, 422, 'invalid'],
    ['GET', '/conversations?limit=0', undefined, 422, 'invalid'],
    ['GET', '/conversations?cursor=x', undefined, 400, 'bad-cursor'],
    ['GET', '/conversations/ID/messages?before=x', undefined, 400, 'bad-cursor'],
    ['GET', '/conversations/not-an-id', undefined, 404, 'no-such-conversation'],
    ['GET', '/media/not-an-id', undefined, 400, 'bad-request'],
    ['GET', '/nothing', undefined, 404, 'not-found'],
  ])('%s %s %j is told %i %s', async (method, path, body, status, code) => {
    const id = await desk.customerWrites(tenantId, 'hello');
    await desk.give(tenantId, id, sato.agentId);
    await desk.settled();
    expect(await sato.send(method, path.replace('ID', id), body)).toMatchObject({
      status,
      body: { status, code, title: expect.any(String) },
    });
  });

  it('is also what is no JSON, and a command without a usable key', async () => {
    const answer = await fetch(`${desk.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await sato.send('PUT', '/agents/me/presence', { presence: 'away' }, { 'idempotency-key': 'x' })).toMatchObject({
      status: 400,
      body: { code: 'idempotency-key-needed' },
    });
  });

  it('is a change that another site asks for', async () => {
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }] as Record<
      string,
      string
    >[]) {
      expect(await sato.send('PUT', '/agents/me/presence', { presence: 'away' }, headers)).toMatchObject({
        status: 403,
        body: { code: 'foreign-origin' },
      });
    }
    expect((await sato.send('PUT', '/agents/me/presence', { presence: 'away' }, { origin: desk.url })).status).toBe(200);
  });
});

describe('what stands behind', () => {
  it('is told as 503 when nobody answers', async () => {
    const commands = new CommandClient(servers.natsUrl, 'test');
    await commands.connect();
    const alone = await startDesk(servers, { store: desk.store, commands });
    const answer = await fetch(`${alone.url}/api/v1/agents/me/presence`, {
      method: 'PUT',
      headers: { cookie: sato.cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ presence: 'away' }),
    });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status: 503, body: { code: 'not-available' } });
    await commands.close();
    await alone.stop();
  });

  it('gets the requests of the admin area with cookie and authorization, under one origin', async () => {
    const seen: unknown[] = [];
    const admin = createServer((request, response) => {
      seen.push([request.method, request.url, request.headers.cookie, request.headers.authorization]);
      response.setHeader('content-type', 'application/json').end('{"items":[]}');
    });
    await new Promise<void>((resolve) => admin.listen(0, '127.0.0.1', resolve));
    const front = await startDesk(servers, { store: desk.store, adminUrl: `http://127.0.0.1:${(admin.address() as AddressInfo).port}` });
    const forward = (method: string, headers: Record<string, string> = {}) =>
      fetch(`${front.url}/api/v1/integration-accounts/7?x=1`, {
        method,
        headers: { cookie: sato.cookie, authorization: 'Bearer t', ...headers },
      });
    expect((await forward('GET')).status).toBe(200);
    expect((await forward('PATCH', { origin: 'https://evil.example' })).status).toBe(403);
    expect(seen).toEqual([['GET', '/api/v1/integration-accounts/7?x=1', sato.cookie, 'Bearer t']]);
    await front.stop();
    await new Promise((resolve) => admin.close(resolve));
    expect(await sato.get('/integration-accounts')).toMatchObject({ status: 503, body: { code: 'not-available' } });
  });

  it('describes itself', async () => {
    const document = (await (await fetch(`${desk.url}/api/openapi.json`)).json()) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/conversations',
        '/api/v1/conversations/{id}/replies',
        '/api/v1/offers/{offerId}/accept',
        '/api/v1/sessions',
      ]),
    );
  });
});
