import { EventStoreDBClient } from '@eventstore/db-client';
import { type EventStore, type NewEvent, START, type StreamName } from '@madoguchi/event-sourcing';
import { exampleCause, exampleStream, newEvent, newEvents } from '@madoguchi/event-sourcing/testing';
import { randomBytes } from 'node:crypto';
import { openEventStoreDbEventStore } from './eventstoredb-event-store.js';
import { type NodeOptions, type StandInNode, startNode } from './testing/stand-in/node.js';

const a = exampleStream('a');
const MEGABYTE = 1024 * 1024;
const nodes: StandInNode[] = [];
const stores: EventStore[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await Promise.all(nodes.splice(0).map((node) => node.kill()));
});

const open = async (options?: NodeOptions): Promise<{ store: EventStore; node: StandInNode }> => {
  const node = await startNode(options);
  nodes.push(node);
  const store = await openEventStoreDbEventStore({ url: node.url });
  stores.push(store);
  return { store, node };
};

const said = (text: string, name = 'said'): readonly NewEvent[] => [newEvent({ type: 'Said', data: { text } }, exampleCause(name))];

describe('an append that is larger than the server takes', () => {
  it('is deflated, and reads as it was written: a whole mebibyte where metadata counts too', async () => {
    const { store, node } = await open({ countsMetadata: true });
    const text = randomBytes(MEGABYTE)
      .toString('base64')
      .slice(0, MEGABYTE - JSON.stringify({ text: '' }).length);
    const recorded = await store.append(a, said(text), 'no stream');
    expect(recorded).toMatchObject([{ data: { text }, schemaVersion: 1 }]);
    expect(await store.readStream(a)).toEqual(recorded);
    expect(node.log.stream(a).events).toMatchObject([{ json: false }]);
    expect(await store.append(a, said(text), 'no stream')).toEqual(recorded);
  });

  it('is refused when it is too large even so, with nothing stored, and the command is free', async () => {
    const { store, node } = await open({ maxAppendBytes: 2_000 });
    const text = randomBytes(4_000).toString('base64');
    await expect(store.append(a, said(text), 'no stream')).rejects.toMatchObject({ name: 'EventTooLargeError' });
    expect(node.log.stream(a).events).toEqual([]);
    expect(await store.append(exampleStream('b'), said('short'), 'no stream')).toHaveLength(1);
  });

  it('stays readable JSON where it fits', async () => {
    const { store, node } = await open();
    await store.append(a, said('short'), 'no stream');
    expect(node.log.stream(a).events).toMatchObject([{ json: true }]);
    expect(JSON.parse(Buffer.from(node.log.stream(a).events[0]!.data).toString())).toEqual({ text: 'short' });
  });
});

describe('a stream that was deleted in the database', () => {
  it('for good refuses appends and reads by an error of ours, and frees the command', async () => {
    const { store, node } = await open();
    await store.append(a, newEvents('a'), 'no stream');
    node.log.delete(a, true);
    await expect(store.append(a, newEvents('more'), 1)).rejects.toMatchObject({ name: 'StreamDeletedError' });
    await expect(store.readStream(a)).rejects.toMatchObject({ name: 'StreamDeletedError' });
    expect(await store.append(exampleStream('b'), newEvents('more'), 'no stream')).toHaveLength(1);
  });

  it('softly begins again with version 1, although the server goes on counting', async () => {
    const { store, node } = await open();
    await store.append(a, newEvents('a', 3), 'no stream');
    node.log.delete(a, false);
    expect(await store.readStream(a)).toEqual([]);

    expect(await store.append(a, newEvents('again', 2), 'no stream')).toMatchObject([{ version: 1 }, { version: 2 }]);
    const other = await openEventStoreDbEventStore({ url: node.url });
    stores.push(other);
    expect((await other.readStream(a)).map(({ version }) => version)).toEqual([1, 2]);
    expect(await other.append(a, newEvents('more'), 2)).toMatchObject([{ version: 3 }]);
    expect(await store.append(a, newEvents('any'), 'any')).toMatchObject([{ version: 4 }]);
    await expect(other.append(a, newEvents('stale'), 2)).rejects.toMatchObject({ name: 'WrongExpectedVersionError', actual: 4 });
    expect((await other.readStream(a, 2)).map(({ version }) => version)).toEqual([3, 4]);
  });
});

it('refuses what is no name of a stream', async () => {
  const { store } = await open();
  for (const name of ['', '$all', 'conversation', 'Conversation-1', '$$conversation-x']) {
    await expect(store.append(name as StreamName, newEvents('a'), 'any')).rejects.toThrow(TypeError);
    await expect(store.readStream(name as StreamName)).rejects.toThrow(TypeError);
  }
});

it('gives nothing for a stream that is not there', async () => {
  const { store } = await open();
  expect(await store.readStream(a)).toEqual([]);
  expect(await store.readStream(a, 5)).toEqual([]);
});

it('says that a place was noted in another log, and does not try again', async () => {
  const { store } = await open();
  const [, second] = await store.append(a, newEvents('a', 3), 'no stream');
  const after = String(BigInt(second!.position) + 1n);
  const first = async (pages: AsyncIterable<unknown>) => {
    for await (const page of pages) return page;
  };
  const message = expect.stringContaining('no such place in this log') as string;
  await expect(first(store.readAll({ after }))).rejects.toMatchObject({ message });
  await expect(first(store.subscribe({ after, signal: new AbortController().signal }))).rejects.toMatchObject({ message });
});

it.each(['x', '-1', '01', ''])('refuses "%s" as a place', async (after) => {
  const { store } = await open();
  await expect(store.readAll({ after })[Symbol.asyncIterator]().next()).rejects.toThrow(TypeError);
});

it('leaves out what the server and other applications write beside the log', async () => {
  const { store, node } = await open();
  const client = EventStoreDBClient.connectionString(node.url);
  const recorded = await store.append(a, newEvents('a'), 'no stream');
  await client.setStreamMetadata(a, { owner: 'somebody' });
  const foreign = { contentType: 'application/json', type: 'OrderPlaced', data: {}, metadata: undefined } as const;
  for (const stream of ['order-1', exampleStream('theirs'), `other.${exampleStream('b')}`]) {
    await client.appendToStream(stream, { ...foreign, id: crypto.randomUUID() });
  }
  const read = async (categories?: readonly string[]) => {
    const events = [];
    for await (const page of store.readAll({ after: START, categories })) events.push(...page);
    return events;
  };
  expect(await read()).toEqual(recorded);
  expect(await read(['conversation'])).toEqual(recorded);
  expect(await store.head()).toBe(recorded[0]!.position);
  expect(await store.readStream(exampleStream('theirs'))).toEqual([]);
  await client.dispose();
});
