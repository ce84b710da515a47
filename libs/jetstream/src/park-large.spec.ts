import { type Nats, startNats } from '@madoguchi/tools/nats-server.mjs';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishBatch } from './batch.js';
import { connect, type NatsConnection } from './connect.js';
import { consumePartitions } from './consume.js';
import { Delivery } from './delivery.js';
import { MessageTooLargeError } from './errors.js';
import { ParkingLot } from './park.js';
import { ensureStreams } from './streams.js';
import { eventually, quiet } from './testing/eventually.js';

describe('parking what is as large as NATS takes', () => {
  let folder: string;
  let nats: Nats;
  let connection: NatsConnection;
  let stop: AbortController;
  let running: Promise<void> | undefined;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'park-large-'));
    nats = await startNats({ dataDir: folder });
    connection = await connect(nats.url, 'spec', quiet);
    await ensureStreams(connection, { log: quiet });
    stop = new AbortController();
  });

  afterEach(async () => {
    stop.abort();
    await running;
    await connection.close();
    await nats.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The largest that a publisher lets through. */
  const largest = () => (connection.info?.max_payload ?? 0) - 1_024;
  const publish = (data: Buffer) => publishBatch(connection, [{ subject: 'inbound.3.email', data }], { deadlineMs: 60_000 });

  it('lets the others of its partition pass, and keeps every byte, whatever its key is', async () => {
    const poison = randomBytes(largest());
    const key = `${'あ'.repeat(210)}@x.example`;
    const seen: string[] = [];
    running = consumePartitions({
      connection,
      stream: 'INBOUND',
      durable: 'store',
      subjects: (partition) => [`inbound.${partition}.>`],
      key: ({ data }) => (data.length > 100 ? key : 'other'),
      handler: async ({ data }) => {
        if (data.length > 100) throw new Error('poison');
        seen.push(Buffer.from(data).toString());
      },
      maxFailures: 1,
      signal: stop.signal,
      log: quiet,
      now: () => new Date(),
    });
    await publish(poison);
    await publish(Buffer.from('another tenant'));
    await eventually(() => expect(seen).toEqual(['another tenant']));
    const lot = new ParkingLot(connection, 'store');
    // Eight megabytes may need longer than the lot waits for an answer.
    expect(await eventually(() => lot.holds(key))).toBe(true);
    const [lane = ''] = await eventually(() => lot.lanes());
    const parked = await eventually(() => lot.first(lane));
    expect(parked && poison.equals(parked.delivery.data)).toBe(true);
    expect(parked?.delivery.subject).toBe('inbound.3.email');
  });

  it('keeps what is larger deflated, and says so when that is too large as well', async () => {
    const lot = new ParkingLot(connection, 'store');
    const size = connection.info?.max_payload ?? 0;
    const text = Buffer.alloc(size, 'text');
    await lot.park(new Delivery('inbound.3.email', text, 7, undefined), 'k', `${'失敗'.repeat(500)}`);
    const [lane = ''] = await lot.lanes();
    const parked = await lot.first(lane);
    expect(parked && text.equals(parked.delivery.data)).toBe(true);
    await expect(lot.park(new Delivery('inbound.3.email', randomBytes(size), 8, undefined), 'k', 'r')).rejects.toThrow(
      MessageTooLargeError,
    );
  });

  it('counts headers as NATS does', async () => {
    const headers = { 'A-Header': 'x'.repeat(2_000) };
    const message = { subject: 'inbound.3.email', data: Buffer.alloc(largest()), headers };
    await expect(publishBatch(connection, [message], { deadlineMs: 60_000 })).rejects.toThrow(MessageTooLargeError);
  });
});
