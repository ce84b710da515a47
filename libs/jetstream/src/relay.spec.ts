import { EVENTS_STREAM, POSITION_HEADER } from '@madoguchi/contracts';
import { AnotherLogError, type EventStore, type RecordedEvent, START } from '@madoguchi/event-sourcing';
import { createInMemoryLog, exampleStream, type InMemoryLog, newEvents } from '@madoguchi/event-sourcing/testing';
import { type Nats, startNats } from '@madoguchi/tools/nats-server.mjs';
import { jetstreamManager } from '@nats-io/jetstream';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type NatsConnection } from './connect.js';
import { relay } from './relay.js';
import { relayedFromThisLog } from './relayed-from-this-log.js';
import { ensureStreams } from './streams.js';
import { eventually, quiet } from './testing/eventually.js';

describe('the relay of the log to EVENTS', () => {
  let folder: string;
  let nats: Nats;
  let connection: NatsConnection;
  let log: InMemoryLog;
  let store: EventStore;
  let running: { stop: AbortController; ended: Promise<void>; connection?: NatsConnection }[];
  let written: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'relay-'));
    nats = await startNats({ dataDir: folder });
    connection = await connect(nats.url, 'spec', quiet);
    await ensureStreams(connection, { log: quiet });
    log = createInMemoryLog();
    store = log.open();
    running = [];
    written = 0;
  });

  afterEach(async () => {
    running.forEach(({ stop }) => stop.abort());
    await Promise.all(running.map(({ ended }) => ended));
    await Promise.all(running.map((one) => one.connection?.close()));
    await connection.close();
    await nats.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (own: NatsConnection = connection, from: EventStore = log.open()) => {
    const stop = new AbortController();
    const one = {
      stop,
      ended: relay({ store: from, connection: own, signal: stop.signal, log: quiet }),
      connection: own === connection ? undefined : own,
    };
    running.push(one);
    return one;
  };

  const write = async (count: number) => {
    for (let index = 0; index < count; index += 1) {
      written += 1;
      await store.append(exampleStream(written), newEvents(written, (written % 3) + 1), 'no stream');
    }
  };

  const inTheLog = async (): Promise<string[]> => {
    const positions: string[] = [];
    for await (const page of store.readAll({ after: START })) positions.push(...page.map((event) => event.position));
    return positions;
  };

  const inEvents = async (): Promise<string[]> => {
    const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 60_000 });
    const { state } = await manager.streams.info(EVENTS_STREAM);
    const positions: string[] = [];
    for (let sequence = Math.max(state.first_seq, 1); sequence <= state.last_seq; sequence += 1) {
      const message = await manager.direct.getMessage(EVENTS_STREAM, { seq: sequence });
      positions.push(message?.header.get(POSITION_HEADER) ?? 'missing');
    }
    return positions;
  };

  const everythingOnceInOrder = () => eventually(async () => expect(await inEvents()).toEqual(await inTheLog()));

  it('copies what was there and what comes, under the subject of its partition', async () => {
    await write(5);
    start();
    await write(5);
    await everythingOnceInOrder();
    const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 60_000 });
    const message = await manager.streams.getMessage(EVENTS_STREAM, { seq: 1 });
    expect(message?.subject).toMatch(/^events\.\d+\.conversation\.SomethingHappened$/);
    expect(message?.json<RecordedEvent>()).toMatchObject({ stream: exampleStream(1), version: 1, type: 'SomethingHappened' });
  });

  it('goes on where EVENTS ends after a restart', async () => {
    const first = start();
    await write(20);
    await eventually(async () => expect((await inEvents()).length).toBeGreaterThan(0));
    first.stop.abort();
    await first.ended;
    await write(20);
    start();
    await everythingOnceInOrder();
  });

  it('doubles and reorders nothing while two relays run at once, and one of them dies in the middle', async () => {
    const dying = start(await connect(nats.url, 'dying', quiet));
    start(await connect(nats.url, 'staying', quiet));
    await write(300);
    await dying.connection?.close();
    dying.stop.abort();
    await write(100);
    await everythingOnceInOrder();
  });

  it('the wrong way: without the expected last sequence two relays double events', async () => {
    await write(50);
    const careless = Object.create(connection, {
      request: {
        value: (subject: string, data: Uint8Array, options: { headers?: { delete(name: string): void } }) => {
          options.headers?.delete('Nats-Expected-Last-Sequence');
          return connection.request(subject, data, options as never);
        },
      },
      publish: {
        value: (subject: string, data: Uint8Array, options: { headers?: { delete(name: string): void } }) => {
          options.headers?.delete('Nats-Expected-Last-Sequence');
          connection.publish(subject, data, options as never);
        },
      },
    }) as NatsConnection;
    // A relay asks for events when it has read where EVENTS ends: neither gets any before both have.
    let asked = 0;
    let letBothGoOn = (): void => undefined;
    const bothHaveReadTheEnd = new Promise<void>((resolve) => (letBothGoOn = resolve));
    const waitingForBoth = (): EventStore => {
      const opened = log.open();
      const subscribe = async function* (...question: Parameters<EventStore['subscribe']>) {
        asked += 1;
        if (asked === 2) letBothGoOn();
        await bothHaveReadTheEnd;
        yield* opened.subscribe(...question);
      };
      return Object.create(opened, { subscribe: { value: subscribe } }) as EventStore;
    };
    start(careless, waitingForBoth());
    start(careless, waitingForBoth());
    await eventually(async () => expect((await inEvents()).length).toBeGreaterThan((await inTheLog()).length));
    running.forEach((one) => Object.assign(one, { connection: undefined }));
  });

  it('survives a SIGKILL and a restart of nats-server', async () => {
    start();
    await write(100);
    await eventually(async () => expect((await inEvents()).length).toBeGreaterThan(50));
    const writing = write(200);
    await nats.kill();
    await writing;
    nats = await startNats({ dataDir: folder, port: nats.port });
    await write(10);
    await everythingOnceInOrder();
  });

  it('knows how far it came when EVENTS has forgotten everything', async () => {
    const first = start();
    await write(10);
    await everythingOnceInOrder();
    const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 60_000 });
    await eventually(async () => expect((await manager.streams.info(EVENTS_STREAM)).config.metadata).toHaveProperty('madoguchi-relayed'));
    first.stop.abort();
    await first.ended;
    await manager.streams.purge(EVENTS_STREAM);
    await write(1);
    start();
    await eventually(async () => expect((await inEvents()).at(-1)).toBe((await inTheLog()).at(-1)));
    expect((await inEvents()).length).toBeLessThan((await inTheLog()).length);
  });

  it('copies nothing of another log behind what there is, and says what to do', async () => {
    await relayedFromThisLog(connection, log.open());
    const first = start();
    await write(3);
    await everythingOnceInOrder();
    first.stop.abort();
    await first.ended;
    await relayedFromThisLog(connection, log.open());

    const before = await inEvents();
    log = createInMemoryLog();
    store = log.open();
    await expect(relayedFromThisLog(connection, store)).rejects.toThrow('delete the stream EVENTS');
    await write(20);
    await expect(relayedFromThisLog(connection, store)).rejects.toThrow(AnotherLogError);
    const warned: unknown[] = [];
    const stop = new AbortController();
    const ended = relay({
      store,
      connection,
      signal: stop.signal,
      log: { ...quiet, warn: (details) => void warned.push(details) },
    });
    await eventually(async () => expect(warned).toContainEqual({ error: 'AnotherLogError' }));
    stop.abort();
    await ended;
    expect(await inEvents()).toEqual(before);
  });
});
