import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { deadline, platformThatAnswers, stopPlatforms } from './testing/scripted.js';
import { callPlatform, platformWords, requestPlatform } from './platform-call.js';

const call = (url: string, signal = deadline()) => callPlatform(url, { method: 'POST', body: '{}', signal });

describe('a call to a platform', () => {
  const servers: Server[] = [];

  afterEach(async () => {
    servers.splice(0).forEach((server) => server.close());
    await stopPlatforms();
  });

  /** Speaks no HTTP: does what it is told with whoever connects. */
  const listener = async (act: (socket: import('node:net').Socket) => void): Promise<number> => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      act(socket);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };

  it('was not sent when nobody listens, on any of the addresses of a name', async () => {
    const port = await listener(() => undefined);
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    expect(await call(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: 'not sent', reason: expect.stringContaining('ECONNREFUSED') });
    expect(await call(`http://localhost:${port}/`)).toMatchObject({ kind: 'not sent' });
  });

  it('was not sent when the name does not exist', async () => {
    expect(await call('http://nobody.invalid/')).toMatchObject({ kind: 'not sent' });
  });

  it('was not sent when the other side speaks no TLS', async () => {
    const port = await listener((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    expect(await call(`https://127.0.0.1:${port}/secret-token`)).toMatchObject({
      kind: 'not sent',
      reason: expect.not.stringContaining('secret-token'),
    });
  });

  it('has no answer when the connection ends after the request, with or without half an answer', async () => {
    for (const half of ['', 'HTTP/1.1 200 OK\r\ncontent-le']) {
      const port = await listener((socket) => socket.once('data', () => socket.end(half)));
      expect(await call(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: 'no answer' });
    }
  });

  it('has no answer when what comes is no HTTP', async () => {
    const port = await listener((socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.9\r\n')));
    expect(await call(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: 'no answer' });
  });

  it('has an answer whose body is unknown when it is cut off', async () => {
    const port = await listener((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 99\r\n\r\n{"mess')),
    );
    expect(await call(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: 'answered', status: 400, body: undefined });
  });

  it('does not go where a redirect points', async () => {
    const platform = await platformThatAnswers({
      '/elsewhere': { status: 200 },
      '/': { status: 307, headers: { location: '/elsewhere' } },
    });
    const answer = await requestPlatform(`${platform.url}/a`, { method: 'POST', body: '{}', signal: deadline() });
    expect(answer).toMatchObject({ kind: 'answered', status: 307 });
    expect(platform.requests).toHaveLength(1);
  });

  it("repeats a platform's words on one line, short, and without secrets", () => {
    expect(platformWords('bad\r\ntoken \u001b[31mabc', ['abc', undefined, ''])).toBe('bad token [31m…');
    expect(platformWords('x'.repeat(999), [])).toHaveLength(300);
    expect([platformWords('', []), platformWords(7, []), platformWords(undefined, [])]).toEqual([undefined, undefined, undefined]);
  });
});
