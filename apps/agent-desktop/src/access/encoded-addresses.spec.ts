import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Desk, PASSWORD, type Person, type Servers, startDesk, startServers } from '../testing/start-desk.js';

let servers: Servers;
let desk: Desk;
let sato: Person;
let admin: Server;
/** What came through to the service admin. */
let seen: string[];

beforeAll(async () => {
  servers = await startServers();
  admin = createServer((incoming, answer) => {
    seen.push(`${incoming.method} ${incoming.url}`);
    answer.writeHead(incoming.headers.cookie ? 200 : 401).end();
  });
  admin.listen(0, '127.0.0.1');
  await once(admin, 'listening');
  desk = await startDesk(servers, { adminUrl: `http://127.0.0.1:${(admin.address() as AddressInfo).port}` });
  sato = await desk.person(await desk.tenant('Demo'));
});
beforeEach(() => {
  seen = [];
});
afterAll(async () => {
  await desk.stop();
  admin.close();
  await servers.stop();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly code: string | undefined;
}

/** As it stands: fetch would tidy the address first. */
const send = async (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> => {
  const { hostname, port } = new URL(desk.url);
  const asked = request({ hostname, port, method, path, headers, agent: false });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const words = await text(answer);
  const told = words.startsWith('{') ? (JSON.parse(words) as { code?: string }) : {};
  return { status: answer.statusCode ?? 0, headers: answer.headers, code: told.code };
};

/** An address in the ways that routers may take for the same. */
const waysOf = (path: string): readonly string[] => [
  path,
  `/%61pi/v1${path.slice('/api/v1'.length)}`,
  `/api/%761${path.slice('/api/v1'.length)}`,
  `/%61%70%69/%76%31${path.slice('/api/v1'.length)}`,
  `/${path}`,
  `/api/v1/../v1${path.slice('/api/v1'.length)}`,
  `/api/v1/%2e%2e/v1${path.slice('/api/v1'.length)}`,
  `/health/..${path}`,
  `http://desk.example${path}`,
];

const DESK_ROUTE = '/api/v1/conversations';
const ADMIN_ROUTE = '/api/v1/queues';
const FOREIGN: readonly Record<string, string>[] = [
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];

describe('however an address is written', () => {
  it.each(waysOf('/api/v1/sessions'))('another site signs nobody in: POST %s', async (path) => {
    const { email } = (await sato.get('/sessions/current')).body.user;
    const form = new URLSearchParams({ email, password: PASSWORD }).toString();
    for (const foreign of FOREIGN) {
      const answer = await send('POST', path, { ...foreign, 'content-type': 'application/x-www-form-urlencoded' }, form);
      expect(answer).toMatchObject({ status: 403, code: 'foreign-origin', headers: { 'cache-control': 'no-store' } });
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it.each(waysOf(ADMIN_ROUTE))('another site changes nothing of the admin area: POST %s', async (path) => {
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
      for (const foreign of FOREIGN) {
        expect(await send(method, path, { ...foreign, cookie: sato.cookie })).toMatchObject({ status: 403, code: 'foreign-origin' });
      }
    }
    expect(seen).toEqual([]);
  });

  it.each(waysOf(DESK_ROUTE))('nobody reads without a session, and no answer is kept: GET %s', async (path) => {
    const answer = await send('GET', path);
    expect([401, 404]).toContain(answer.status);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect([200, 404]).toContain((await send('GET', path, { cookie: sato.cookie })).status);
  });

  it('what the router takes for the same needs the same session', async () => {
    const statuses = await Promise.all(waysOf(DESK_ROUTE).map(async (path) => [path, (await send('GET', path)).status] as const));
    expect(statuses.filter(([, status]) => status === 401).map(([path]) => path)).toEqual([
      '/api/v1/conversations',
      '/%61pi/v1/conversations',
      '/api/%761/conversations',
      '/%61%70%69/%76%31/conversations',
      'http://desk.example/api/v1/conversations',
    ]);
  });

  it.each(waysOf(ADMIN_ROUTE))('the admin area asks who it is: GET %s', async (path) => {
    const answer = await send('GET', path);
    expect([400, 401, 404]).toContain(answer.status);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(seen.filter((line) => line !== `GET ${ADMIN_ROUTE}`)).toEqual([]);
  });

  it.each(['/api/v1/queues/%2e%2e/agents', '/api/v1/queues/..%2fagents', '/api/v1/queues/../agents', '/api/v1/queues/..\\agents'])(
    'what is forwarded stays below its resource: %s',
    async (path) => {
      expect((await send('GET', path, { cookie: sato.cookie })).status).toBe(400);
      expect(seen).toEqual([]);
    },
  );

  it.each(['/api/v1/%', '/api/v1/queues/%zz', '/%c0%af/api/v1/sessions', '/api/v1/conversations/%00', '/api/v1/queues/%ff'])(
    'one that is none is refused: %s',
    async (path) => {
      const answer = await send('GET', path);
      expect([400, 401, 404]).toContain(answer.status);
    },
  );

  it('health and figures of the service are for everybody', async () => {
    for (const path of ['/health/live', '/%68ealth/live', '/metrics']) expect(await send('GET', path)).toMatchObject({ status: 200 });
  });

  it('the desk’s own page and programs are let in', async () => {
    const { email } = (await sato.get('/sessions/current')).body.user;
    const words = JSON.stringify({ email, password: PASSWORD });
    for (const own of [{ origin: desk.url }, {}] as Record<string, string>[]) {
      const answer = await send('POST', '/api/v1/sessions', { ...own, 'content-type': 'application/json' }, words);
      expect(answer.status).toBe(200);
      expect(answer.headers['set-cookie']).toBeDefined();
    }
  });
});
