import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { StandInNode } from './stand-in/node.js';

/** A connection to a node that can be cut, between a store and the node. */
export interface Cable {
  readonly port: number;
  /** The node's address through the cable. */
  readonly url: string;
  /** From now on nothing passes, as if the machine were gone. */
  freeze(): void;
  /** Lets everything through but what was connected when it was frozen. */
  admit(): void;
  /** Breaks every connection, with what was held back; new ones work. */
  cut(): void;
  close(): Promise<void>;
}

/** @param ownPort 0: a free one */
export const layCable = async ({ host, port }: Pick<StandInNode, 'host' | 'port'>, ownPort = 0): Promise<Cable> => {
  const sockets = new Set<Socket>();
  let frozen = false;
  let lost: ReadonlySet<Socket> = new Set();

  const server = createServer((near) => {
    const far = connect(port, host);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.on('data', (bytes) => other.write(bytes));
      if (frozen) socket.pause();
    }
  });
  server.listen(ownPort, '127.0.0.1');
  await once(server, 'listening');

  const cut = () => {
    frozen = false;
    for (const socket of sockets) socket.destroy();
  };
  const { port: nearPort } = server.address() as AddressInfo;
  return {
    port: nearPort,
    url: `esdb://127.0.0.1:${nearPort}?tls=false`,
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
