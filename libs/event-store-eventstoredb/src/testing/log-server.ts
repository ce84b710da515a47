import { randomBytes } from 'node:crypto';
import { type NodeOptions, startNode } from './stand-in/node.js';

const IMAGE = 'kurrentplatform/kurrentdb:25.1';
const PORT = 2113;

export interface LogAddress {
  readonly url: string;
  readonly log: string;
}

export interface LogServer {
  /** A new, empty log. */
  freshLog(): Promise<LogAddress>;
  stop(): Promise<void>;
}

/**
 * A server to run specs against: the one of `EVENTSTORE_URL`; else KurrentDB in a container, where a Docker engine answers
 * and has the image or can pull it; else the stand-in, and that is said.
 */
export const startLogServer = async (): Promise<LogServer> => {
  const given = process.env['EVENTSTORE_URL'];
  if (given) return logsOn(given, async () => undefined);
  try {
    return await startContainer();
  } catch (error) {
    process.stderr.write(`EventStoreDB contract not run: no server (${(error as Error).message}); the stand-in takes its place\n`);
    return startStandIn();
  }
};

/** A stand-in for every log, so that none reads past the others. */
export const startStandIn = (options?: NodeOptions): LogServer => {
  const nodes: Awaited<ReturnType<typeof startNode>>[] = [];
  return {
    freshLog: async () => {
      const node = await startNode(options);
      nodes.push(node);
      return { url: node.url, log: 'fresh' };
    },
    stop: async () => {
      await Promise.all(nodes.map((node) => node.kill()));
    },
  };
};

const startContainer = async (): Promise<LogServer> => {
  const { GenericContainer, getContainerRuntimeClient, Wait } = await import('testcontainers');
  await getContainerRuntimeClient();
  const container = await new GenericContainer(IMAGE)
    .withExposedPorts(PORT)
    .withEnvironment({ KURRENTDB_INSECURE: 'true', KURRENTDB_MEM_DB: 'true' })
    .withWaitStrategy(Wait.forHttp('/health/live', PORT).forStatusCodeMatching((code) => code >= 200 && code < 300))
    .start();
  const url = `esdb://${container.getHost()}:${container.getMappedPort(PORT)}?tls=false`;
  return logsOn(url, async () => {
    await container.stop();
  });
};

const logsOn = (url: string, stop: () => Promise<void>): LogServer => ({
  freshLog: async () => ({ url, log: `spec${randomBytes(6).toString('hex')}` }),
  stop,
});
