import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket, { WebSocketServer } from 'ws';
import { latencyHistogram } from './latency.mjs';
import { signedWebhooks } from './webhooks.mjs';

const MESSAGES = 100;
const PAUSE_MS = 50;

const socket = async (address, headers) => {
  const opened = new WebSocket(address, { headers });
  await new Promise((resolve, reject) => opened.once('open', resolve).once('error', reject));
  return opened;
};

/**
 * From the first byte of a webhook until the desk's socket tells of a change that can be read: signature, synced commit,
 * append, projection. Beside it the floor: one process that pushes what it gets, with nothing in between.
 */
export const benchWebhookToDesk = async (system) => {
  const { secret, url } = system.account;
  const { desk } = system;
  const live = await socket(`${desk.address.replace('http', 'ws')}/api/v1/live`, { authorization: `Bearer ${desk.token}` });
  const ours = await measure(
    live,
    (frame) => frame.type === 'changed' && frame.conversations.length > 0,
    () => {
      const { requests } = signedWebhooks({ count: 1, url, secret, customers: 1_000_000 });
      const body = requests[0].subarray(requests[0].indexOf('\r\n\r\n') + 4);
      const signature = /x-line-signature: (.+)\r/i.exec(requests[0].toString('latin1'))[1];
      return fetch(url, { method: 'POST', body, headers: { 'x-line-signature': signature, 'content-type': 'application/json' } });
    },
  );
  live.close();

  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  const bare = await socket(`ws://127.0.0.1:${port}`);
  const floor = await measure(
    bare,
    () => true,
    () => server.clients.forEach((client) => client.send('{"type":"changed"}')),
  );
  bare.close();
  server.close();
  return {
    'webhook to desk (ms)': {
      unit: 'ms',
      latency: [
        { side: 'ours', ...ours },
        { side: 'floor: bare ws push', ...floor },
      ],
    },
  };
};

const measure = async (live, counts, send) => {
  const latencies = latencyHistogram();
  for (let n = 0; n < MESSAGES; n += 1) {
    const told = new Promise((resolve) => {
      const listen = (data) => {
        if (!counts(JSON.parse(data))) return;
        live.off('message', listen);
        resolve();
      };
      live.on('message', listen);
    });
    const started = performance.now();
    await send();
    await told;
    latencies.record(performance.now() - started);
    await sleep(PAUSE_MS);
  }
  return latencies.summary();
};
