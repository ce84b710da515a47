import { jest } from '@jest/globals';
import { comparePositions, type Decider, type EventStore, handleCommand, START } from '@madoguchi/event-sourcing';
import { exampleCause, exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import { type Cable, layCable } from '@madoguchi/tools/cable.mjs';
import { until } from '@madoguchi/tools/until.mjs';
import { openEventStoreDbEventStore } from './eventstoredb-event-store.js';
import type { ArrivedAppend } from './testing/stand-in/appending.js';
import { type StandInNode, startNode } from './testing/stand-in/node.js';

/** Long enough for everything that is not held up, on a slow machine too. */
const SHORT_MS = 6_000;

let node: StandInNode;
let cable: Cable;
let store: EventStore;

beforeEach(async () => {
  node = await startNode({ writeTimeoutMs: 200 });
  cable = await layCable(node.url);
});
afterEach(async () => {
  cable.cut();
  await store.close();
  await cable.close();
  await node.kill();
});

const open = async (options: { deadlineMs?: number; keepAliveMs?: number } = {}): Promise<EventStore> => {
  const keepAlive = options.keepAliveMs ? `&keepAliveInterval=${options.keepAliveMs}&keepAliveTimeout=${options.keepAliveMs}` : '';
  store = await openEventStoreDbEventStore({ url: cable.url + keepAlive, deadlineMs: options.deadlineMs });
  return store;
};

/** Appends of events, not of claims. */
const isEvents = ({ stream }: ArrivedAppend) => stream.startsWith('conversation-');
const storedEvents = () => node.log.records.filter(({ stream }) => stream.startsWith('conversation-')).length;
const nameOf = (error: unknown): string => (error as Error).name;
const a = exampleStream('a');

/** Does something to the first append of events, once. */
const once = (stage: 'arrived' | 'stored', fault: () => Promise<void> | void): void => {
  node.faults[stage] = (append: ArrivedAppend) => {
    if (!isEvents(append)) return;
    node.faults[stage] = undefined;
    return fault();
  };
};
const never = () => new Promise<void>(() => undefined);

describe('an answer that is lost after the append was stored', () => {
  it('is found in the stream', async () => {
    await open();
    once('stored', () => cable.cut());
    const recorded = await store.append(a, newEvents('a', 3), 'no stream');
    expect(recorded).toEqual(await store.readStream(a));
    expect(storedEvents()).toBe(3);
  });

  it('is found behind its own version, also when others have appended meanwhile', async () => {
    await open();
    const other = await openEventStoreDbEventStore({ url: node.url });
    once('stored', async () => {
      // Until the store has noticed, the other one may go first.
      cable.freeze();
      await other.append(a, newEvents('other', 2), 1);
      cable.cut();
    });
    expect(await store.append(a, newEvents('a'), 'no stream')).toMatchObject([{ version: 1 }]);
    expect((await store.readStream(a)).map(({ version }) => version)).toEqual([1, 2, 3]);
    await other.close();
  });

  it('is known again when it is sent again before it can be seen', async () => {
    await open();
    once('stored', () => {
      node.log.holdIndex(2);
      cable.cut();
      setTimeout(() => node.log.releaseIndex(), 500);
    });
    expect(await store.append(a, newEvents('a', 2), 'no stream')).toMatchObject([{ version: 1 }, { version: 2 }]);
    expect(storedEvents()).toBe(2);
  });
});

it('sends an append again that was lost on its way, with the version that it had', async () => {
  await open();
  once('arrived', () => cable.cut());
  expect(await store.append(a, newEvents('a', 2), 'no stream')).toMatchObject([{ version: 1 }, { version: 2 }]);
  expect(storedEvents()).toBe(2);
});

it('refuses an append that was lost on its way when the stream has moved on: it certainly was not stored', async () => {
  await open();
  const other = await openEventStoreDbEventStore({ url: node.url });
  once('arrived', async () => {
    cable.freeze();
    await other.append(a, newEvents('other'), 'no stream');
    cable.cut();
  });
  await expect(store.append(a, newEvents('a'), 'no stream')).rejects.toMatchObject({ name: 'WrongExpectedVersionError', actual: 1 });
  expect(storedEvents()).toBe(1);
  await other.close();
});

it('waits for a repeat that the server lets fall, because the first is not yet indexed', async () => {
  await open();
  const other = await openEventStoreDbEventStore({ url: node.url });
  once('stored', () => node.log.holdIndex(2));
  const first = store.append(a, newEvents('a', 2), 'no stream');
  await until('it is stored', () => storedEvents() === 2);
  const repeated = other.append(a, newEvents('a', 2), 'no stream');
  await new Promise((resolve) => setTimeout(resolve, 600));
  node.log.releaseIndex();
  expect(await repeated).toEqual(await first);
  expect(storedEvents()).toBe(2);
  await other.close();
});

describe('a server that does not answer', () => {
  it('ends an append at the deadline: in doubt, because it may still be at it', async () => {
    await open({ deadlineMs: SHORT_MS });
    once('arrived', never);
    await expect(store.append(a, newEvents('a'), 'no stream')).rejects.toMatchObject({ name: 'AppendOutcomeUnknownError' });
  });

  it('ends an append at the deadline when it is silent before: certainly nothing was stored', async () => {
    await open({ deadlineMs: SHORT_MS });
    cable.freeze();
    await expect(store.append(a, newEvents('a'), 'no stream')).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    cable.cut();
    expect(await store.append(a, newEvents('a'), 'no stream')).toHaveLength(1);
  });

  it('leaves what it took in doubt when it cannot be asked where it stands', async () => {
    await open({ deadlineMs: SHORT_MS });
    once('stored', () => {
      setImmediate(() => void (node.state = 'starting'));
    });
    await expect(store.append(a, newEvents('a'), 'no stream')).rejects.toMatchObject({ name: 'AppendOutcomeUnknownError' });
    node.state = 'leader';
    expect(await store.append(a, newEvents('a'), 'no stream')).toMatchObject([{ version: 1 }]);
    expect(storedEvents()).toBe(1);
  });

  it('ends a read at the deadline', async () => {
    await open({ deadlineMs: SHORT_MS });
    cable.freeze();
    await expect(store.readStream(a)).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    cable.cut();
    expect(await store.readStream(a)).toEqual([]);
  });

  it('is given up when it does not answer pings either, and found again', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await open({ keepAliveMs: 100 });
    warn.mockRestore();
    const stop = new AbortController();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const page of store.subscribe({ after: START, signal: stop.signal })) seen.push(...page.map((event) => event.id));
    })();
    await store.append(a, newEvents('first'), 'no stream');
    await until('the first has come', () => seen.length === 1);

    cable.freeze();
    const other = await openEventStoreDbEventStore({ url: node.url });
    const [second] = await other.append(a, newEvents('second'), 1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    cable.admit();
    await until('the second has come', () => seen.length === 2);
    expect(seen[1]).toBe(second!.id);
    stop.abort();
    await reading;
    await other.close();
  });
});

it('closes although the server does not answer', async () => {
  await open();
  await store.head();
  cable.freeze();
  await store.close();
});

describe('a server that cannot be reached', () => {
  it('refuses to be opened', async () => {
    await open();
    await expect(openEventStoreDbEventStore({ url: 'esdb://127.0.0.1:1?tls=false', deadlineMs: SHORT_MS })).rejects.toMatchObject({
      name: 'StoreUnavailableError',
    });
  });

  it('refuses appends and reads, certainly with nothing stored, and serves again when it is back', async () => {
    await open({ deadlineMs: SHORT_MS });
    const { port } = cable;
    await cable.close();
    const failures = await Promise.all([
      store.append(a, newEvents('a'), 'no stream').catch(nameOf),
      store.readStream(a).catch(nameOf),
      store.head().catch(nameOf),
      store.fence().catch(nameOf),
    ]);
    expect(failures.slice(0, 3)).toEqual(['StoreUnavailableError', 'StoreUnavailableError', 'StoreUnavailableError']);
    expect(['StoreUnavailableError', 'AppendOutcomeUnknownError']).toContain(failures[3]);
    expect(storedEvents()).toBe(0);

    cable = await layCable(node.url, port);
    expect(await store.append(a, newEvents('a'), 'no stream')).toHaveLength(1);
  });

  it('is waited for by an append and by a read as long as the deadline allows', async () => {
    await open();
    const { port } = cable;
    await cable.close();
    const [appended, read] = [store.append(a, newEvents('a'), 'no stream'), store.readStream(exampleStream('b'))];
    await new Promise((resolve) => setTimeout(resolve, 300));
    cable = await layCable(node.url, port);
    expect(await appended).toHaveLength(1);
    expect(await read).toEqual([]);
  });
});

it('lets a command find by itself what became of an append in doubt', async () => {
  await open({ deadlineMs: SHORT_MS });
  const stream = exampleStream('counter');
  let decisions = 0;
  const counter: Decider<number, 'count', { type: 'Counted'; data: { to: number } }> = {
    initialState: () => 0,
    evolve: (state) => state + 1,
    decide: (_command, state) => {
      decisions += 1;
      return [{ type: 'Counted', data: { to: state + 1 } }];
    },
  };
  once('stored', never);
  const cause = exampleCause('count once');
  const handled = handleCommand(store, counter, stream, 'count', cause, {
    now: () => new Date(),
    pause: async () => cable.cut(),
  });
  expect(await handled).toMatchObject([{ version: 1, data: { to: 1 }, metadata: { commandId: cause.commandId } }]);
  expect(decisions).toBe(1);
  expect(storedEvents()).toBe(1);
});

describe('a subscription', () => {
  it('goes on without a gap over lost connections', async () => {
    await open();
    const stop = new AbortController();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const page of store.subscribe({ after: START, signal: stop.signal })) seen.push(...page.map((event) => event.id));
    })();
    const writer = await openEventStoreDbEventStore({ url: node.url });

    const written: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      written.push((await writer.append(exampleStream(n), newEvents(n), 'no stream'))[0]!.id);
      await until('it has come', () => seen.length === written.length);
      cable.cut();
    }
    stop.abort();
    await reading;
    await writer.close();
    expect(seen).toEqual(written);
  });

  it('goes on from how far the server has looked, not from the last event that was wanted', async () => {
    await open();
    const stop = new AbortController();
    const seen: string[] = [];
    const reading = (async () => {
      const options = { after: START, categories: ['conversation'], signal: stop.signal };
      for await (const page of store.subscribe(options)) seen.push(...page.map((event) => event.id));
    })();
    const [first] = await store.append(a, newEvents('first'), 'no stream');
    // More than the server looks through before it says how far it is.
    for (let n = 0; n < 2; n += 1) await store.append(exampleStream(n, 'agent'), newEvents(n, 505), 'no stream');
    await until('it has come', () => seen.length === 1);
    cable.cut();
    await until('it has subscribed again', () => node.subscribedBehind.length === 2);
    expect(comparePositions(node.subscribedBehind[1]!, first!.position)).toBeGreaterThan(0);
    await store.append(a, newEvents('second'), 1);
    await until('it has come', () => seen.length === 2);
    stop.abort();
    await reading;
  });

  it('ends when it is aborted while the server is away', async () => {
    await open();
    const stop = new AbortController();
    const reading = (async () => {
      for await (const _page of store.subscribe({ after: START, signal: stop.signal }));
    })();
    cable.freeze();
    stop.abort();
    await reading;
    cable.cut();
  });
});
