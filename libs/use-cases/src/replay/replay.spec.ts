import { type EventStore, type RecordedEvent, START, streamName } from '@madoguchi/event-sourcing';
import { exampleCause, exampleId, guestVersions, inMemoryEventStore, newEvent, upcastingContract } from '@madoguchi/event-sourcing/testing';
import { eventCatalogue } from '../event-catalogue.js';
import type { EventFilter } from './event-filter.js';
import { replay, type ReplayOptions, type ReplayPage } from './replay.js';
import { nothingIsSealed } from './shown-event.js';

const ours = exampleId('ours');
const theirs = exampleId('theirs');
const NOON = Date.parse('2026-11-20T12:00:00.000Z');
let time = NOON;
let store: EventStore;
let number = 0;

/** Recorded a minute after what was recorded before. */
const record = async (category: string, name: string, type: string, data: object, tenantId = ours): Promise<void> => {
  number += 1;
  await store.append(streamName(category, exampleId(name)), [newEvent({ type, data }, exampleCause(number, { tenantId }))], 'any');
  time += 60_000;
};

/** Positions 1 to 12. */
const aMorning = async () => {
  await record('queue', 'support', 'QueueCreated', { name: 'Support', offerSeconds: 30 });
  await record('integration_account', 'account', 'IntegrationAccountAdded', { accountType: 'line', name: 'Umeda', webhookKey: 'knock' });
  await record('conversation', 'first', 'ConversationOpened', { channel: 'line', threadKey: 'a/U1' });
  await record('conversation', 'first', 'CustomerMessageReceived', { content: { type: 'text', text: 'hello' } });
  await record('conversation', 'second', 'ConversationOpened', { channel: 'telegram', threadKey: 'b/7' });
  await record('conversation', 'first', 'AgentRequested', { queueId: 'q', reason: 'first message' });
  await record('contact', 'U1', 'ContactFollowed', { at: 'x' });
  await record('shelf', 'beacon', 'WebhookItemShelved', { channel: 'line', raw: { a: 1 } });
  await record('conversation', 'theirs', 'ConversationOpened', { channel: 'line', threadKey: 'c/U1' }, theirs);
  await record('agent', 'aiko', 'AgentRegistered', { name: 'Aiko', capacity: 3, queueIds: [] });
  await record('conversation', 'first', 'ConversationClosed', { reason: 'closed by agent' });
  await record('conversation', 'second', 'ConversationClosed', { reason: 'too long' });
};

beforeEach(async () => {
  time = NOON;
  number = 0;
  store = inMemoryEventStore({ now: () => new Date(time) });
  await aMorning();
});

const pagesOf = async (options: Partial<ReplayOptions>): Promise<readonly ReplayPage[]> => {
  const pages = [];
  for await (const page of replay(store, { filter: {}, pageSize: 3, ...options })) pages.push(page);
  return pages;
};
const eventsOf = async (options: Partial<ReplayOptions>) => (await pagesOf(options)).flatMap((page) => page.events);
const positionsOf = async (filter: EventFilter, options: Partial<ReplayOptions> = {}) =>
  (await eventsOf({ filter, ...options })).map(({ position }) => Number(position));

describe('a replay', () => {
  it('gives the whole log in its order when nothing is named', async () => {
    expect(await positionsOf({})).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it.each<[string, EventFilter, number[]]>([
    ['a stream', { stream: streamName('conversation', exampleId('first')) }, [3, 4, 6, 11]],
    ['a stream that is not there', { stream: streamName('conversation', exampleId('never')) }, []],
    ['a stream of another category', { stream: streamName('conversation', exampleId('first')), categories: ['agent'] }, []],
    ['categories', { categories: ['agent', 'queue'] }, [1, 10]],
    ['types', { types: ['ConversationOpened', 'AgentRegistered'] }, [3, 5, 9, 10]],
    ['types of another category', { types: ['AgentRegistered'], categories: ['conversation'] }, []],
    ['a tenant', { tenantId: theirs }, [9]],
    ['channels', { channels: ['line'] }, [2, 3, 4, 6, 8, 9, 11]],
    ['another channel', { channels: ['telegram', 'email'] }, [5, 12]],
    ['a channel of a category', { channels: ['line'], categories: ['shelf', 'agent'] }, [8]],
    ['a time on', { from: '2026-11-20T12:09:00.000Z' }, [10, 11, 12]],
    ['a time until', { to: '2026-11-20T12:02:00.000Z' }, [1, 2]],
    ['everything at once', { tenantId: ours, channels: ['line'], types: ['ConversationOpened', 'ConversationClosed'] }, [3, 11]],
  ])('of %s gives what fits', async (_name, filter, positions) => {
    expect(await positionsOf(filter)).toEqual(positions);
    expect(await positionsOf(filter, { pageSize: 1 })).toEqual(positions);
    expect(await positionsOf(filter, { pageSize: 1_000 })).toEqual(positions);
  });

  it('can be broken off behind any page and go on there: nothing is missing, nothing comes twice', async () => {
    for (const filter of [
      {},
      { channels: ['line'] as const },
      { tenantId: ours },
      { stream: streamName('conversation', exampleId('first')) },
    ]) {
      const whole = await positionsOf(filter);
      for (const { position } of await pagesOf({ filter, pageSize: 2 })) {
        const before = await positionsOf(filter, { upTo: position });
        expect([...before, ...(await positionsOf(filter, { after: position }))]).toEqual(whole);
      }
    }
  });

  it('ends where the log ended when it began, whatever comes in meanwhile', async () => {
    const seen: number[] = [];
    for await (const { events } of replay(store, { filter: {}, pageSize: 3 })) {
      seen.push(...events.map(({ position }) => Number(position)));
      await record('queue', 'support', 'QueueChanged', { name: `Support ${number}` });
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('says how far it has come also where nothing fits', async () => {
    const pages = await pagesOf({ filter: { tenantId: theirs } });
    expect(pages.map(({ events, position, read }) => [events.length, position, read])).toEqual([
      [0, '3', 3],
      [0, '6', 3],
      [1, '9', 3],
      [0, '12', 3],
    ]);
  });

  it('reads no further than the time asks for, and bears a clock that was set back', async () => {
    const to = new Date(time).toISOString();
    time += 60_000;
    await record('queue', 'support', 'QueueChanged', { name: 'late' });
    time -= 5 * 60_000;
    await record('queue', 'support', 'QueueChanged', { name: 'in time, by a clock that was set back' });
    expect((await positionsOf({ to }, { pageSize: 2 })).at(-1)).toBe(14);

    time += 3 * 3_600_000;
    for (let n = 0; n < 6; n += 1) await record('queue', 'support', 'QueueChanged', { name: `much later ${n}` });
    expect((await pagesOf({ filter: { to }, pageSize: 2 })).map(({ position }) => position).at(-1)).toBe('16');
  });

  it('ends when its signal aborts, with what is told about it', async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const replaying = (async () => {
      for await (const { position } of replay(store, { filter: {}, pageSize: 3, signal: stop.signal })) {
        seen.push(position);
        if (position === '6') stop.abort(new Error('somebody pressed Ctrl+C'));
      }
    })();
    await expect(replaying).rejects.toThrow('Ctrl+C');
    expect(seen).toEqual(['3', '6']);
  });

  it('finds the channel of a conversation whose beginning it has not read', async () => {
    expect(await positionsOf({ channels: ['line'] }, { after: '5' })).toEqual([6, 8, 9, 11]);
  });

  it('seals what is personal, unless somebody may see it; what is secret nobody sees', async () => {
    const told = JSON.stringify(await eventsOf({}));
    for (const personal of ['hello', 'a/U1', 'Aiko', 'knock']) expect(told).not.toContain(`"${personal}"`);
    const open = JSON.stringify(await eventsOf({ unseal: nothingIsSealed }));
    for (const personal of ['hello', 'a/U1', 'Aiko']) expect(open).toContain(`"${personal}"`);
    expect(open).not.toContain('knock');
  });

  it('opens only what is given out', async () => {
    const opened: string[] = [];
    const unseal = async (events: readonly RecordedEvent[]) => {
      opened.push(...events.map(({ position }) => position));
      return events.map((event) => ({ ...event, data: { ...event.data, threadKey: 'opened' } }));
    };
    const events = await eventsOf({ filter: { types: ['ConversationOpened'], tenantId: ours }, unseal });
    expect(opened).toEqual(['3', '5']);
    expect(events.map(({ data }) => data)).toMatchObject([{ threadKey: 'opened' }, { threadKey: 'opened' }]);
  });
});

describe('a replay of events of older versions', () => {
  const withGuests = { table: { versions: guestVersions, personalFields: { GuestsCounted: [] } } };
  beforeAll(() => void Object.assign(eventCatalogue, withGuests));
  afterAll(() => void Reflect.deleteProperty(eventCatalogue, 'table'));

  const readAll = async (log: EventStore, options: Partial<ReplayOptions>) => {
    const seen = [];
    for await (const page of replay(log, { filter: {}, after: START, ...options })) seen.push(...page.events);
    return seen;
  };
  upcastingContract({ name: 'a replay', read: (log) => readAll(log, { unseal: nothingIsSealed }) });
  upcastingContract({ name: 'a replay without what is personal', read: (log) => readAll(log, { filter: { types: ['GuestsCounted'] } }) });
});
