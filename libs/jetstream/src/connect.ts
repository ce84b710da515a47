import { connect as connectToNats, type NatsConnection } from '@nats-io/transport-node';
import type { Log } from './log.js';
import { serverAddress } from './server-address.js';

export type { NatsConnection } from '@nats-io/transport-node';

const PING_INTERVAL_MS = 5_000;
const RECONNECT_WAIT_MS = 250;

/**
 * One connection for the whole process. It comes back by itself, for ever; a server that hangs is noticed after
 * about ten seconds.
 *
 * @param url one address, or several separated by commas; with `user:password@` where the server asks for it
 * @param name the service, as the server's monitoring shows it
 * @throws when nobody answers now; a service that starts before NATS ends and is started again
 */
export const connect = async (url: string, name: string, log: Log): Promise<NatsConnection> => {
  const connection = await connectToNats({
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

const tell = async (connection: NatsConnection, log: Log): Promise<void> => {
  for await (const status of connection.status()) {
    if (status.type === 'disconnect' || status.type === 'staleConnection')
      log.warn({ nats: status.type }, 'the connection to NATS is lost');
    else if (status.type === 'reconnect') log.info({ nats: status.type }, 'the connection to NATS is back');
    else if (status.type === 'error') log.warn({ nats: status.type, reason: status.error.message }, 'NATS reports an error');
  }
};
