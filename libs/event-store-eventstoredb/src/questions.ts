import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type Position, START } from '@madoguchi/event-sourcing';
import type { StreamFilter } from './stream-names.js';

const { Options } = streams.ReadReq;
type Options = InstanceType<typeof Options>;

export type Direction = 'forwards' | 'backwards';

export interface StreamQuestion {
  readonly stream: string;
  /** The first revision wanted; absent: from the beginning, or from the end backwards. */
  readonly from?: bigint;
  readonly count: number;
  readonly direction?: Direction;
}

/** The events of one stream; the revision given is one of them. */
export const streamQuestion = ({ stream, from, count, direction = 'forwards' }: StreamQuestion): streams.ReadReq => {
  const place = new Options.StreamOptions().setStreamIdentifier(streamIdentifier(stream));
  if (from !== undefined) place.setRevision(String(from));
  else if (direction === 'forwards') place.setStart(new shared.Empty());
  else place.setEnd(new shared.Empty());
  return asked(counted(count, direction).setStream(place).setNoFilter(new shared.Empty()));
};

export interface LogQuestion {
  /** The place where to begin; absent: at the end. */
  readonly from?: Position;
  readonly filter: StreamFilter;
  readonly count: number;
  readonly direction?: Direction;
}

/** The events of `$all`; the one that stands at the place given, if any, is one of them. */
export const logQuestion = ({ from, filter, count, direction = 'forwards' }: LogQuestion): streams.ReadReq =>
  asked(counted(count, direction).setAll(placeInAll(from)).setFilter(filterOptions(filter)));

/** The events of `$all` behind a place, and then whatever comes. The one that stands there is not among them. */
export const followQuestion = (after: Position, filter: StreamFilter): streams.ReadReq =>
  asked(new Options().setAll(placeInAll(after)).setFilter(filterOptions(filter)).setSubscription(new Options.SubscriptionOptions()));

export const streamIdentifier = (stream: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream));

const counted = (count: number, direction: Direction): Options =>
  new Options()
    .setCount(String(count))
    .setReadDirection(direction === 'forwards' ? Options.ReadDirection.FORWARDS : Options.ReadDirection.BACKWARDS);

const asked = (options: Options): streams.ReadReq =>
  new streams.ReadReq().setOptions(options.setUuidOption(new Options.UUIDOption().setString(new shared.Empty())));

const placeInAll = (place: Position | undefined): InstanceType<typeof Options.AllOptions> => {
  const all = new Options.AllOptions();
  if (place === undefined) return all.setEnd(new shared.Empty());
  if (place === START) return all.setStart(new shared.Empty());
  return all.setPosition(new Options.Position().setCommitPosition(place).setPreparePosition(place));
};

const filterOptions = (filter: StreamFilter): InstanceType<typeof Options.FilterOptions> => {
  const expression = new Options.FilterOptions.Expression();
  if ('regex' in filter) expression.setRegex(filter.regex);
  else expression.setPrefixList([...filter.prefixes]);
  return new Options.FilterOptions()
    .setStreamIdentifier(expression)
    .setMax(SEARCH_WINDOW)
    .setCheckpointintervalmultiplier(CHECKPOINT_EVERY);
};

/** How many events the server looks at before it answers with those that it found. */
const SEARCH_WINDOW = 1_000;
/** In windows: how often a subscription that finds nothing hears how far it has come. */
const CHECKPOINT_EVERY = 1;
