import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { freePort } from './ports.mjs';

/**
 * A connection to a server that can be cut, between a store and its server.
 *
 * @typedef {object} Cable
 * @property {number} port on 127.0.0.1
 * @property {string} url the server's address through the cable
 * @property {() => void} loseAnswers from now on what the server answers goes nowhere; what is sent still arrives
 * @property {() => void} freeze from now on nothing passes, as if the machine were gone
 * @property {() => void} admit lets everything through but what was connected when it was frozen
 * @property {() => void} cut breaks every connection, with what was held back; new ones work
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} serverUrl
 * @param {number} [ownPort] without it a free one
 * @returns {Promise<Cable>}
 */
export const layCable = async (serverUrl, ownPort) => {
  const target = new URL(serverUrl);
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  /** @type {ReadonlySet<import('node:net').Socket>} */
  let lost = new Set();
  let frozen = false;
  let answers = true;

  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.on('data', (bytes) => {
        if (socket === near || answers) other.write(bytes);
      });
      if (frozen) socket.pause();
    }
  });
  server.listen(ownPort ?? (await freePort()), '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

  const cut = () => {
    frozen = false;
    answers = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    url: Object.assign(new URL(serverUrl), { hostname: '127.0.0.1', port: String(port) }).href,
    loseAnswers: () => {
      answers = false;
    },
    freeze: () => {
      frozen = true;
      lost = new Set(sockets);
      for (const socket of sockets) socket.pause();
    },
    admit: () => {
      frozen = false;
      for (const socket of sockets) if (!lost.has(socket)) socket.resume();
    },
    cut,
    close: async () => {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
};
