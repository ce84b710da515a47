import { setTimeout as sleep } from 'node:timers/promises';
import { connect as connectToNats, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node';
import type { Log } from './log.js';
import { serverAddress } from './server-address.js';

export type { NatsConnection } from '@nats-io/transport-node';

const PING_INTERVAL_MS = 5_000;
const RECONNECT_WAIT_MS = 250;
/** A server that is just being started again is back by then, and a service takes longer to load than to wait. */
const FIRST_CONNECTION_MS = 10_000;

/**
 * One connection for the whole process. It comes back by itself, for ever; a server that hangs is noticed after
 * about ten seconds.
 *
 * @param url one address, or several separated by commas; with `user:password@` where the server asks for it
 * @param name the service, as the server's monitoring shows it
 * @throws when nobody answers within ten seconds; a service that starts so long before NATS ends and is started again
 */
export const connect = async (url: string, name: string, log: Log): Promise<NatsConnection> => {
  const connection = await firstConnection({
    ...serverAddress(url),
    name,
    maxReconnectAttempts: -1,
    ignoreAuthErrorAbort: true,
    reconnectTimeWait: RECONNECT_WAIT_MS,
    pingInterval: PING_INTERVAL_MS,
    maxPingOut: 2,
    noAsyncTraces: true,
  });
  void tell(connection, log);
  return connection;
};

const firstConnection = async (options: NodeConnectionOptions): Promise<NatsConnection> => {
  for (const deadline = Date.now() + FIRST_CONNECTION_MS; ; await sleep(RECONNECT_WAIT_MS)) {
    try {
      return await connectToNats(options);
    } catch (error) {
      if (!(error as Error).message.includes('refused') || Date.now() > deadline) throw error;
    }
  }
};

const tell = async (connection: NatsConnection, log: Log): Promise<void> => {
  for await (const status of connection.status()) {
    if (status.type === 'disconnect' || status.type === 'staleConnection')
      log.warn({ nats: status.type }, 'the connection to NATS is lost');
    else if (status.type === 'reconnect') log.info({ nats: status.type }, 'the connection to NATS is back');
    else if (status.type === 'error') log.warn({ nats: status.type, reason: status.error.message }, 'NATS reports an error');
  }
};
