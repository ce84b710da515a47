import { randomUUID } from 'node:crypto';
import { type Desk, type Person, type Servers, startDesk, startServers } from '../testing/start-desk.js';

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
