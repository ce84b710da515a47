import { type EventStore, eventId } from '@madoguchi/event-sourcing';
import { exampleCause, exampleStream, newEvent, newEvents } from '@madoguchi/event-sourcing/testing';
import { checkAppend } from './check-append.js';
import { claimedBy } from './claims.js';
import { openEventStoreDbEventStore } from './eventstoredb-event-store.js';
import { type StandInNode, startNode } from './testing/stand-in/node.js';

const [a, b] = [exampleStream('a'), exampleStream('b')];
let node: StandInNode;
const stores: EventStore[] = [];

beforeEach(async () => {
  node = await startNode();
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await node.kill();
});

const open = async (deadlineMs?: number): Promise<EventStore> => {
  const store = await openEventStoreDbEventStore({ url: node.url, deadlineMs });
  stores.push(store);
  return store;
};
const stored = (stream: string) => node.log.records.filter((record) => record.stream === stream).length;

/** A writer that claims its command and then comes to nothing: neither its events arrive nor the word that it gives up. */
const claimAndDie = async (name: string, expected: 'no stream' | number): Promise<void> => {
  const writer = await open();
  node.faults.arrived = ({ stream, events }) => (stream === a || events[0]!.type === 'ClaimReleased' ? 'AccessDenied' : undefined);
  await expect(writer.append(a, newEvents(name), expected)).rejects.toMatchObject({ name: 'StoreUnavailableError' });
  node.faults.arrived = undefined;
};

describe('a claim whose events never came', () => {
  it('lets the same append be made by somebody else', async () => {
    await claimAndDie('lost', 'no stream');
    expect(await (await open()).append(a, newEvents('lost'), 'no stream')).toMatchObject([{ version: 1 }]);
  });

  it('lets the events be decided again for a later version of the stream', async () => {
    const store = await open();
    await claimAndDie('lost', 'no stream');
    await store.append(a, newEvents('other', 2), 'no stream');
    expect(await store.append(a, newEvents('lost'), 2)).toMatchObject([{ version: 3 }]);
  });

  it('is taken over for another stream as soon as it cannot come any more', async () => {
    const store = await open();
    await claimAndDie('lost', 'no stream');
    await store.append(a, newEvents('other'), 'no stream');
    expect(await store.append(b, newEvents('lost'), 'no stream')).toMatchObject([{ version: 1 }]);
    expect([stored(a), stored(b)]).toEqual([1, 1]);
  });

  it('is not taken over while it may still come', async () => {
    await claimAndDie('slow', 'no stream');
    await expect((await open(5_000)).append(b, newEvents('slow'), 'no stream')).rejects.toMatchObject({
      name: 'AppendOutcomeUnknownError',
    });
    expect(stored(b)).toBe(0);
  });

  it('is taken over when its writer is a stranger', async () => {
    await claimAndDie('lost', 'no stream');
    const successor = await open();
    await successor.fence();
    expect(await successor.append(b, newEvents('lost'), 'no stream')).toMatchObject([{ version: 1 }]);
  });
});

it('waits for another writer who is recording the same command in another stream, and then refuses', async () => {
  const [one, other] = [await open(), await open()];
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  node.faults.arrived = async ({ stream }) => {
    if (stream !== a) return;
    arrive();
    await new Promise((resolve) => setTimeout(resolve, 200));
  };
  const first = one.append(a, newEvents('wanted'), 'no stream');
  await arrived;
  await expect(other.append(b, newEvents('wanted'), 'no stream')).rejects.toMatchObject({ name: 'DuplicateEventIdError' });
  expect(await first).toHaveLength(1);
  expect(stored(b)).toBe(0);
});

it('gives its claims back when nothing was stored, so that the command is free for another stream at once', async () => {
  const store = await open();
  await store.append(a, newEvents('a'), 'no stream');
  await expect(store.append(a, newEvents('ahead'), 7)).rejects.toMatchObject({ name: 'WrongExpectedVersionError' });
  await expect(store.append(a, [...newEvents('new'), ...newEvents('a')], 1)).rejects.toMatchObject({ name: 'DuplicateEventIdError' });
  for (const name of ['ahead', 'new']) expect(await store.append(exampleStream(name), newEvents(name), 'no stream')).toHaveLength(1);
});

it('gives what was recorded when the same ids come with other data', async () => {
  const store = await open();
  const said = (text: string) => [newEvent({ type: 'Said', data: { text } }, exampleCause('said'))];
  const recorded = await store.append(a, said('first'), 'no stream');
  expect(await store.append(a, said('second'), 'no stream')).toEqual(recorded);
  expect(recorded).toMatchObject([{ data: { text: 'first' } }]);
});

it('shows claims to nobody', async () => {
  const store = await open();
  const recorded = await store.append(a, newEvents('a', 2), 'no stream');
  const pages = [];
  for await (const page of store.readAll({ after: '0' })) pages.push(...page);
  expect(pages).toEqual(recorded);
  expect(await store.head()).toBe(recorded[1]!.position);
});

it('claims a command once for all of its events, and by itself an id that does not follow from one', () => {
  const command = exampleCause('command').commandId;
  const foreign = { ...newEvents('other')[0]!, id: eventId(command, 7) };
  const events = checkAppend(a, [...newEvents('command', 3), foreign], 'any');
  expect(claimedBy(events)).toEqual([command, foreign.id]);
});
