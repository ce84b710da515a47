import type { NatsConnection } from '@nats-io/nats-core';

const listeners = new WeakMap<NatsConnection, Set<() => void>>();

/**
 * Calls back when the connection breaks, and when it is back: an answer that was on its way will not come, and a question
 * that was asked in between was never sent.
 *
 * @returns the way to stop listening
 */
export const onConnectionChange = (connection: NatsConnection, callback: () => void): (() => void) => {
  const known = listeners.get(connection) ?? watch(connection);
  known.add(callback);
  return () => known.delete(callback);
};

/** One iterator for each connection, however many loops listen: the client gives every status to every iterator. */
const watch = (connection: NatsConnection): Set<() => void> => {
  const callbacks = new Set<() => void>();
  listeners.set(connection, callbacks);
  void (async () => {
    for await (const { type } of connection.status()) {
      if (type === 'disconnect' || type === 'reconnect') callbacks.forEach((callback) => callback());
    }
  })();
  return callbacks;
};
