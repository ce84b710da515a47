import { type Decider, type EventStore, handleCommand, type NewEvent, START, type StreamName } from '@madoguchi/event-sourcing';
import { exampleCause, exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import { type Cable, layCable } from '@madoguchi/tools/cable.mjs';
import { until } from '@madoguchi/tools/until.mjs';
import pg from 'pg';
import { openPostgresEventStore } from './postgres-event-store.js';
import { type FreshDatabase, type LogServer, startLogServer } from './testing/log-server.js';

let server: LogServer;
let log: FreshDatabase;
let admin: pg.Client;
let holder: pg.Client;
let cable: Cable;
let store: EventStore;

beforeAll(async () => {
  server = await startLogServer();
});
beforeEach(async () => {
  log = await server.freshLog();
  admin = new pg.Client({ connectionString: log.adminUrl });
  holder = new pg.Client({ connectionString: log.adminUrl });
  await Promise.all([admin.connect(), holder.connect()]);
  cable = await layCable(log.url);
});
afterEach(async () => {
  await holder.query('rollback');
  cable.cut();
  await store.close();
  await cable.close();
  await Promise.all([admin.end(), holder.end()]);
  await log.drop();
});
afterAll(() => server.stop());

/** Long enough for everything that is not held up, on a slow machine too. */
const SHORT_MS = 2_000;

const open = async (options: { deadlineMs?: number } = {}): Promise<EventStore> => {
  store = await openPostgresEventStore({ url: cable.url, ...options });
  return store;
};

/** While somebody holds it, every append stands in the middle of its statement. */
const holdTheCounter = async (): Promise<void> => {
  await holder.query('begin');
  await holder.query('select from event_log.counter for update');
};

const writersInFlight = async (): Promise<readonly number[]> =>
  (
    await admin.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'madoguchi event log' and state = 'active' and query like '%event_log.append%'",
    )
  ).rows.map((row) => row.pid);

const storedEvents = async (): Promise<number> => Number((await admin.query('select count(*) from event_log.events')).rows[0].count);

const nameOf = (error: unknown): string => (error as Error).name;

type Append = readonly [StreamName, readonly NewEvent[]];
const appendsNamed = (name: string, count: number): readonly Append[] =>
  Array.from({ length: count }, (_, n) => [exampleStream(`${name} ${n}`), newEvents(`${name} ${n}`, 3)]);

describe('a backend that is ended in the middle of a batch', () => {
  it('leaves every append of the batch in doubt, with nothing stored, and repeating stores once', async () => {
    await open();
    const appends = appendsNamed('a', 30);
    await holdTheCounter();
    const outcomes = appends.map(([stream, events]) => store.append(stream, events, 'no stream').catch(nameOf));
    await until('the batch is in flight', async () => (await writersInFlight()).length === 1);

    await admin.query('select pg_terminate_backend($1)', [(await writersInFlight())[0]]);
    const inDoubt = await Promise.all(outcomes);
    await holder.query('rollback');

    expect(new Set(inDoubt)).toEqual(new Set(['AppendOutcomeUnknownError']));
    expect(await storedEvents()).toBe(0);

    const recorded = await Promise.all(appends.map(([stream, events]) => store.append(stream, events, 'no stream')));
    expect(recorded.every((events) => events.length === 3)).toBe(true);
    expect(await storedEvents()).toBe(90);
  });

  it('lets what waited behind the batch go on over a new connection', async () => {
    await open();
    await holdTheCounter();
    const first = store.append(exampleStream('first'), newEvents('first'), 'no stream').catch(nameOf);
    await until('the batch is in flight', async () => (await writersInFlight()).length === 1);
    const second = store.append(exampleStream('second'), newEvents('second'), 'no stream');
    await admin.query('select pg_terminate_backend($1)', [(await writersInFlight())[0]]);
    expect(await first).toBe('AppendOutcomeUnknownError');
    await holder.query('rollback');
    expect(await second).toMatchObject([{ version: 1 }]);
  });

  it('again and again under load: what was acknowledged is there, what was in doubt is there whole or not at all', async () => {
    await open();
    const outcomes = new Map<string, string>();
    let running = true;
    const lane = async (lane: number) => {
      for (let n = 0; running; n += 1) {
        const name = `${lane} ${n}`;
        const outcome = await store.append(exampleStream(name), newEvents(name, 3), 'no stream').then(() => 'acknowledged', nameOf);
        outcomes.set(name, outcome);
      }
    };
    const lanes = Promise.all(Array.from({ length: 32 }, (_, n) => lane(n)));

    for (let kills = 0; kills < 8;) {
      const [pid] = await writersInFlight();
      if (pid === undefined) continue;
      await admin.query('select pg_terminate_backend($1)', [pid]);
      kills += 1;
      const acknowledged = outcomes.size;
      await until('writing goes on', () => outcomes.size > acknowledged + 32);
    }
    running = false;
    await lanes;

    const found = new Map<string, number>();
    for await (const page of store.readAll({ after: START, pageSize: 5_000 })) {
      for (const { stream } of page) found.set(stream, (found.get(stream) ?? 0) + 1);
    }
    for (const [name, outcome] of outcomes) {
      const count = found.get(exampleStream(name)) ?? 0;
      const whole = count === 3 || (count === 0 && outcome !== 'acknowledged');
      if (!whole) throw new Error(`${name} was ${outcome}; it has ${count} events`);
    }
    const inDoubt = [...outcomes].filter(([, outcome]) => outcome !== 'acknowledged').map(([name]) => name);
    await Promise.all(inDoubt.map((name) => store.append(exampleStream(name), newEvents(name, 3), 'no stream')));
    expect([...outcomes.values()]).toContain('AppendOutcomeUnknownError');
    expect(await storedEvents()).toBe(outcomes.size * 3);
  });
});

describe('an answer that is lost after the commit', () => {
  it('is in doubt, and was stored; repeating it gives what was recorded', async () => {
    await open();
    const [stream, events] = appendsNamed('a', 1)[0]!;
    cable.loseAnswers();
    const outcome = store.append(stream, events, 'no stream').catch(nameOf);
    await until('it is committed', async () => (await storedEvents()) === 3);
    cable.cut();

    expect(await outcome).toBe('AppendOutcomeUnknownError');
    expect(await store.append(stream, events, 'no stream')).toEqual(await store.readStream(stream));
    expect(await storedEvents()).toBe(3);
  });

  it('is found by the command that asks the stream before it decides again', async () => {
    await open();
    const stream = exampleStream('counter');
    const cause = exampleCause('count once');
    let decisions = 0;
    const counter: Decider<number, 'count', { type: 'Counted'; data: { to: number } }> = {
      initialState: () => 0,
      evolve: (state) => state + 1,
      decide: (_command, state) => {
        decisions += 1;
        return [{ type: 'Counted', data: { to: state + 1 } }];
      },
    };
    await handleCommand(store, counter, stream, 'count', exampleCause('before'), { now: () => new Date() });

    const handled = handleCommand(
      {
        ...store,
        append: (...append) => {
          cable.loseAnswers();
          const outcome = store.append(...append);
          void until('it is committed', async () => (await storedEvents()) === 2).then(() => cable.cut());
          return outcome;
        },
      },
      counter,
      stream,
      'count',
      cause,
      { now: () => new Date() },
    );

    expect(await handled).toMatchObject([{ version: 2, data: { to: 2 }, metadata: { commandId: cause.commandId } }]);
    expect(decisions).toBe(2);
    expect(await storedEvents()).toBe(2);
  });
});

describe('a server that does not answer', () => {
  it('ends an append at the deadline: in doubt, because it may still be at it', async () => {
    await open({ deadlineMs: SHORT_MS });
    cable.freeze();
    await expect(store.append(exampleStream('a'), newEvents('a'), 'no stream')).rejects.toMatchObject({
      name: 'AppendOutcomeUnknownError',
    });
    cable.cut();
    expect(await store.append(exampleStream('a'), newEvents('a'), 'no stream')).toHaveLength(1);
  });

  it('ends a statement that waits too long inside the server: certainly nothing was stored', async () => {
    await open({ deadlineMs: SHORT_MS });
    await holdTheCounter();
    await expect(store.append(exampleStream('a'), newEvents('a'), 'no stream')).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    await holder.query('rollback');
    expect(await storedEvents()).toBe(0);
    expect(await store.append(exampleStream('a'), newEvents('a'), 'no stream')).toHaveLength(1);
  });

  it('ends a read at the deadline', async () => {
    await open({ deadlineMs: SHORT_MS });
    await store.head();
    cable.freeze();
    await expect(store.readStream(exampleStream('a'))).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    cable.cut();
    expect(await store.readStream(exampleStream('a'))).toEqual([]);
  });
});

it('closes although the server does not answer', async () => {
  await open();
  await store.head();
  cable.freeze();
  await store.close();
});

describe('a server that cannot be reached', () => {
  it('refuses appends and reads, certainly with nothing stored, and serves again when it is back', async () => {
    await open();
    await cable.close();
    await until(
      'the loss is noticed',
      async () => (await store.append(exampleStream('a'), newEvents('a'), 'no stream').catch(nameOf)) === 'StoreUnavailableError',
    );

    await expect(store.readStream(exampleStream('a'))).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    await expect(store.head()).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    await expect(store.fence()).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    expect(await storedEvents()).toBe(0);
    cable = await layCable(log.url);
  });

  it('reads again over a new connection when an old one turns out to be broken', async () => {
    await open();
    await store.append(exampleStream('a'), newEvents('a'), 'no stream');
    for (let n = 0; n < 5; n += 1) {
      await store.head();
      await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'madoguchi event log'");
      expect(await store.readStream(exampleStream('a'))).toHaveLength(1);
    }
  });
});

describe('a subscription', () => {
  it('goes on without a gap over lost connections and a lost listener', async () => {
    await open();
    const stop = new AbortController();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const page of store.subscribe({ after: START, signal: stop.signal })) seen.push(...page.map((event) => event.id));
    })();
    const writer = await openPostgresEventStore({ url: log.url });

    const written: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      written.push((await writer.append(exampleStream(n), newEvents(n), 'no stream'))[0]!.id);
      await until('it has come', () => seen.length === written.length);
      cable.cut();
    }
    stop.abort();
    await reading;
    await writer.close();
    expect(seen).toEqual(written);
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
