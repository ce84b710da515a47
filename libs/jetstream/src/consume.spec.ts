import { StoreUnavailableError } from '@madoguchi/event-sourcing';
import { type Nats, startNats } from '@madoguchi/tools/nats-server.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishBatch } from './batch.js';
import { connect, type NatsConnection } from './connect.js';
import { consumePartitions, type ConsumeOptions } from './consume.js';
import { type Delivery, NotBefore } from './delivery.js';
import { ParkingLot } from './park.js';
import { ensureStreams } from './streams.js';
import { eventually, quiet } from './testing/eventually.js';

const textOf = (delivery: Delivery) => Buffer.from(delivery.data).toString();
const keyOf = (delivery: Delivery) => textOf(delivery).split(':')[0] ?? '';

describe('consuming a stream by partitions', () => {
  let folder: string;
  let nats: Nats;
  let connection: NatsConnection;
  let stop: AbortController;
  let running: Promise<void>[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'consume-'));
    nats = await startNats({ dataDir: folder });
    connection = await connect(nats.url, 'spec', quiet);
    await ensureStreams(connection, { log: quiet });
    stop = new AbortController();
    running = [];
  });

  afterEach(async () => {
    stop.abort();
    await Promise.all(running);
    await connection.close();
    await nats.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const publishWithin = (deadlineMs: number, ...texts: string[]) =>
    publishBatch(
      connection,
      texts.map((text) => ({ subject: 'inbound.3.line', data: Buffer.from(text) })),
      { deadlineMs },
    );
  const publish = (...texts: string[]) => publishWithin(60_000, ...texts);

  const consume = (handler: ConsumeOptions['handler'], more: Partial<ConsumeOptions> = {}) => {
    const consuming = consumePartitions({
      connection,
      stream: 'INBOUND',
      durable: 'store',
      subjects: (partition) => [`inbound.${partition}.>`],
      key: keyOf,
      handler,
      signal: stop.signal,
      log: quiet,
      now: () => new Date(),
      ...more,
    });
    running.push(consuming);
    return consuming;
  };

  it('gives every message once, in order, to whichever of three consumers is there', async () => {
    const seen: string[] = [];
    let atOnce = 0;
    for (let copy = 0; copy < 3; copy += 1) {
      consume(async (delivery) => {
        atOnce += 1;
        expect(atOnce).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 1));
        seen.push(textOf(delivery));
        atOnce -= 1;
      });
    }
    const texts = Array.from({ length: 150 }, (_, index) => `a:${index}`);
    await publish(...texts);
    await eventually(() => expect(seen).toHaveLength(150));
    expect(seen).toEqual(texts);
  });

  it('keeps the order when one fails and comes again', async () => {
    const seen: string[] = [];
    let failures = 0;
    consume(async (delivery) => {
      if (textOf(delivery) === 'a:2' && failures++ < 3) throw new Error('not yet');
      seen.push(textOf(delivery));
    });
    await publish('a:1', 'a:2', 'a:3', 'a:4');
    await eventually(() => expect(seen).toEqual(['a:1', 'a:2', 'a:3', 'a:4']));
  });

  it('the wrong way: more than one message out at a time loses the order', async () => {
    const seen: string[] = [];
    let failures = 0;
    const { jetstreamManager } = await import('@nats-io/jetstream');
    const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 60_000 });
    await manager.consumers.add('INBOUND', { durable_name: 'wrong', ack_policy: 'explicit', max_ack_pending: 10 });
    const consumer = await manager.jetstream().consumers.get('INBOUND', 'wrong');
    const messages = await consumer.consume();
    void (async () => {
      for await (const message of messages) {
        if (message.string() === 'a:2' && failures++ < 3) message.nak(50);
        else {
          seen.push(message.string());
          message.ack();
        }
      }
    })();
    await publish('a:1', 'a:2', 'a:3', 'a:4');
    await eventually(() => expect(seen).toHaveLength(4));
    await messages.close();
    expect(seen).not.toEqual(['a:1', 'a:2', 'a:3', 'a:4']);
  });

  it('parks a message that keeps failing, what follows under its key behind it, and lets everybody else pass', async () => {
    const seen: string[] = [];
    let broken = true;
    const clock = { now: Date.now() };
    consume(
      async (delivery) => {
        if (textOf(delivery) === 'bad:1' && broken) throw new Error('poison');
        seen.push(textOf(delivery));
      },
      { maxFailures: 2, now: () => new Date(clock.now) },
    );
    await publish('good:1', 'bad:1', 'bad:2', 'good:2', 'bad:3', 'good:3');
    await eventually(() => expect(seen).toEqual(['good:1', 'good:2', 'good:3']));
    expect(await new ParkingLot(connection, 'store').holds('bad')).toBe(true);

    broken = false;
    clock.now += 3_600_000;
    await eventually(() => expect(seen).toEqual(['good:1', 'good:2', 'good:3', 'bad:1', 'bad:2', 'bad:3']));
    await publish('bad:4');
    await eventually(() => expect(seen.at(-1)).toBe('bad:4'));
    expect(await new ParkingLot(connection, 'store').holds('bad')).toBe(false);
  });

  it('lets a message wait for its time without blocking the partition, in order within its key', async () => {
    const seen: string[] = [];
    const clock = { now: Date.now() };
    const later = clock.now + 30_000;
    consume(
      async (delivery) => {
        if (keyOf(delivery) === 'limited' && clock.now < later) throw new NotBefore(new Date(later));
        seen.push(textOf(delivery));
      },
      { now: () => new Date(clock.now) },
    );
    await publish('limited:1', 'limited:2', 'free:1', 'limited:3', 'free:2');
    await eventually(() => expect(seen).toEqual(['free:1', 'free:2']));
    clock.now = later;
    await eventually(() => expect(seen).toEqual(['free:1', 'free:2', 'limited:1', 'limited:2', 'limited:3']));
  });

  it('keeps parked messages for the next process', async () => {
    consume(async () => Promise.reject(new Error('poison')), { maxFailures: 1 });
    await publish('a:1', 'a:2');
    const lot = new ParkingLot(connection, 'store');
    await eventually(async () => expect((await lot.lanes()).length).toBe(1));
    stop.abort();
    await Promise.all(running);
    await nats.kill();
    nats = await startNats({ dataDir: folder, port: nats.port });

    stop = new AbortController();
    const seen: string[] = [];
    consume(async (delivery) => void seen.push(textOf(delivery)));
    await eventually(() => expect(seen).toEqual(['a:1', 'a:2']));
    await eventually(async () => expect(await lot.lanes()).toEqual([]));
  });

  it('parks nothing while the database is away', async () => {
    const seen: string[] = [];
    let away = true;
    let attempts = 0;
    consume(
      async (delivery) => {
        attempts += 1;
        if (away) throw new StoreUnavailableError('no connection');
        seen.push(textOf(delivery));
      },
      { maxFailures: 1 },
    );
    await publish('a:1', 'b:1');
    await eventually(() => expect(attempts).toBeGreaterThan(2));
    expect(await new ParkingLot(connection, 'store').lanes()).toEqual([]);
    away = false;
    await eventually(() => expect(seen).toEqual(['a:1', 'b:1']));
  });

  it('gives the message of a process that died to another one', async () => {
    const other = await connect(nats.url, 'dies', quiet);
    let held = false;
    let bury = (): void => undefined;
    const dying = new AbortController();
    void consume(
      async () => {
        held = true;
        await new Promise<void>((resolve) => {
          bury = resolve;
        });
      },
      { connection: other, signal: dying.signal, ackWaitMs: 1_000 },
    );
    running.pop();
    await publish('a:1');
    await eventually(() => expect(held).toBe(true));
    await other.close();

    const seen: string[] = [];
    consume(async (delivery) => void seen.push(textOf(delivery)), { ackWaitMs: 2_500 });
    await eventually(() => expect(seen).toEqual(['a:1']));
    bury();
    dying.abort();
  });

  it('holds a message for as long as the work takes', async () => {
    let times = 0;
    let done = false;
    consume(
      async () => {
        times += 1;
        await new Promise((resolve) => setTimeout(resolve, 6_000));
        done = true;
      },
      { ackWaitMs: 2_500 },
    );
    await publish('a:1');
    await eventually(() => expect(done).toBe(true));
    expect(times).toBe(1);
  });

  it('goes on by itself after a SIGKILL and a restart of nats-server, and loses nothing', async () => {
    const seen: string[] = [];
    consume(async (delivery) => {
      if (seen.at(-1) !== textOf(delivery)) seen.push(textOf(delivery));
    });
    await publish('a:1', 'a:2');
    await eventually(() => expect(seen).toEqual(['a:1', 'a:2']));
    await nats.kill();
    nats = await startNats({ dataDir: folder, port: nats.port });
    // One that was on its way when the server fell is never answered.
    await eventually(() => publishWithin(2_000, 'a:3'));
    await publish('a:4');
    await eventually(() => expect(seen.slice(-2)).toEqual(['a:3', 'a:4']));
  });

  it('ends after the work in hand', async () => {
    const seen: string[] = [];
    let started = false;
    let finish = () => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const consuming = consume(async (delivery) => {
      started = true;
      await finished;
      seen.push(textOf(delivery));
    });
    await publish('a:1', 'a:2');
    await eventually(() => expect(started).toBe(true));
    stop.abort();
    finish();
    await consuming;
    expect(seen).toEqual(['a:1']);
  });
});
