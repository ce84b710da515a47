import { EVENTS_STREAM, INBOUND_STREAM } from '@madoguchi/contracts';
import { type Nats, startNats } from '@madoguchi/tools/nats-server.mjs';
import { freePort } from '@madoguchi/tools/ports.mjs';
import { jetstreamManager } from '@nats-io/jetstream';
import { publishBatch } from './batch.js';
import { connect, type NatsConnection } from './connect.js';
import { ensureStreams } from './streams.js';
import { quiet } from './testing/eventually.js';

describe('the streams', () => {
  let nats: Nats;
  let connection: NatsConnection;
  let monitorPort: number;

  beforeAll(async () => {
    monitorPort = await freePort();
    nats = await startNats({ config: `http: "127.0.0.1:${monitorPort}"` });
    connection = await connect(nats.url, 'spec', quiet);
  });

  afterAll(async () => {
    await connection.close();
    await nats.stop();
  });

  it('are created once, by however many services start at the same moment', async () => {
    await Promise.all(Array.from({ length: 5 }, () => ensureStreams(connection, { log: quiet })));
    const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 60_000 });
    const inbound = await manager.streams.info(INBOUND_STREAM);
    expect(inbound.config).toMatchObject({ retention: 'workqueue', discard: 'new', storage: 'file', allow_atomic: true });
    const events = await manager.streams.info(EVENTS_STREAM);
    expect(events.config).toMatchObject({ retention: 'limits', allow_atomic: true, max_age: 30 * 24 * 3600 * 1e9 });
  });

  it('take new settings and keep what they hold, and what the relay noted', async () => {
    await ensureStreams(connection, { log: quiet });
    const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 60_000 });
    const { config } = await manager.streams.info(EVENTS_STREAM);
    await manager.streams.update(EVENTS_STREAM, { ...config, metadata: { ...config.metadata, 'madoguchi-relayed': '7' } });
    await publishBatch(connection, [{ subject: 'inbound.1.line', data: Buffer.from('kept') }], { deadlineMs: 60_000 });

    await ensureStreams(connection, { log: quiet, inboundMaxBytes: 1_000_000 });
    const inbound = await manager.streams.info(INBOUND_STREAM);
    expect(inbound.config.max_bytes).toBe(1_000_000);
    expect(inbound.state.messages).toBe(1);
    expect((await manager.streams.info(EVENTS_STREAM)).config.metadata).toMatchObject({ 'madoguchi-relayed': '7' });
  });

  it('warn when the monitoring cannot show that NATS syncs, and are content when it does', async () => {
    const warnings: string[] = [];
    const log = { ...quiet, warn: (_: object, text: string) => warnings.push(text) };
    await ensureStreams(connection, { log, monitorUrl: `http://127.0.0.1:${monitorPort}` });
    expect(warnings).toEqual([]);
    await ensureStreams(connection, { log, monitorUrl: 'http://127.0.0.1:1' });
    expect(warnings).toEqual([expect.stringContaining('sync_interval: always')]);
  });
});
