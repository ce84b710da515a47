import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A connection to a server that can be cut, between a store and PostgreSQL. */
export interface Cable {
  /** The server's address through the cable. */
  readonly url: string;
  /** From now on what the server answers goes nowhere; what is sent still arrives. */
  loseAnswers(): void;
  /** From now on nothing passes, as if the machine were gone. */
  freeze(): void;
  /** Breaks every connection; new ones work again. */
  cut(): void;
  close(): Promise<void>;
}

export const layCable = async (serverUrl: string): Promise<Cable> => {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let answers = true;
  let passes = true;

  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
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
      socket.on('data', (bytes) => {
        if (passes && (socket === near || answers)) other.write(bytes);
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const cut = () => {
    for (const socket of sockets) socket.destroy();
    answers = true;
    passes = true;
  };
  return {
    url: Object.assign(new URL(serverUrl), { port: String((server.address() as AddressInfo).port) }).href,
    loseAnswers: () => void (answers = false),
    freeze: () => void (passes = false),
    cut,
    close: async () => {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
};
