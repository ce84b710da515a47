import { type EventData, EventStoreDBClient, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type LogServer, startLogServer } from './testing/log-server.js';

/*
 * What the server does that one would not guess, seen through its own client. The adapter is built around it. Against a real
 * server this tells when a habit has changed; against the stand-in it tells whether the stand-in is as strict.
 */

let server: LogServer;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await startLogServer();
  client = EventStoreDBClient.connectionString((await server.freshLog()).url);
});
afterAll(async () => {
  await client.dispose();
  await server.stop();
});

const event = (data: object = {}, id: string = randomUUID()): EventData => jsonEvent({ id, type: 'Happened', data: data as never });
const aStream = () => `habit-${randomUUID()}`;
const none = { expectedRevision: 'no_stream' } as const;
const behind = (revision: bigint) => ({ expectedRevision: revision });

type Readable = AsyncIterable<{
  event?: { id: string; revision: bigint; data: unknown; streamId: string; position?: { commit: bigint; prepare: bigint } };
}>;
const all = async (answers: Readable) => {
  const events = [];
  for await (const { event } of answers) events.push(event!);
  return events;
};
const read = (stream: string) => all(client.readStream(stream));
const typeOf = (error: unknown) => (error as { type: string }).type;

it('knows a repeat by the ids behind the revision that is given, also when the stream has moved on', async () => {
  const stream = aStream();
  const [first, second] = [event(), event()];
  await client.appendToStream(stream, first, none);
  await client.appendToStream(stream, second, behind(0n));
  expect(await client.appendToStream(stream, first, none)).toMatchObject({ success: true, nextExpectedRevision: 0n });
  expect(await read(stream)).toHaveLength(2);
});

it('stores the same ids again behind another revision, in another stream, and twice in one append', async () => {
  const [stream, other] = [aStream(), aStream()];
  const first = event();
  await client.appendToStream(stream, first, none);
  await client.appendToStream(stream, first, behind(0n));
  await client.appendToStream(other, first, none);
  await client.appendToStream(stream, [first, first], behind(1n));
  expect((await read(stream)).map(({ id }) => id)).toEqual([first.id, first.id, first.id, first.id]);
  expect(await read(other)).toHaveLength(1);
});

it('calls other data under the same id a success, and keeps the old', async () => {
  const stream = aStream();
  const id = randomUUID();
  await client.appendToStream(stream, event({ n: 1 }, id), none);
  expect(await client.appendToStream(stream, event({ n: 2 }, id), none)).toMatchObject({ success: true });
  expect(await read(stream)).toMatchObject([{ data: { n: 1 } }]);
});

it('refuses a repeat with something new behind it as a wrong version', async () => {
  const stream = aStream();
  const first = event();
  await client.appendToStream(stream, first, none);
  const error = await client.appendToStream(stream, [first, event()], none).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ type: 'wrong-expected-version', message: '', actualVersion: 0n });
});

it('says "no stream" for the version of a stream that is not there', async () => {
  const error = await client.appendToStream(aStream(), event(), behind(3n)).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 'no_stream' });
});

it('calls an empty append a success, and creates nothing', async () => {
  const stream = aStream();
  expect(await client.appendToStream(stream, [], none)).toMatchObject({ success: true });
  await expect(read(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
});

it('gives every event of an append a place of its own, ascending; commit and prepare are one', async () => {
  const stream = aStream();
  const { position } = await client.appendToStream(stream, [event(), event(), event()], none);
  const places = (await read(stream)).map((read) => read.position!);
  for (const { commit, prepare } of places) expect(commit).toBe(prepare);
  expect(places.map(({ commit }) => commit)).toEqual([...places].map(({ commit }) => commit).sort((one, other) => Number(one - other)));
  expect(position).toEqual(places.at(-1));
});

it('reads from a place forwards with it, backwards without it', async () => {
  const stream = aStream();
  await client.appendToStream(stream, [event(), event(), event()], none);
  const [first, second, third] = await read(stream);
  const from = { fromPosition: second!.position!, maxCount: 2 };
  expect((await all(client.readAll(from))).map(({ id }) => id)).toEqual([second!.id, third!.id]);
  expect((await all(client.readAll({ ...from, direction: 'backwards', maxCount: 1 }))).map(({ id }) => id)).toEqual([first!.id]);
  expect((await all(client.readStream(stream, { fromRevision: 1n }))).map(({ id }) => id)).toEqual([second!.id, third!.id]);
});

it('subscribes behind a place, and says when the past is over', async () => {
  const stream = aStream();
  await client.appendToStream(stream, [event(), event(), event()], none);
  const [, second, third] = await read(stream);
  const subscription = client.subscribeToAll({ fromPosition: second!.position!, filter: streamNameFilter({ prefixes: [stream] }) });
  const seen: string[] = [];
  subscription.on('data', ({ event }) => seen.push(event!.id));
  await once(subscription, 'caughtUp');
  await subscription.unsubscribe();
  expect(seen).toEqual([third!.id]);
});

it('refuses a place between two records', async () => {
  const stream = aStream();
  await client.appendToStream(stream, [event(), event()], none);
  const place = (await read(stream))[0]!.position!.commit + 3n;
  const error = await all(client.readAll({ fromPosition: { commit: place, prepare: place }, maxCount: 1 })).catch(
    (caught: unknown) => caught,
  );
  expect((error as Error).message).toContain('InvalidPosition');
});

it('shows its own events in $all; the client leaves the filter of readAll out', async () => {
  const stream = aStream();
  const { position } = await client.appendToStream(stream, event(), none);
  await client.setStreamMetadata(stream, { owner: 'somebody' });
  const filter = streamNameFilter({ prefixes: [stream] });
  const read = await all(client.readAll({ fromPosition: position!, filter, maxCount: 10 } as never));
  expect(read.map(({ streamId }) => streamId)).toContain(`$$${stream}`);
});

it('takes a mebibyte of data in one append, and no more', async () => {
  const sized = (bytes: number) => event({ text: 'x'.repeat(bytes - '{"text":""}'.length) });
  const half = 512 * 1024;
  await client.appendToStream(aStream(), [sized(half - 4_096), sized(half - 4_096)], none);
  const error = await client.appendToStream(aStream(), [sized(half), sized(half + 1)], none).catch((caught: unknown) => caught);
  expect(typeOf(error)).toBe('maximum-append-size-exceeded');
});

it('goes on counting in a stream that was deleted softly', async () => {
  const stream = aStream();
  await client.appendToStream(stream, [event(), event()], none);
  await client.deleteStream(stream);
  await expect(read(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
  expect(await client.appendToStream(stream, event(), none)).toMatchObject({ nextExpectedRevision: 2n });
  expect((await read(stream)).map(({ revision }) => revision)).toEqual([2n]);
});

it('refuses to read and to write a stream that has a tombstone', async () => {
  const stream = aStream();
  await client.appendToStream(stream, event(), none);
  await client.tombstoneStream(stream);
  await expect(read(stream)).rejects.toMatchObject({ type: 'stream-deleted' });
  await expect(client.appendToStream(stream, event(), none)).rejects.toMatchObject({ type: 'stream-deleted' });
});

it('refuses a name or an id that is none, without saying why', async () => {
  for (const append of [client.appendToStream('', event()), client.appendToStream(aStream(), event({}, 'no uuid'))]) {
    await expect(append).rejects.toMatchObject({ type: 'unknown', message: 'Could not recognize BadRequest' });
  }
});

it('says by an error without a type that nobody listens', async () => {
  const nobody = EventStoreDBClient.connectionString('esdb://127.0.0.1:1?tls=false');
  const error: unknown = await nobody.appendToStream(aStream(), event()).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 14 });
  expect(typeOf(error)).toBeUndefined();
  await expect(all(nobody.readStream(aStream()))).rejects.toMatchObject({ type: 'unavailable' });
});
