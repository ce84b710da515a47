import { randomUUID } from 'node:crypto';
import {
  ERASED,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
  START,
  StoreUnavailableError,
  type StreamName,
} from '@madoguchi/event-sourcing';
import { createInMemoryLog, eventStoreContract, exampleCause, exampleStream, newEvent } from '@madoguchi/event-sourcing/testing';
import { keyIdOf, UnsealError } from '@madoguchi/sealing';
import { openEvents } from './open-events.js';
import { personalFieldsOf } from './personal-fields.js';
import type { PersonKeys } from './person-keys.js';
import { KEY_MEMORY_MS } from './person-keys.js';
import { postgresErasures } from './postgres-erasures.js';
import { sealedEventStore } from './sealed-event-store.js';
import { type KeyDatabase, startKeyDatabase } from './testing/key-database.js';
import { everyFieldIsPersonal, withSubject } from './testing/every-field-is-personal.js';

let server: KeyDatabase;
beforeAll(async () => {
  server = await startKeyDatabase();
});
afterAll(() => server?.stop());

eventStoreContract({
  name: 'A sealed log in memory',
  freshLog: async () => {
    const log = createInMemoryLog();
    return {
      open: async () => withSubject(sealedEventStore(log.open(), server.keys(), everyFieldIsPersonal)),
      drop: async () => undefined,
    };
  },
});

const tenantId = exampleCause('x').tenantId;
const person = (subject = randomUUID()) => ({ subject, cause: (name: string) => exampleCause(name, { subject }) });
const said = (text: string, cause: ReturnType<typeof exampleCause>): NewEvent =>
  newEvent({ type: 'NoteAdded', data: { noteId: 'n', agentId: 'a', text } }, cause);
const offered = (name: string) =>
  newEvent({ type: 'OfferReturned', data: { offerId: 'o', agentId: 'a', outcome: 'lapsed' } }, exampleCause(name));

describe('a sealed log', () => {
  let raw: EventStore;
  let clock: number;
  const open = (keys = server.keys({ clock: () => clock })) => sealedEventStore(raw, keys, personalFieldsOf);
  const textsIn = (events: readonly RecordedEvent[]) => events.map(({ data }) => (data as { text?: unknown }).text);
  const erase = (subject: string) =>
    postgresErasures(server.database, () => new Date()).begin({
      id: randomUUID(),
      tenantId,
      contactId: subject,
      reason: 'customer request',
      requestedBy: { kind: 'admin', id: 'a' },
      requestedAt: new Date().toISOString(),
    });
  const stream = (name: string): StreamName => exampleStream(`${name} ${randomUUID()}`);

  beforeEach(() => {
    raw = createInMemoryLog().open();
    clock = 0;
  });

  it('holds nothing personal in the open, and gives it back by every way of reading', async () => {
    const { cause } = person();
    const a = stream('a');
    const store = open();
    const recorded = await store.append(a, [said('CANARY', cause('1')), offered('2')], 'no stream');
    expect(JSON.stringify(await raw.readStream(a))).not.toContain('CANARY');
    expect(textsIn(recorded)).toEqual(['CANARY', undefined]);
    expect(await open().readStream(a)).toEqual(recorded);
    for await (const page of open().readAll({ after: START })) expect(page).toEqual(recorded);
    const end = new AbortController();
    for await (const page of open().subscribe({ after: START, signal: end.signal })) {
      expect(page).toEqual(recorded);
      end.abort();
    }
    expect(await openEvents(server.keys())(await raw.readStream(a))).toEqual(recorded);
    expect((await raw.readStream(a)).map(keyIdOf)).toEqual([expect.any(String), undefined]);
  });

  it('reads what was recorded before there were keys as it is', async () => {
    const a = stream('a');
    await raw.append(a, [said('old', exampleCause('old'))], 'no stream');
    expect(textsIn(await open().readStream(a))).toEqual(['old']);
  });

  it('takes nothing personal without a person, a key, or a word in the catalogue', async () => {
    const a = stream('a');
    const store = open();
    await expect(store.append(a, [offered('1'), said('x', exampleCause('no subject'))], 'no stream')).rejects.toMatchObject({
      name: 'NoSubjectError',
    });
    await expect(
      store.append(a, [newEvent({ type: 'InventedLater', data: { text: 'x' } }, person().cause('2'))], 'no stream'),
    ).rejects.toThrow(/catalogue/);
    await expect(store.append(exampleStream('b', 'invented'), [said('x', person().cause('3'))], 'no stream')).rejects.toThrow(/catalogue/);
    const keyless = {
      remembered: () => undefined,
      forSealing: () => Promise.reject(new StoreUnavailableError('away')),
    } as unknown as PersonKeys;
    await expect(open(keyless).append(a, [said('x', person().cause('4'))], 'no stream')).rejects.toThrow(StoreUnavailableError);
    expect(await raw.readStream(a)).toEqual([]);
    expect(await raw.head()).toBe(START);
  });

  it('reads as erased within five seconds in a process that had the key at hand, and others stay readable', async () => {
    const [one, other] = [person(), person()];
    const [a, b] = [stream('a'), stream('b')];
    const store = open();
    await store.append(a, [said('theirs', one.cause('1')), offered('2')], 'no stream');
    await store.append(b, [said('others', other.cause('3'))], 'no stream');
    await erase(one.subject);
    clock += KEY_MEMORY_MS - 1;
    expect(textsIn(await store.readStream(a))).toEqual(['theirs', undefined]);
    clock += 1;
    expect((await store.readStream(a)).map(({ data }) => data)).toEqual([
      { noteId: 'n', agentId: 'a', text: ERASED },
      { offerId: 'o', agentId: 'a', outcome: 'lapsed' },
    ]);
    expect(textsIn(await store.readStream(b))).toEqual(['others']);
  });

  it('takes nothing more about who was erased into what there is, and begins anew when they come back', async () => {
    const { subject, cause } = person();
    const [a, b] = [stream('a'), stream('b')];
    const store = open();
    await store.append(a, [said('before', cause('1'))], 'no stream');
    await erase(subject);
    clock += KEY_MEMORY_MS;
    await expect(store.append(a, [said('after', cause('2'))], 1)).rejects.toMatchObject({ code: 'customer-erased' });
    await store.append(a, [offered('nothing personal')], 1);
    await store.append(b, [said('back again', cause('3'))], 'no stream');
    expect(textsIn(await store.readStream(a))).toEqual([ERASED, undefined]);
    expect(textsIn(await store.readStream(b))).toEqual(['back again']);
  });

  it('does not open what was moved to another event, stream or person', async () => {
    const [one, other] = [person(), person()];
    const [a, b] = [stream('a'), stream('b')];
    await open().append(a, [said('first', one.cause('1')), said('second', one.cause('2'))], 'no stream');
    await open().append(b, [said('third', other.cause('3'))], 'no stream');
    const [first, second] = await raw.readStream(a);
    const [third] = await raw.readStream(b);
    const opening = (event: RecordedEvent) => openEvents(server.keys())([event]);
    await expect(opening({ ...first!, metadata: second!.metadata })).rejects.toThrow(UnsealError);
    await expect(opening({ ...first!, stream: b })).rejects.toThrow(UnsealError);
    await expect(opening({ ...first!, metadata: third!.metadata })).rejects.toThrow(UnsealError);
    await expect(opening({ ...third!, metadata: first!.metadata })).rejects.toThrow(UnsealError);
  });

  it('keeps the order in which appends were asked for while some wait for their keys', async () => {
    const a = stream('a');
    const store = open();
    const appends = Array.from({ length: 30 }, (_, n) => {
      const event = n % 3 === 0 ? offered(`${n}`) : said(`${n}`, person().cause(`${n}`));
      return store.append(a, [event], n === 0 ? 'no stream' : n);
    });
    const versions = (await Promise.all(appends)).flat().map(({ version }) => version);
    expect(versions).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });

  it('seals what an event said when it was given, whatever the caller does to it afterwards', async () => {
    const a = stream('a');
    const event = said('as given', person().cause('1'));
    const appending = open().append(a, [event], 'no stream');
    Object.assign(event.data, { text: 'changed' });
    expect(textsIn(await appending)).toEqual(['as given']);
  });

  it('goes on with a subscription when the keys were away for a while', async () => {
    const a = stream('a');
    await open().append(a, [said('x', person().cause('1'))], 'no stream');
    const keys = server.keys();
    let failures = 2;
    const flaky = Object.assign(Object.create(keys) as PersonKeys, {
      forOpening: (ids: ReadonlySet<string>) =>
        (failures -= 1) >= 0 ? Promise.reject(new StoreUnavailableError('away')) : keys.forOpening(ids),
    });
    const end = new AbortController();
    for await (const page of open(flaky).subscribe({ after: START, signal: end.signal })) {
      expect(textsIn(page)).toEqual(['x']);
      end.abort();
    }
    expect(failures).toBeLessThan(0);
  });
});
