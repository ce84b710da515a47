import 'reflect-metadata';
import { StoreUnavailableError } from '@madoguchi/event-sourcing';
import { type Nats, startNats } from '@madoguchi/tools/nats-server.mjs';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';
import { publishBatch } from './batch.js';
import { connect, type NatsConnection } from './connect.js';
import { JetStreamServer } from './jetstream-server.js';
import { OnJetStream } from './on-jetstream.js';
import { ParkingLot } from './park.js';
import { ensureStreams } from './streams.js';
import { eventually, quiet } from './testing/eventually.js';

interface Greeting {
  readonly from: string;
  readonly text: string;
}

const received: string[] = [];
let failure: (() => Error) | undefined;
let finish: Promise<void> | undefined;
let begun: number;
let open: (body: unknown) => Promise<unknown>;

@Controller()
class Greetings {
  @OnJetStream<Greeting>({
    stream: 'INBOUND',
    durable: 'greetings',
    subjects: (partition) => [`inbound.${partition}.>`],
    key: (greeting) => greeting.from,
    maxFailures: 2,
  })
  async receive(@Payload() greeting: Greeting): Promise<void> {
    begun += 1;
    if (failure) throw failure();
    await finish;
    received.push(greeting.text);
  }
}

@Module({ controllers: [Greetings] })
class GreetingsModule {}

describe('the JetStream server for Nest', () => {
  let nats: Nats;
  let connection: NatsConnection;
  let app: Awaited<ReturnType<typeof NestFactory.createMicroservice>>;

  beforeEach(async () => {
    nats = await startNats();
    connection = await connect(nats.url, 'spec', quiet);
    await ensureStreams(connection, { log: quiet });
    received.length = 0;
    failure = undefined;
    finish = undefined;
    begun = 0;
    open = async (body) => body;
    const strategy = new JetStreamServer({ connection, log: quiet, now: () => new Date(), open: (body) => open(body) });
    app = await NestFactory.createMicroservice(GreetingsModule, { strategy, logger: false });
    await app.listen();
  });

  afterEach(async () => {
    await app.close();
    await connection.close();
    await nats.stop();
  });

  const say = (from: string, text: string) =>
    publishBatch(connection, [{ subject: 'inbound.5.line', data: Buffer.from(JSON.stringify({ from, text })) }], { deadlineMs: 60_000 });

  it('hands the body to the method and acknowledges after it', async () => {
    await say('a', 'hello');
    await say('a', 'again');
    await eventually(() => expect(received).toEqual(['hello', 'again']));
  });

  it('opens the body first, and lets it wait while that cannot be done', async () => {
    let away = true;
    open = async (body) => {
      if (away) throw new StoreUnavailableError('the keys are away');
      return { ...(body as Greeting), text: 'opened' };
    };
    await say('a', 'sealed');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await new ParkingLot(connection, 'greetings').holds('a')).toBe(false);
    away = false;
    await eventually(() => expect(received).toEqual(['opened']));
  });

  it('lets the consumer see what the method threw: an outage waits, a failure is parked', async () => {
    const lot = new ParkingLot(connection, 'greetings');
    let attempts = 0;
    failure = () => {
      attempts += 1;
      return new StoreUnavailableError('away');
    };
    await say('a', 'patience');
    await eventually(() => expect(attempts).toBeGreaterThan(3));
    expect(await lot.holds('a')).toBe(false);

    failure = () => new Error('poison');
    await eventually(async () => expect(await lot.holds('a')).toBe(true));
  });

  it('ends after the work in hand', async () => {
    let release = (): void => undefined;
    finish = new Promise((resolve) => {
      release = resolve;
    });
    await say('a', 'last words');
    await eventually(() => expect(begun).toBe(1));
    const closed = app.close();
    release();
    await closed;
    expect(received).toEqual(['last words']);
  });
});
