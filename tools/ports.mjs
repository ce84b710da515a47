import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const TRIES = 200;

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** Below what Linux, macOS and Windows give to outgoing connections: none of those can take a port between here and its use. */
const [FIRST, LAST] = [20_000, 32_767];
/** Processes that look at the same moment look at different ports, unless their numbers are a multiple of this apart. */
const SHARES = 16;

/** By this process: who was given a port may not listen on it yet. */
const given = new Set();

const anyPort = () => {
  const first = FIRST + (process.pid % SHARES);
  return first + SHARES * randomInt(Math.floor((LAST - first) / SHARES) + 1);
};

/**
 * A port on 127.0.0.1 that nobody listens on now: `preferred`, or the next free one above it; without it any.
 *
 * @param {number} [preferred]
 * @returns {Promise<number>}
 */
export const freePort = async (preferred) => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = preferred === undefined ? anyPort() : preferred + tried;
    if (preferred === undefined) {
      if (given.has(port)) continue;
      given.add(port);
    }
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port: ${TRIES} tried, ${preferred === undefined ? `of ${FIRST} to ${LAST}` : `from ${preferred} up`}`);
};
