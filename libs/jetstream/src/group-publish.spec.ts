import { INBOUND_STREAM } from '@madoguchi/contracts';
import { type Nats, startNats } from '@madoguchi/tools/nats-server.mjs';
import { jetstreamManager } from '@nats-io/jetstream';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type NatsConnection } from './connect.js';
import { BusTimeoutError, BusUnavailableError, MessageTooLargeError, QueueFullError } from './errors.js';
import { groupPublisher } from './group-publish.js';
import { ensureStreams } from './streams.js';
import { eventually, quiet } from './testing/eventually.js';

const message = (text: string, subject = 'inbound.3.line') => ({ subject, data: Buffer.from(text) });

describe('the group commit of the intake', () => {
  let folder: string;
  let nats: Nats;
  let connection: NatsConnection;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'group-publish-'));
    nats = await startNats({ dataDir: folder });
    connection = await connect(nats.url, 'spec', quiet);
    await ensureStreams(connection, { log: quiet });
  });

  afterEach(async () => {
    await connection.close();
    await nats.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const stored = async (): Promise<string[]> => {
    const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 60_000 });
    const { state } = await manager.streams.info(INBOUND_STREAM);
    const texts: string[] = [];
    for (let sequence = state.first_seq; sequence <= state.last_seq; sequence += 1) {
      texts.push((await manager.streams.getMessage(INBOUND_STREAM, { seq: sequence }))?.string() ?? 'missing');
    }
    return texts;
  };

  it('stores the messages of many calls, each call together and in its order', async () => {
    const { publish, queued } = groupPublisher(connection, { log: quiet, deadlineMs: 20_000 });
    const calls = Array.from({ length: 60 }, (_, call) => publish([message(`${call}a`), message(`${call}b`), message(`${call}c`)]));
    expect(queued()).toBe(180);
    await Promise.all(calls);
    expect(queued()).toBe(0);
    expect(await stored()).toEqual(Array.from({ length: 60 }, (_, call) => [`${call}a`, `${call}b`, `${call}c`]).flat());
  });

  it('takes less round trips than there are calls', async () => {
    const { publish } = groupPublisher(connection, { log: quiet, deadlineMs: 20_000 });
    const before = connection.stats().inMsgs;
    await Promise.all(Array.from({ length: 200 }, (_, call) => publish([message(String(call))])));
    expect(connection.stats().inMsgs - before).toBeLessThan(10);
  });

  it('has every acknowledged message after a SIGKILL of the server', async () => {
    const { publish } = groupPublisher(connection, { log: quiet, deadlineMs: 20_000 });
    const acknowledged: string[] = [];
    const writer = async (name: number) => {
      for (let count = 0; ; count += 1) {
        const text = `${name}/${count}`;
        await publish([message(text)]);
        acknowledged.push(text);
      }
    };
    const writers = Promise.allSettled([1, 2, 3, 4].map(writer));
    await eventually(() => expect(acknowledged.length).toBeGreaterThan(200));
    await nats.kill();
    await writers;
    nats = await startNats({ dataDir: folder, port: nats.port });
    await eventually(async () => expect(await stored()).toEqual(expect.arrayContaining(acknowledged)));
  });

  it('gives up at the deadline while the server hangs, throws nothing more at it, and recovers by itself', async () => {
    const { publish } = groupPublisher(connection, { log: quiet, deadlineMs: 5_000 });
    await publish([message('before')]);
    await nats.freeze();
    await expect(publish([message('doubtful')])).rejects.toBeInstanceOf(BusTimeoutError);
    await expect(publish([message('not sent')])).rejects.toThrow(/NATS/);
    await expect(publish([message('not sent')])).rejects.toThrow(/NATS/);
    nats.thaw();
    await eventually(() => publish([message('after')]));
    const texts = await stored();
    expect(texts).toEqual(expect.arrayContaining(['before', 'doubtful', 'after']));
    expect(texts).not.toContain('not sent');
  });

  it('refuses at once while NATS is away, and recovers when it is back', async () => {
    const { publish } = groupPublisher(connection, { log: quiet, deadlineMs: 5_000 });
    await nats.kill();
    await expect(publish([message('lost')])).rejects.toThrow();
    await expect(publish([message('lost')])).rejects.toBeInstanceOf(BusUnavailableError);
    nats = await startNats({ dataDir: folder, port: nats.port });
    await eventually(() => publish([message('back')]));
    expect(await stored()).toContain('back');
  });

  it('keeps a bounded queue', async () => {
    const { publish } = groupPublisher(connection, { log: quiet, deadlineMs: 20_000, maxQueued: 4 });
    await nats.freeze();
    const waiting = [publish([message('1'), message('2')]), publish([message('3'), message('4')])];
    await expect(publish([message('5')])).rejects.toBeInstanceOf(QueueFullError);
    nats.thaw();
    await Promise.all(waiting);
  });

  it('tells that the stream is full', async () => {
    await ensureStreams(connection, { log: quiet, inboundMaxBytes: 2_000 });
    const { publish } = groupPublisher(connection, { log: quiet, deadlineMs: 20_000 });
    const large = 'x'.repeat(800);
    await publish([message(large)]);
    await expect(publish([message(large), message(large)])).rejects.toBeInstanceOf(BusUnavailableError);
    expect(await stored()).toEqual([large]);
  });

  it('refuses what NATS would never take, without harm to its neighbours', async () => {
    const { publish } = groupPublisher(connection, { log: quiet, deadlineMs: 20_000 });
    const neighbour = publish([message('neighbour')]);
    await expect(publish([message('x'.repeat(8_388_000))])).rejects.toBeInstanceOf(MessageTooLargeError);
    await neighbour;
    expect(await stored()).toEqual(['neighbour']);
  });

  it('publishes one by one on a server without batches, and says so once', async () => {
    const warnings: string[] = [];
    const old = Object.create(connection, { info: { value: { ...connection.info, version: '2.10.29' } } }) as NatsConnection;
    const { publish } = groupPublisher(old, { log: { ...quiet, warn: (_, text) => warnings.push(text) }, deadlineMs: 20_000 });
    await Promise.all([publish([message('1a'), message('1b')]), publish([message('2a'), message('2b')])]);
    await publish([message('3a'), message('3b')]);
    const texts = await stored();
    expect(texts).toHaveLength(6);
    expect(texts.indexOf('1a')).toBeLessThan(texts.indexOf('1b'));
    expect(texts.indexOf('2a')).toBeLessThan(texts.indexOf('2b'));
    expect(warnings).toEqual([expect.stringContaining('older than 2.12')]);
  });
});
