import { EVENTS_STREAM, INBOUND_STREAM } from '@madoguchi/contracts';
import { jetstreamManager, type JetStreamManager, JetStreamApiError, type StreamConfig } from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/nats-core';
import { supportsBatches } from './batch.js';
import type { Log } from './log.js';

export const PARKED_STREAM = 'PARKED';

const DAY_MS = 24 * 60 * 60 * 1_000;
const STREAM_NOT_FOUND = 10_059;
const NAME_IN_USE = 10_058;

export interface StreamOptions {
  readonly log: Log;
  /** Bytes that may wait to be taken into the log; beyond it the intake answers 503. Default 10 GB. */
  readonly inboundMaxBytes?: number;
  /** Copies in a NATS cluster: 1 (default), 3 or 5. */
  readonly replicas?: number;
  /** `http://…:8222`, the server's monitoring; with it the sync setting is looked up. */
  readonly monitorUrl?: string;
}

/**
 * Creates the streams, or brings their settings up to date; what is stored stays. Several services may do so at once.
 * Warns where an acknowledgement would not mean "on the disk".
 */
export const ensureStreams = async (connection: NatsConnection, options: StreamOptions): Promise<void> => {
  const { log, inboundMaxBytes = 10_000_000_000, replicas = 1, monitorUrl } = options;
  const manager = await jetstreamManager(connection);
  const batches = supportsBatches(connection) ? { allow_atomic: true } : {};
  const common = { storage: 'file', num_replicas: replicas, allow_direct: true } as const;
  await ensure(manager, {
    ...common,
    ...batches,
    name: INBOUND_STREAM,
    subjects: ['inbound.>'],
    retention: 'workqueue',
    discard: 'new',
    max_bytes: inboundMaxBytes,
  });
  await ensure(manager, {
    ...common,
    ...batches,
    name: EVENTS_STREAM,
    subjects: ['events.>'],
    retention: 'limits',
    discard: 'old',
    max_age: nanos(30 * DAY_MS),
  });
  await ensure(manager, { ...common, name: PARKED_STREAM, subjects: ['parked.>'], retention: 'limits', discard: 'new' });
  if (!supportsBatches(connection)) {
    log.warn(
      { version: connection.info?.version },
      'nats-server is older than 2.12, without atomic batches: everything works, the intake is slower. Update nats-server',
    );
  }
  await warnUnlessSynced(monitorUrl, log);
};

type WantedStream = Partial<StreamConfig> & Pick<StreamConfig, 'name'>;

const ensure = async (manager: JetStreamManager, wanted: WantedStream): Promise<void> => {
  try {
    const { config } = await manager.streams.info(wanted.name);
    const differs = Object.entries(wanted).some(
      ([name, value]) => JSON.stringify(config[name as keyof StreamConfig]) !== JSON.stringify(value),
    );
    if (differs) await manager.streams.update(wanted.name, { ...config, ...wanted });
  } catch (error) {
    if (!hasCode(error, STREAM_NOT_FOUND)) throw error;
    try {
      await manager.streams.add(wanted);
    } catch (failure) {
      if (!hasCode(failure, NAME_IN_USE)) throw failure;
    }
  }
};

const hasCode = (error: unknown, code: number): boolean => error instanceof JetStreamApiError && error.code === code;

/**
 * Without `sync_interval: always` nats-server writes to the disk every two minutes: in a simulated power cut it lost
 * 53,940 acknowledged messages. A client cannot read the setting; only the server's monitoring shows it.
 */
const warnUnlessSynced = async (monitorUrl: string | undefined, log: Log): Promise<void> => {
  const advice =
    'Set "sync_interval: always" in the jetstream section of nats-server.conf, or a power cut loses messages that the platforms were told we have';
  if (!monitorUrl) {
    log.info({}, `whether NATS syncs every message to the disk was not checked: no monitoring address is set. ${advice}`);
    return;
  }
  try {
    const answer = await fetch(new URL('/jsz?config=true', monitorUrl), { signal: AbortSignal.timeout(2_000) });
    const { config } = (await answer.json()) as { config?: { sync_always?: boolean } };
    if (!config?.sync_always) log.warn({}, `NATS acknowledges before the disk has it. ${advice}`);
  } catch (error) {
    log.warn({ reason: (error as Error).message }, `the monitoring of NATS could not be read. ${advice}`);
  }
};
