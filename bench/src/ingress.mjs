import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startNats } from '@madoguchi/tools/nats-server.mjs';
import { closedLoop, openLoop } from './load.mjs';
import { signedWebhooks } from './webhooks.mjs';

const CONNECTIONS = 64;
const REQUESTS = 20_000;

const startFloor = async (secret, natsUrl) => {
  const entry = fileURLToPath(new URL('floors/bare-http.mjs', import.meta.url));
  const child = spawn(process.execPath, [entry], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, SECRET: secret, ...(natsUrl ? { NATS_URL: natsUrl } : {}) },
  });
  const url = await new Promise((resolve) => child.stdout.once('data', (line) => resolve(JSON.parse(line).url)));
  return { url, stop: () => child.kill() };
};

const cycle = (requests) => {
  let n = 0;
  return () => requests[(n += 1) % requests.length];
};

/**
 * Signed LINE webhooks, answered after the synced commit, with the whole system working on them at the same time; beside
 * a bare `node:http` that only checks the signature, and one that waits for a synced publish of its own per request.
 */
export const benchIngress = async (system, { rounds, seconds }) => {
  const { secret, url } = system.account;
  const nats = await startNats();
  const floors = {
    'floor: signature only': await startFloor(secret),
    'floor: one synced publish each': await startFloor(secret, nats.url),
  };
  const targets = { ours: url, ...Object.fromEntries(Object.entries(floors).map(([name, floor]) => [name, floor.url])) };
  const results = Object.fromEntries(Object.keys(targets).map((name) => [name, []]));
  const refused = {};
  try {
    for (let round = 0; round < rounds; round += 1) {
      const order = round % 2 === 0 ? Object.keys(targets) : Object.keys(targets).reverse();
      for (const name of order) {
        const { requests } = signedWebhooks({ count: REQUESTS, url: targets[name], secret });
        const { perSecond, statuses } = await closedLoop({ url: targets[name], next: cycle(requests), connections: CONNECTIONS, seconds });
        results[name].push(perSecond);
        for (const [status, count] of Object.entries(statuses))
          if (status !== '200') refused[`${name} ${status}`] = (refused[`${name} ${status}`] ?? 0) + count;
      }
    }
    const capacity = [...results.ours].sort((a, b) => a - b)[Math.floor(rounds / 2)];
    const latency = [];
    for (const share of [0.25, 0.5, 0.75]) {
      const { requests } = signedWebhooks({ count: REQUESTS, url, secret });
      latency.push(
        await openLoop({ url, next: cycle(requests), connections: 256, seconds: seconds * 2, perSecond: Math.round(capacity * share) }),
      );
    }
    return {
      'ingress, closed loop': { unit: 'webhooks/s', connections: CONNECTIONS, refused, ...results },
      'ingress, open loop (ms)': { unit: 'ms', latency },
    };
  } finally {
    Object.values(floors).forEach((floor) => floor.stop());
    await nats.stop();
  }
};
