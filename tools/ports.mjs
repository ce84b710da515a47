import { createServer } from 'node:net';

const listenOnce = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const actual = server.address().port;
      server.close(() => resolve(actual));
    });
  });

/**
 * A port on 127.0.0.1 that nobody listens on now: `preferred`, or the next free one above it; without it any.
 *
 * @param {number} [preferred]
 * @returns {Promise<number>}
 */
export const freePort = async (preferred = 0) => {
  for (let port = preferred; port < preferred + 200; port += 1) {
    const free = await listenOnce(port);
    if (free !== undefined) return free;
  }
  throw new Error(`No free port between ${preferred} and ${preferred + 199}`);
};
