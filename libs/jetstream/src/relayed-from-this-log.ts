import { type EventStore, originOfLog } from '@madoguchi/event-sourcing';
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import { endOfEvents, refuseAnotherLog } from './end-of-events.js';

/**
 * Looks whether EVENTS is a copy of this log. After somebody has named another store, the relay would wait for ever for a place that does
 * not come, or leave out what stands before it.
 *
 * @throws AnotherLogError that says what to do; nothing was changed
 */
export const relayedFromThisLog = async (connection: NatsConnection, store: Pick<EventStore, 'readAll'>): Promise<void> =>
  refuseAnotherLog(await endOfEvents(await jetstreamManager(connection)), await originOfLog(store));
