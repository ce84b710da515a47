import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, type ServiceError, status as codes } from '@grpc/grpc-js';
import type { Outcome, ProposedRecord, StoredRecord } from './stored-log.js';

/** A refusal of a whole call, in the server's words; `exception` and what follows stand in the trailers. */
export const refusal = (code: codes, details: string, trailers: Readonly<Record<string, string>> = {}): Partial<ServiceError> => {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details, metadata };
};

export const notReady = () => refusal(codes.UNAVAILABLE, 'Server Is Not Ready');

export const notLeader = (leader: { readonly host: string; readonly port: number } | undefined) =>
  leader
    ? refusal(codes.NOT_FOUND, 'Leader info available', {
        exception: 'not-leader',
        'leader-endpoint-host': leader.host,
        'leader-endpoint-port': String(leader.port),
      })
    : refusal(codes.UNKNOWN, 'No leader info available in response');

export const accessDenied = () => refusal(codes.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const streamDeleted = (stream: string) =>
  refusal(codes.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream });

export const invalidArgument = (details: string) => refusal(codes.INVALID_ARGUMENT, details);

export const eventAnswer = ({ position, stream, revision, id, type, json, data, metadata, created }: StoredRecord): streams.ReadResp => {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(id))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setStreamRevision(String(revision))
    .setPreparePosition(String(position))
    .setCommitPosition(String(position))
    .setData(data)
    .setCustomMetadata(metadata);
  event
    .getMetadataMap()
    .set('type', type)
    .set('content-type', json ? 'application/json' : 'application/octet-stream')
    .set('created', String(created));
  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(event).setCommitPosition(String(position)));
};

export const streamNotFound = (stream: string): streams.ReadResp =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream))),
  );

export const confirmation = (): streams.ReadResp =>
  new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID()));

export const checkpoint = (position: bigint): streams.ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position)),
  );

export const caughtUp = (): streams.ReadResp => new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

export const proposedRecord = (message: streams.BatchAppendReq.ProposedMessage): ProposedRecord => {
  const id = message.getId()!.getString();
  const type = message.getMetadataMap().get('type');
  const contentType = message.getMetadataMap().get('content-type');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new Error('no uuid');
  if (!type || !contentType) throw new Error('a type and a content type are needed');
  return {
    id,
    type,
    json: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
};

/** The words that the server has for one append among others. */
export type AppendFailure =
  'Timeout' | 'AccessDenied' | 'BadRequest' | 'MaximumAppendSizeExceeded' | 'Server Is Not Ready' | 'No leader info available in response';

export const appendAnswer = (
  id: shared.UUID,
  stream: string,
  outcome: Exclude<Outcome, { kind: 'dropped' }> | AppendFailure,
): streams.BatchAppendResp => {
  const answer = new streams.BatchAppendResp()
    .setCorrelationId(id)
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)));
  if (typeof outcome === 'string') {
    const untyped = outcome.includes(' ');
    return answer.setError(failure(outcome, untyped ? 'google.protobuf.Empty' : `event_store.client.${outcome}`, new Uint8Array()));
  }
  switch (outcome.kind) {
    case 'stored': {
      const position = new shared.AllStreamPosition()
        .setCommitPosition(String(outcome.position))
        .setPreparePosition(String(outcome.position));
      return answer.setSuccess(new streams.BatchAppendResp.Success().setCurrentRevision(String(outcome.revision)).setPosition(position));
    }
    case 'wrong version': {
      const details = new shared.WrongExpectedVersion();
      if (outcome.actual >= 0n) details.setCurrentStreamRevision(String(outcome.actual));
      return answer.setError(failure('WrongExpectedVersion', 'event_store.client.WrongExpectedVersion', details.serializeBinary()));
    }
    case 'deleted':
      return answer.setError(failure('StreamDeleted', 'event_store.client.StreamDeleted', new Uint8Array()));
  }
};

const failure = (message: string, type: string, details: Uint8Array): status.Status => {
  // Field 3, empty: the generated code of google.protobuf.Any is the client's own dependency.
  const answer = status.Status.deserializeBinary(Uint8Array.of(0x1a, 0)).setMessage(message);
  answer.getDetails()!.pack(details, type);
  return answer;
};
