import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { openLog } from '@madoguchi/event-log';
import { type EventStore, FencedError, type RecordedEvent, START } from '@madoguchi/event-sourcing';
import { exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import { type LogServer, startStandIn } from '@madoguchi/event-store-eventstoredb/testing';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { migrate } from '../migrate.js';
import { moveLogCommand, type MoveLogOptions } from './move-log-command.js';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let eventStoreDb: LogServer;
let environment: { DATABASE_URL: string; EVENTSTORE_URL: string };

beforeAll(async () => {
  postgres = await startPostgres();
  await migrate(postgres.adminUrl);
  eventStoreDb = startStandIn();
  environment = { DATABASE_URL: postgres.url, EVENTSTORE_URL: (await eventStoreDb.freshLog()).url };
});
afterAll(async () => {
  await eventStoreDb.stop();
  await postgres.stop();
});

const move = async (options: Pick<MoveLogOptions, 'from' | 'to'>, signal = new AbortController().signal) => {
  const output = new PassThrough();
  const told = text(output);
  try {
    const complete = await moveLogCommand({ ...options, data: '/nowhere' }, environment, { signal, output });
    return { complete, told: await (output.end(), told) };
  } finally {
    output.end();
  }
};

const opened = async <Result>(store: 'postgres' | 'eventstoredb', use: (log: EventStore) => Promise<Result>): Promise<Result> => {
  const log = await openLog({ EVENT_STORE: store, ...environment });
  try {
    return await use(log);
  } finally {
    await log.close();
  }
};

const everything = (store: 'postgres' | 'eventstoredb') =>
  opened(store, async (log) => {
    const events: Omit<RecordedEvent, 'position'>[] = [];
    for await (const page of log.readAll({ after: START })) events.push(...page.map(({ position: _, ...said }) => said));
    return events;
  });

it('moves a log from PostgreSQL to EventStoreDB, which goes on there, and back, and says what is left to do', async () => {
  const writer = await openLog({ EVENT_STORE: 'postgres', ...environment });
  for (let round = 0; round < 5; round += 1) {
    for (let stream = 0; stream < 20; stream += 1) {
      await writer.append(exampleStream(stream), newEvents(`${round}/${stream}`, 2), round === 0 ? 'no stream' : round * 2);
    }
  }
  const { complete, told } = await move({ from: 'postgres', to: 'eventstoredb' });
  expect(complete).toBe(true);
  expect(told).toMatch(/Moved: 200 events in 20 streams, compared one by one/);
  expect(told).toMatch(/nats stream rm EVENTS[^]*madoguchi rebuild[^]*EVENT_STORE/);
  expect(await everything('eventstoredb')).toEqual(await everything('postgres'));
  await expect(writer.append(exampleStream('late'), newEvents('late'), 'no stream')).rejects.toThrow(FencedError);
  await writer.close();

  await opened('eventstoredb', (log) => log.append(exampleStream(0), newEvents('there'), 10));
  await expect(move({ from: 'postgres', to: 'eventstoredb' })).rejects.toThrow(/more than the original/);
  await move({ from: 'eventstoredb', to: 'postgres' });
  expect(await everything('postgres')).toEqual(await everything('eventstoredb'));
});

it('is broken off by Ctrl+C before it has begun too', async () => {
  expect(await move({ from: 'postgres', to: 'eventstoredb' }, AbortSignal.abort())).toMatchObject({
    complete: false,
    told: expect.stringMatching(/run it again/),
  });
});

it('says what is missing', async () => {
  await expect(move({ from: 'postgres', to: 'postgres' })).rejects.toThrow(/--from and --to/);
  await expect(
    moveLogCommand(
      { from: 'postgres', to: 'eventstoredb', data: `/${randomUUID()}` },
      {},
      { signal: AbortSignal.abort(), output: new PassThrough() },
    ),
  ).rejects.toThrow(/EVENTSTORE_URL/);
});
