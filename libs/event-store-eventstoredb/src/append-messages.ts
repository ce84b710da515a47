import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type Position, START } from '@madoguchi/event-sourcing';
import type { Proposal } from './event-form.js';
import { streamIdentifier } from './questions.js';

/** The server takes messages of up to 4 MiB. */
const LARGEST_MESSAGE_BYTES = 2 * 1024 * 1024;

/** Where an event stands. */
export interface Placed {
  readonly revision: bigint;
  readonly position: Position;
}

/** The server's word on one append. */
export type Verdict =
  | { readonly kind: 'appended'; readonly last: Placed }
  /** `actual`: −1 when there is no stream. */
  | { readonly kind: 'conflict'; readonly actual: bigint }
  | { readonly kind: 'too large' }
  | { readonly kind: 'stream deleted' }
  | { readonly kind: 'access refused' }
  /** Something in it can never be stored. */
  | { readonly kind: 'not understood' }
  /** Certainly not stored; another time it may be. */
  | { readonly kind: 'not now'; readonly reason: string }
  /** The server gave up waiting for itself: it may have been stored. */
  | { readonly kind: 'in doubt'; readonly reason: string };

/** One append, as messages that belong together by `id`. A revision of −1: the stream must not exist. */
export function* appendMessages(
  id: string,
  stream: string,
  revision: bigint,
  events: readonly Proposal[],
): Generator<streams.BatchAppendReq> {
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(streamIdentifier(stream));
  // The generated types ask for google.protobuf.Empty, which the client's own commands do not give either: both are nothing.
  if (revision < 0n) options.setNoStream(new shared.Empty() as never);
  else options.setStreamPosition(String(revision));

  const part = () => new streams.BatchAppendReq().setCorrelationId(new shared.UUID().setString(id));
  let message = part().setOptions(options);
  let bytes = 0;
  for (const event of events) {
    const size = event.data.length + event.metadata.length;
    if (bytes > 0 && bytes + size > LARGEST_MESSAGE_BYTES) {
      yield message;
      message = part();
      bytes = 0;
    }
    message.addProposedMessages(proposedMessage(event));
    bytes += size;
  }
  yield message.setIsFinal(true);
}

const proposedMessage = ({ id, type, json, data, metadata }: Proposal): streams.BatchAppendReq.ProposedMessage => {
  const message = new streams.BatchAppendReq.ProposedMessage()
    .setId(new shared.UUID().setString(id))
    .setData(data)
    .setCustomMetadata(metadata);
  message
    .getMetadataMap()
    .set('type', type)
    .set('content-type', json ? 'application/json' : 'application/octet-stream');
  return message;
};

/** @returns the id of the append, and what became of it */
export const readAnswer = (answer: streams.BatchAppendResp): readonly [id: string, verdict: Verdict] => [
  answer.getCorrelationId()!.getString(),
  answer.hasError() ? verdictOf(answer.getError()!) : { kind: 'appended', last: placedOf(answer.getSuccess()!) },
];

const placedOf = (success: streams.BatchAppendResp.Success): Placed => ({
  revision: BigInt(success.getCurrentRevision()),
  position: success.getPosition()?.getCommitPosition() ?? START,
});

/** A server that cannot take appends now says so in these words only, without a type. */
const NOT_NOW = ['Server Is Not Ready', 'Server Is Busy', 'No leader info available in response'];

const verdictOf = (status: Status): Verdict => {
  const details = status.getDetails();
  const type = details?.getTypeName().replace('event_store.client.', '') ?? '';
  switch (type) {
    case 'WrongExpectedVersion': {
      const conflict = details!.unpack(shared.WrongExpectedVersion.deserializeBinary, details!.getTypeName())!;
      return { kind: 'conflict', actual: conflict.hasCurrentStreamRevision() ? BigInt(conflict.getCurrentStreamRevision()) : -1n };
    }
    case 'MaximumAppendSizeExceeded':
    case 'MaximumAppendEventSizeExceeded':
      return { kind: 'too large' };
    case 'StreamDeleted':
      return { kind: 'stream deleted' };
    case 'AccessDenied':
      return { kind: 'access refused' };
    case 'BadRequest':
      return { kind: 'not understood' };
    default:
      return { kind: NOT_NOW.includes(status.getMessage()) ? 'not now' : 'in doubt', reason: status.getMessage() || type };
  }
};
