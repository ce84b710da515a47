import { type EventStore, type RecordedEvent, START } from '@madoguchi/event-sourcing';
import { exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import { until } from '@madoguchi/tools/until.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openPostgresEventStore } from './postgres-event-store.js';
import { type FreshDatabase, type LogServer, startLogServer } from './testing/log-server.js';

const path = (name: string) => fileURLToPath(new URL(`./testing/${name}`, import.meta.url));

let server: LogServer;
let log: FreshDatabase;
let store: EventStore;

beforeAll(async () => {
  server = await startLogServer();
  log = await server.freshLog();
  store = await openPostgresEventStore({ url: log.url });
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

/** A process that appends; it says which appends were acknowledged. */
const startWriter = (name: string) => {
  const writer = spawn(
    process.execPath,
    ['--import', '@madoguchi/tools/typescript.mjs', '--conditions=@madoguchi/source', path('writer-process.ts'), log.url, name],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const acknowledged: string[] = [];
  let complaint = '';
  createInterface(writer.stdout).on('line', (line) => acknowledged.push(line));
  writer.stderr.on('data', (bytes) => (complaint += String(bytes)));
  return {
    acknowledged,
    complaint: () => complaint,
    kill: async () => {
      const closed = once(writer, 'close');
      writer.kill('SIGKILL');
      await closed;
    },
  };
};

it('SIGKILL of writers: what they acknowledged is there, everything else is there whole or not at all, and repeating stores once', async () => {
  const writers = ['left', 'right'].map(startWriter);
  for (const writer of writers) {
    await until(`appends are acknowledged ${writer.complaint()}`, () => writer.acknowledged.length > 500 || writer.complaint() !== '');
    expect(writer.complaint()).toBe('');
  }
  await Promise.all(writers.map((writer) => writer.kill()));

  const byStream = new Map<string, RecordedEvent[]>();
  const afterTheKill = async () => {
    byStream.clear();
    for await (const page of store.readAll({ after: START, pageSize: 5_000 })) {
      for (const event of page) byStream.set(event.stream, [...(byStream.get(event.stream) ?? []), event]);
    }
  };
  await settled(store);
  await afterTheKill();

  for (const events of byStream.values()) expect(events.map((event) => event.version)).toEqual([1, 2, 3]);
  const acknowledged = writers.flatMap((writer) => writer.acknowledged);
  for (const name of acknowledged) expect(byStream.has(exampleStream(name))).toBe(true);

  await Promise.all(acknowledged.map((name) => store.append(exampleStream(name), newEvents(name, 3), 'no stream')));
  const streams = byStream.size;
  await afterTheKill();
  expect(byStream.size).toBe(streams);
  for (const events of byStream.values()) expect(events.map((event) => event.version)).toEqual([1, 2, 3]);
});

/** The server may still be at the last statement of a client that is gone: it holds the counter until then. */
const settled = async (log: EventStore): Promise<void> => log.fence();
