import type { EventStore } from '@madoguchi/event-sourcing';
import { exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStoreDbEventStore } from './eventstoredb-event-store.js';
import { selfSigned } from './testing/certificate.js';
import { type NodeOptions, type StandInNode, startNode } from './testing/stand-in/node.js';

const a = exampleStream('a');
const SECRET = 'changeit-0815';
const nodes: StandInNode[] = [];
const stores: EventStore[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-esdb-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await Promise.all(nodes.splice(0).map((node) => node.kill()));
});

const start = async (options?: NodeOptions): Promise<StandInNode> => {
  const node = await startNode(options);
  nodes.push(node);
  return node;
};
const open = async (url: string, deadlineMs = 120_000): Promise<EventStore> => {
  const store = await openEventStoreDbEventStore({ url, deadlineMs });
  stores.push(store);
  return store;
};
const failureOf = (opening: Promise<unknown>): Promise<Error> =>
  opening.then(
    () => new Error('it was opened'),
    (error: Error) => error,
  );
/** Everything that could reach a log line. */
const everythingIn = (error: Error) => `${error.stack} ${JSON.stringify(error, Object.getOwnPropertyNames(error))} ${String(error.cause)}`;

describe('over TLS', () => {
  const secured = async (users?: Readonly<Record<string, string>>) => {
    const tls = selfSigned();
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, tls.certificate);
    const { host, port } = await start({ tls, users });
    return { address: `${host}:${port}`, ca: `tlsCAFile=${encodeURIComponent(caFile)}` };
  };

  it('serves whoever knows its authority', async () => {
    const { address, ca } = await secured();
    const store = await open(`esdb://${address}?${ca}`);
    expect(await store.append(a, newEvents('a'), 'no stream')).toHaveLength(1);
  });

  it('is not spoken to when its authority is unknown', async () => {
    const { address } = await secured();
    expect(await failureOf(open(`esdb://${address}`, 2_000))).toMatchObject({ name: 'StoreUnavailableError' });
  });

  it('lets in the user of the address', async () => {
    const { address, ca } = await secured({ admin: SECRET });
    const store = await open(`esdb://admin:${SECRET}@${address}?${ca}`);
    expect(await store.append(a, newEvents('a'), 'no stream')).toHaveLength(1);
    expect(await store.readStream(a)).toHaveLength(1);
  });

  it.each([
    ['no user', ''],
    ['a wrong password', `admin:wrong-${SECRET}@`],
  ])('refuses to be opened with %s, without saying what was given', async (_name, user) => {
    const { address, ca } = await secured({ admin: SECRET });
    const failure = await failureOf(open(`esdb://${user}${address}?${ca}`));
    expect(failure.message).toContain('refuses the user of this address');
    expect(failure.name).toBe('Error');
    expect(everythingIn(failure)).not.toContain(SECRET);
  });
});

it('says that nothing was stored when the user loses its right', async () => {
  const node = await start();
  const store = await open(node.url);
  node.faults.arrived = () => 'AccessDenied';
  const failure = await failureOf(store.append(a, newEvents('a'), 'no stream'));
  expect(failure).toMatchObject({ name: 'StoreUnavailableError' });
  expect(failure.message).toContain('refuses the user of this address');
});

it.each([
  ['another protocol', `postgres://admin:${SECRET}@127.0.0.1/db`],
  ['no port', `esdb://admin:${SECRET}@127.0.0.1:port`],
  ['an option without a value', `esdb://admin:${SECRET}@127.0.0.1?tls`],
  ['a host that is none', `esdb://admin:${SECRET}@[${SECRET}]`],
])('refuses an address with %s, and does not repeat its password', async (_name, url) => {
  const failure = await failureOf(open(url));
  expect(failure.message).toContain('no address of EventStoreDB');
  expect(everythingIn(failure)).not.toContain(SECRET);
});

it('names a file of certificates that is not there', async () => {
  expect((await failureOf(open('esdb://127.0.0.1:2113?tlsCAFile=nowhere.pem'))).message).toContain('File was not found');
});

it('tells a wrong version whatever the address says of failed appends', async () => {
  const { url } = await start();
  const store = await open(`${url}&throwOnAppendFailure=false`);
  await store.append(a, newEvents('a', 2), 'no stream');
  expect(await failureOf(store.append(a, newEvents('b'), 'no stream'))).toMatchObject({ name: 'WrongExpectedVersionError', actual: 2 });
});

describe('a log with a name', () => {
  it('knows nothing of the others on the same server', async () => {
    const { url } = await start();
    const logs = await Promise.all([undefined, 'one', 'another'].map((log) => openEventStoreDbEventStore({ url, log })));
    stores.push(...logs);
    for (const [n, log] of logs.entries()) {
      expect(await log.append(a, newEvents('same', n + 1), 'no stream')).toHaveLength(n + 1);
    }
    await logs[1]!.fence();
    for (const [n, log] of logs.entries()) {
      const events = [];
      for await (const page of log.readAll({ after: '0' })) events.push(...page);
      expect(events).toHaveLength(n + 1);
      expect(await log.append(a, newEvents('more'), n + 1)).toHaveLength(1);
    }
  });

  it.each(['', 'Log', 'a.b', '1', 'a-b'])('cannot be called "%s"', async (log) => {
    await expect(openEventStoreDbEventStore({ url: 'esdb://127.0.0.1:1?tls=false', log })).rejects.toThrow(TypeError);
  });
});
