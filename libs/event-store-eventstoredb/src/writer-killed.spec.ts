import { type EventStore, type RecordedEvent, START } from '@madoguchi/event-sourcing';
import { exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import { until } from '@madoguchi/tools/until.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openEventStoreDbEventStore } from './eventstoredb-event-store.js';
import { type StandInNode, startNode } from './testing/stand-in/node.js';

const script = fileURLToPath(new URL('./testing/writer-process.ts', import.meta.url));

/** A process that appends; it says which appends were acknowledged. */
const startWriter = (url: string, name: string) => {
  const writer = spawn(
    process.execPath,
    ['--import', '@madoguchi/tools/typescript.mjs', '--conditions=@madoguchi/source', script, url, name],
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
      if (writer.exitCode !== null || writer.signalCode !== null) return;
      const closed = once(writer, 'close');
      writer.kill('SIGKILL');
      await closed;
    },
  };
};

let node: StandInNode;
let store: EventStore;
let writers: ReturnType<typeof startWriter>[] = [];
beforeEach(async () => {
  node = await startNode();
  store = await openEventStoreDbEventStore({ url: node.url });
});
afterEach(async () => {
  await Promise.all(writers.map((writer) => writer.kill()));
  await store.close();
  await node.kill();
});

it('SIGKILL of writers: what they acknowledged is there, everything else is there whole or not at all, and repeating stores once', async () => {
  writers = ['left', 'right'].map((name) => startWriter(node.url, name));
  for (const writer of writers) {
    await until('appends are acknowledged', () => writer.acknowledged.length > 50 || writer.complaint() !== '');
    expect(writer.complaint()).toBe('');
  }
  await Promise.all(writers.map((writer) => writer.kill()));

  const streams = async () => {
    const byStream = new Map<string, RecordedEvent[]>();
    for await (const page of store.readAll({ after: START, pageSize: 5_000 })) {
      for (const event of page) byStream.set(event.stream, [...(byStream.get(event.stream) ?? []), event]);
    }
    return byStream;
  };
  const whole = (found: ReadonlyMap<string, readonly RecordedEvent[]>) => {
    for (const events of found.values()) expect(events.map((event) => event.version)).toEqual([1, 2, 3]);
  };
  const afterTheKill = await streams();
  whole(afterTheKill);
  const acknowledged = writers.flatMap((writer) => writer.acknowledged);
  for (const name of acknowledged) expect(afterTheKill.has(exampleStream(name))).toBe(true);

  // As many in flight as a writer had: all at once may be thousands, more than a deadline allows.
  const toRepeat = acknowledged.values();
  const lane = async () => {
    for (const name of toRepeat) await store.append(exampleStream(name), newEvents(name, 3), 'no stream');
  };
  await Promise.all(Array.from({ length: 32 }, lane));
  const afterRepeating = await streams();
  whole(afterRepeating);
  expect(afterRepeating.size).toBe(afterTheKill.size);

  // What was claimed and did not come is recorded by whoever decides it again.
  const claimed = node.log.records.filter(({ type }) => type === 'CommandClaimed').length;
  expect(claimed).toBeGreaterThanOrEqual(afterTheKill.size);
});
