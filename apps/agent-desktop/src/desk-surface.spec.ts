import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandClient } from '@madoguchi/jetstream';
import { type Desk, type Person, type Servers, startDesk, startServers } from './testing/start-desk.js';

let servers: Servers;
let desk: Desk;
let tenantId: string;
let sato: Person;

beforeAll(async () => {
  servers = await startServers();
  desk = await startDesk(servers);
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

describe('bad input', () => {
  it.each([
    ['POST', '/conversations/ID/replies', undefined, 422, 'invalid'],
    ['POST', '/conversations/ID/notes', undefined, 422, 'invalid'],
    ['PUT', '/agents/me/presence', undefined, 422, 'invalid'],
    ['POST', '/sessions', [], 422, 'invalid'],
    ['POST', '/conversations/ID/replies', {}, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { content: { type: 'text' } }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', text('   '), 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { content: [] }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { content: { type: 'location' } }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { ...text('x'), surprise: 1 }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { ...text('x'), version: -1 }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', text('x'.repeat(5_001)), 422, 'text-too-long'],
    ['POST', '/conversations/ID/replies', { content: { type: 'telepathy' } }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { content: { type: 'constructor' } }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { content: { type: 'choices', text: 'a', style: 'list', options: [] } }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { content: { type: 'email', text: 'a', subject: 'a\nb' } }, 422, 'invalid'],
    ['POST', '/conversations/ID/replies', { content: { type: 'contact', name: 'a', phone: 'javascript:1' } }, 422, 'invalid'],
    [
      'POST',
      '/conversations/ID/replies',
      { content: { type: 'template', name: 'a', language: 'ja', parameters: [], text: 'a' } },
      422,
      'type-not-supported',
    ],
    ['POST', '/conversations/ID/reactions', { providerMessageId: 'm', emoji: 'ok' }, 422, 'invalid'],
    ['POST', '/conversations/ID/signs', { kind: 'smile' }, 422, 'invalid'],
    ['GET', '/conversations/ID/templates', undefined, 503, 'not-available'],
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
    const alone = await startDesk(servers, { log: desk.log, commands });
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
    const front = await startDesk(servers, { log: desk.log, adminUrl: `http://127.0.0.1:${(admin.address() as AddressInfo).port}` });
    const forward = (method: string, headers: Record<string, string> = {}) =>
      fetch(`${front.url}/api/v1/integration-accounts/7?x=1`, {
        method,
        headers: { cookie: sato.cookie, authorization: 'Bearer t', ...headers },
      });
    expect((await forward('GET')).status).toBe(200);
    expect((await forward('PATCH', { origin: 'https://evil.example' })).status).toBe(403);
    const agents = { headers: { cookie: sato.cookie } };
    expect((await fetch(`${front.url}/api/v1/agents`, { method: 'POST', ...agents })).status).toBe(200);
    expect((await fetch(`${front.url}/api/v1/agents`, agents)).status).toBe(200);
    expect(seen).toEqual([
      ['GET', '/api/v1/integration-accounts/7?x=1', sato.cookie, 'Bearer t'],
      ['POST', '/api/v1/agents', sato.cookie, undefined],
    ]);
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
