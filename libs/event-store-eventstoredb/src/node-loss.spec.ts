import { type EventStore, type RecordedEvent, START } from '@madoguchi/event-sourcing';
import { exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import { until } from '@madoguchi/tools/until.mjs';
import { openEventStoreDbEventStore } from './eventstoredb-event-store.js';
import { type StandInNode, startNode } from './testing/stand-in/node.js';
import { StoredLog } from './testing/stand-in/stored-log.js';

const nodes: StandInNode[] = [];
const stores: EventStore[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await Promise.all(nodes.splice(0).map((node) => node.kill()));
});

const start = async (options: Parameters<typeof startNode>[0] = {}): Promise<StandInNode> => {
  const node = await startNode(options);
  nodes.push(node);
  return node;
};
const open = async (options: Parameters<typeof openEventStoreDbEventStore>[0]): Promise<EventStore> => {
  const store = await openEventStoreDbEventStore(options);
  stores.push(store);
  return store;
};
const everything = async (store: EventStore) => {
  const all: RecordedEvent[] = [];
  for await (const page of store.readAll({ after: START, pageSize: 5_000 })) all.push(...page);
  return all;
};

it('a server that is killed under load: nothing acknowledged is lost, nothing is doubled, subscriptions go on without a gap', async () => {
  let node = await start();
  const { log, port } = node;
  const store = await open({ url: node.url });
  const stop = new AbortController();
  const seen: RecordedEvent[] = [];
  const reading = (async () => {
    for await (const page of store.subscribe({ after: START, signal: stop.signal })) seen.push(...page);
  })();

  const acknowledged = new Map<string, readonly RecordedEvent[]>();
  const failures = new Set<string>();
  let running = true;
  const lane = async (lane: number) => {
    for (let n = 0; running; n += 1) {
      const name = `${lane} ${n}`;
      while (running && !acknowledged.has(name)) {
        await store.append(exampleStream(name), newEvents(name, 2), 'no stream').then(
          (events) => acknowledged.set(name, events),
          (error: Error) => failures.add(error.name),
        );
      }
    }
  };
  const lanes = Promise.all(Array.from({ length: 8 }, (_, n) => lane(n)));
  for (let kills = 0; kills < 2; kills += 1) {
    const before = acknowledged.size;
    await until('appends are acknowledged', () => acknowledged.size > before + 20);
    await node.kill();
    node = await start({ log, port });
  }
  const before = acknowledged.size;
  await until('appends are acknowledged again', () => acknowledged.size > before + 20);
  running = false;
  await lanes;

  const all = await everything(store);
  await until('the subscription has caught up', () => seen.length >= all.length);
  stop.abort();
  await reading;
  const stored = new Map(all.map((event) => [event.id, event]));
  expect(stored.size).toBe(all.length);
  for (const event of [...acknowledged.values()].flat()) expect(stored.get(event.id)).toEqual(event);
  expect(seen.map((event) => event.position)).toEqual(all.map((event) => event.position));
  for (const name of failures) expect(['AppendOutcomeUnknownError', 'StoreUnavailableError']).toContain(name);
});

it('knows a repeat without an expectation after the server has forgotten it', async () => {
  const node = await start();
  const { log, port } = node;
  const store = await open({ url: node.url });
  const recorded = await store.append(exampleStream('a'), newEvents('a', 2), 'any');
  await node.kill();
  await start({ log, port });
  expect(await store.append(exampleStream('a'), newEvents('a', 2), 'any')).toEqual(recorded);
  expect(await everything(store)).toHaveLength(2);
});

describe('a server that has started and is not ready', () => {
  it('is waited for', async () => {
    const node = await start();
    node.state = 'starting';
    const opening = open({ url: node.url });
    setTimeout(() => (node.state = 'leader'), 200);
    const store = await opening;

    node.state = 'starting';
    const appending = store.append(exampleStream('a'), newEvents('a'), 'no stream');
    setTimeout(() => (node.state = 'leader'), 200);
    expect(await appending).toMatchObject([{ version: 1 }]);
  });

  it('refuses at the deadline, certainly with nothing stored', async () => {
    const node = await start();
    const store = await open({ url: node.url, deadlineMs: 6_000 });
    node.state = 'starting';
    await expect(store.append(exampleStream('a'), newEvents('a'), 'no stream')).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    await expect(openEventStoreDbEventStore({ url: node.url, deadlineMs: 6_000 })).rejects.toMatchObject({ name: 'StoreUnavailableError' });
  });
});

describe('a cluster of three', () => {
  const startCluster = async (): Promise<readonly StandInNode[]> => {
    const log = new StoredLog();
    const members = await Promise.all([start({ log }), start({ log }), start({ log })]);
    for (const member of members) member.members = members;
    elect(members, 0);
    return members;
  };
  const elect = (members: readonly StandInNode[], leader: number | undefined): void => {
    for (const [n, member] of members.entries()) member.state = n === leader ? 'leader' : 'follower';
  };
  const addressOf = (members: readonly StandInNode[]) => `esdb://${members.map(({ host, port }) => `${host}:${port}`).join(',')}?tls=false`;

  it('is asked for its leader, from whichever node is named', async () => {
    const members = await startCluster();
    elect(members, 2);
    const store = await open({ url: members[0]!.url });
    expect(await store.append(exampleStream('a'), newEvents('a'), 'no stream')).toMatchObject([{ version: 1 }]);
    expect(await store.head()).not.toBe(START);
  });

  it('is followed to the next leader by appends, reads and subscriptions, also through an election', async () => {
    const members = await startCluster();
    const store = await open({ url: addressOf(members) });
    const stop = new AbortController();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const page of store.subscribe({ after: START, signal: stop.signal })) seen.push(...page.map((event) => event.id));
    })();
    const written: string[] = [];
    for (const next of [1, 2, 0]) {
      elect(members, undefined);
      const appending = store.append(exampleStream(next), newEvents(next, 2), 'no stream');
      setTimeout(() => elect(members, next), 150);
      written.push(...(await appending).map((event) => event.id));
      expect(await store.readStream(exampleStream(next))).toHaveLength(2);
    }
    await until('all have come', () => seen.length === written.length);
    stop.abort();
    await reading;
    expect(seen).toEqual(written);
  });

  it('serves on when the leader is lost', async () => {
    const members = await startCluster();
    const store = await open({ url: addressOf(members) });
    await store.append(exampleStream('before'), newEvents('before'), 'no stream');
    await members[0]!.kill();
    const rest = members.slice(1);
    for (const member of rest) member.members = rest;
    elect(rest, 0);
    expect(await store.append(exampleStream('after'), newEvents('after'), 'no stream')).toMatchObject([{ version: 1 }]);
    expect(await everything(store)).toHaveLength(2);
  });
});
