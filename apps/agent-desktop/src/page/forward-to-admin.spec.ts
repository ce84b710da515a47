import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { forwardToAdmin } from './forward-to-admin.js';

const MEGABYTE = 'x'.repeat(1024 * 1024);
let admin: Server;
let desk: FastifyInstance;
let url: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  admin = createServer((request, response) => answer(request, response));
  admin.listen(0, '127.0.0.1');
  await once(admin, 'listening');
  desk = Fastify();
  const application = { getHttpAdapter: () => ({ getInstance: () => desk }) } as unknown as NestFastifyApplication;
  await forwardToAdmin(application, `http://127.0.0.1:${(admin.address() as AddressInfo).port}`);
  url = await desk.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await desk.close();
  admin.close();
});

describe('what administrators ask of the desk', () => {
  it.each([
    ['DELETE', '/agent-profiles/7?workInHand=return'],
    ['POST', '/agent-profiles/7/restore'],
    ['POST', '/contacts/7/erase'],
    ['GET', '/contacts/7/erasures'],
    ['GET', '/erasures'],
    ['GET', '/erasures/7/certificate.txt'],
  ])('goes to the service admin: %s %s', async (method, path) => {
    answer = (request, response) => void response.end(`${request.method} ${request.url}`);
    const response = await fetch(`${url}/api/v1${path}`, { method });
    expect([response.status, await response.text()]).toEqual([200, `${method} /api/v1${path}`]);
  });
});

describe('an export that the service admin gives', () => {
  it('comes through while it is written, with what was asked and who asks', async () => {
    let goOn = () => undefined as void;
    answer = (request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson', 'madoguchi-up-to': '7' });
      response.write(`${request.method} ${request.url} ${request.headers.cookie}\n`);
      goOn = () => void response.end(MEGABYTE);
    };
    const response = await fetch(`${url}/api/v1/events?format=ndjson&type=A,B`, { headers: { cookie: 'madoguchi_session=s' } });
    expect([response.status, response.headers.get('content-type'), response.headers.get('madoguchi-up-to')]).toEqual([
      200,
      'application/x-ndjson',
      '7',
    ]);
    const reader = response.body!.getReader();
    const first = await reader.read();
    expect(Buffer.from(first.value!).toString()).toBe('GET /api/v1/events?format=ndjson&type=A,B madoguchi_session=s\n');
    goOn();
    let length = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) length += part.value.length;
    expect(length).toBe(MEGABYTE.length);
  });

  it('and that breaks off is broken off here too', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.write(MEGABYTE, () => response.destroy());
    };
    const response = await fetch(`${url}/api/v1/events`);
    await expect(response.text()).rejects.toThrow();
  });

  it('is left by admin as soon as nobody here waits for it', async () => {
    const left = new Promise<void>((resolve) => {
      answer = (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
        const more = () => void response.write(MEGABYTE, (error) => (error ? undefined : setImmediate(more)));
        response.on('close', () => resolve());
        response.on('error', () => undefined);
        more();
      };
    });
    const leave = new AbortController();
    const response = await fetch(`${url}/api/v1/events`, { signal: leave.signal });
    await response.body!.getReader().read();
    leave.abort();
    await left;
  });
});
