import { type EventStore, type RecordedEvent, START } from '@madoguchi/event-sourcing';
import { exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import { until } from '@madoguchi/tools/until.mjs';
import { openEventStoreDbEventStore } from './eventstoredb-event-store.js';
import { type StandInNode, startNode } from './testing/stand-in/node.js';

const a = exampleStream('a');
let node: StandInNode;
const stores: EventStore[] = [];

beforeEach(async () => {
  node = await startNode();
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await node.kill();
});

const open = async (): Promise<EventStore> => {
  const store = await openEventStoreDbEventStore({ url: node.url });
  stores.push(store);
  return store;
};
const everything = async (store: EventStore, after = START) => {
  const all: RecordedEvent[] = [];
  for await (const page of store.readAll({ after, pageSize: 2 })) all.push(...page);
  return all;
};
const storedInA = () => node.log.records.filter(({ stream }) => stream === a).length;

/** An append of a writer that is overtaken by a fence while its events are on their way: they are stored, and void. */
const appendBehindAFence = async (writer: EventStore, name: string, expected: 'no stream' | number): Promise<EventStore> => {
  const successor = await open();
  let fenced: Promise<void> | undefined;
  node.faults.arrived = async ({ stream }) => {
    if (stream !== a) return;
    node.faults.arrived = undefined;
    fenced = successor.fence();
    await fenced;
  };
  await expect(writer.append(a, newEvents(name, 2), expected)).rejects.toMatchObject({ name: 'FencedError' });
  await fenced;
  return successor;
};

it('leaves out what a fenced writer stored behind the fence, wherever one reads', async () => {
  const old = await open();
  await old.append(a, newEvents('before'), 'no stream');
  const successor = await appendBehindAFence(old, 'zombie', 1);
  expect(storedInA()).toBe(3);

  const before = newEvents('before')[0]!.id;
  for (const reader of [successor, await open()]) {
    expect((await reader.readStream(a)).map((event) => event.id)).toEqual([before]);
    expect((await everything(reader)).map((event) => event.id)).toEqual([before]);
    expect(await reader.head()).toBe((await reader.readStream(a))[0]!.position);
  }
  expect((await everything(old)).map((event) => event.id)).toEqual([before]);
});

it('gives the versions of void events to those who come after, without a hole', async () => {
  const old = await open();
  await old.append(a, newEvents('before'), 'no stream');
  const successor = await appendBehindAFence(old, 'zombie', 1);

  expect(await successor.append(a, newEvents('after', 2), 1)).toMatchObject([{ version: 2 }, { version: 3 }]);
  expect(await (await open()).append(a, newEvents('later'), 3)).toMatchObject([{ version: 4 }]);
  expect(await successor.append(a, newEvents('any'), 'any')).toMatchObject([{ version: 5 }]);
  await expect(successor.append(a, newEvents('stale'), 2)).rejects.toMatchObject({ name: 'WrongExpectedVersionError', actual: 5 });
  expect((await successor.readStream(a, 2)).map(({ version }) => version)).toEqual([3, 4, 5]);
});

it('lets the successor record the very events that were void', async () => {
  const successor = await appendBehindAFence(await open(), 'wanted', 'no stream');
  const recorded = await successor.append(a, newEvents('wanted', 2), 'no stream');
  expect(recorded).toMatchObject([{ version: 1 }, { version: 2 }]);
  expect(await successor.readStream(a)).toEqual(recorded);
  expect(await successor.append(a, newEvents('wanted', 2), 'no stream')).toEqual(recorded);
  expect(storedInA()).toBe(4);
});

it('opens a stream in which everything is void', async () => {
  const successor = await appendBehindAFence(await open(), 'zombie', 'no stream');
  expect(await successor.append(a, newEvents('first'), 'no stream')).toMatchObject([{ version: 1 }]);
});

it('counts what stands in front of the fence, although it is acknowledged behind it', async () => {
  const old = await open();
  const successor = await open();
  node.faults.stored = async ({ stream }) => {
    if (stream !== a) return;
    node.faults.stored = undefined;
    await successor.fence();
  };
  expect(await old.append(a, newEvents('in time'), 'no stream')).toMatchObject([{ version: 1 }]);
  await expect(old.append(a, newEvents('too late'), 1)).rejects.toMatchObject({ name: 'FencedError' });
  expect(await successor.readStream(a)).toHaveLength(1);
});

it('writes nothing more once it knows that it is a stranger', async () => {
  const old = await open();
  await (await open()).fence();
  await expect(old.append(a, newEvents('first'), 'no stream')).rejects.toMatchObject({ name: 'FencedError' });
  const { length } = node.log.records;
  await expect(old.append(exampleStream('b'), newEvents('second'), 'no stream')).rejects.toMatchObject({ name: 'FencedError' });
  expect(node.log.records).toHaveLength(length);
});

it('leaves out void events in a subscription that was there before the fence', async () => {
  const old = await open();
  const stop = new AbortController();
  const seen: string[] = [];
  const reading = (async () => {
    for await (const page of old.subscribe({ after: START, signal: stop.signal })) seen.push(...page.map((event) => event.id));
  })();
  const successor = await appendBehindAFence(old, 'zombie', 'no stream');
  const [after] = await successor.append(a, newEvents('after'), 'no stream');
  await until('it has come', () => seen.length > 0);
  stop.abort();
  await reading;
  expect(seen).toEqual([after!.id]);
});

it('lets the last one of two that fence at once write', async () => {
  const [one, other] = [await open(), await open()];
  await Promise.all([one.fence(), other.fence()]);
  const names = await Promise.all(
    [one, other].map((store, n) =>
      store.append(exampleStream(n), newEvents(n), 'no stream').then(
        () => 'appended',
        (error: Error) => error.name,
      ),
    ),
  );
  expect(names.sort()).toEqual(['FencedError', 'appended']);
});
