import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ServerWritableStream, status as codes } from '@grpc/grpc-js';
import { once } from 'node:events';
import { caughtUp, checkpoint, confirmation, eventAnswer, invalidArgument, refusal, streamDeleted, streamNotFound } from './answers.js';
import type { StoredLog, StoredRecord } from './stored-log.js';

type Options = streams.ReadReq.Options;
/** Answers go out as bytes: see {@link serialized}. */
export type ReadCall = ServerWritableStream<streams.ReadReq, Buffer>;
type Wanted = (record: StoredRecord) => boolean;

const BACKWARDS = streams.ReadReq.Options.ReadDirection.BACKWARDS;

/** Answers one question, as the server does; a refusal is thrown. */
export const read = async (log: StoredLog, call: ReadCall, ended: AbortSignal): Promise<void> => {
  const options = call.request.getOptions()!;
  if (!options.hasUuidOption()) throw invalidArgument(' `uuidOption` is a required argument');
  if (options.hasSubscription()) {
    if (!options.hasAll()) throw refusal(codes.UNIMPLEMENTED, 'the stand-in has subscriptions to $all only');
    return subscribe(log, call, options, ended);
  }
  const count = Number(options.getCount());
  const answers = options.hasStream() ? streamAnswers(log, options, count) : allRecords(log, options, count).map(serialized);
  for (const answer of answers) await write(call, answer, ended);
};

const streamAnswers = (log: StoredLog, options: Options, count: number): readonly (streams.ReadResp | Buffer)[] => {
  const place = options.getStream()!;
  const name = Buffer.from(place.getStreamIdentifier()!.getStreamName_asU8()).toString();
  const { state, events } = log.stream(name);
  if (state === 'tombstoned') throw streamDeleted(name);
  if (state === 'not found') return [streamNotFound(name)];
  const from = place.hasRevision() ? BigInt(place.getRevision()) : undefined;
  const found =
    options.getReadDirection() === BACKWARDS
      ? events.filter((event) => from === undefined || event.revision <= from).toReversed()
      : events.filter((event) => from === undefined || event.revision >= from);
  return found.slice(0, count).map(serialized);
};

/** Forwards the record at the place given is the first; backwards it is the one before. */
const allRecords = (log: StoredLog, options: Options, count: number): readonly StoredRecord[] => {
  const wanted = filterOf(options);
  const backwards = options.getReadDirection() === BACKWARDS;
  const found: StoredRecord[] = [];
  const step = backwards ? -1 : 1;
  let index = startOf(log, options) - (backwards ? 1 : 0);
  for (; index >= 0 && index < log.visible && found.length < count; index += step) {
    const record = log.records[index]!;
    if (wanted(record)) found.push(record);
  }
  return found;
};

const startOf = (log: StoredLog, options: Options): number => {
  const all = options.getAll()!;
  if (all.hasStart()) return 0;
  if (all.hasEnd()) return log.visible;
  const index = log.indexAt(BigInt(all.getPosition()!.getCommitPosition()));
  if (index !== undefined) return index;
  throw options.hasSubscription()
    ? invalidArgument('Trying to read from an invalid position.')
    : refusal(codes.UNKNOWN, 'Unexpected FilteredReadAllResult: InvalidPosition');
};

/** Behind the place given, then whatever comes. */
const subscribe = async (log: StoredLog, call: ReadCall, options: Options, ended: AbortSignal): Promise<void> => {
  const wanted = filterOf(options);
  const every = options.getFilter() ? options.getFilter()!.getMax() * options.getFilter()!.getCheckpointintervalmultiplier() : Infinity;
  await write(call, confirmation(), ended);
  let next = startOf(log, options);
  if (options.getAll()!.hasPosition() && next < log.records.length) next += 1;
  let considered = 0;
  for (let live = false; !ended.aborted;) {
    for (; next < log.visible && !ended.aborted; next += 1) {
      const record = log.records[next]!;
      if (wanted(record)) await write(call, serialized(record), ended);
      considered += 1;
      if (considered % every === 0) await write(call, checkpoint(record.position), ended);
    }
    if (!live) await write(call, caughtUp(), ended);
    live = true;
    if (next >= log.visible) await once(log, 'appended', { signal: ended }).catch(() => undefined);
  }
};

const filterOf = (options: Options): Wanted => {
  const filter = options.getFilter();
  if (!filter) return () => true;
  if (filter.hasMax() && filter.getMax() === 0) throw invalidArgument('a search window of 0');
  const expression = filter.getStreamIdentifier();
  if (!expression) throw refusal(codes.UNIMPLEMENTED, 'the stand-in filters by the names of streams only');
  if (expression.getRegex()) {
    const regex = new RegExp(expression.getRegex());
    return ({ stream }) => regex.test(stream);
  }
  const prefixes = expression.getPrefixList();
  return ({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix));
};

const write = async (call: ReadCall, answer: streams.ReadResp | Buffer, ended: AbortSignal): Promise<void> => {
  const bytes = Buffer.isBuffer(answer) ? answer : Buffer.from(answer.serializeBinary());
  if (!ended.aborted && !call.write(bytes)) await once(call, 'drain', { signal: ended }).catch(() => undefined);
};

/** Every record is read many times. */
const written = new WeakMap<StoredRecord, Buffer>();
const serialized = (record: StoredRecord): Buffer => {
  const bytes = written.get(record) ?? Buffer.from(eventAnswer(record).serializeBinary());
  written.set(record, bytes);
  return bytes;
};
