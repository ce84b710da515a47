import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Position } from '@madoguchi/event-sourcing';

/** An event as the server gives it. */
export interface StoredEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly id: string;
  readonly type: string;
  /** Whether data and metadata are JSON as it was written. */
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

const TICKS_OF_A_MILLISECOND = 10_000n;

export const storedEvent = (event: ReadResp.ReadEvent): StoredEvent => {
  const record = event.getEvent()!;
  const system = record.getMetadataMap();
  return {
    stream: Buffer.from(record.getStreamIdentifier()!.getStreamName_asU8()).toString(),
    revision: BigInt(record.getStreamRevision()),
    position: record.getCommitPosition(),
    id: record.getId()!.getString(),
    type: system.get('type')!,
    json: system.get('content-type') === 'application/json',
    data: record.getData_asU8(),
    metadata: record.getCustomMetadata_asU8(),
    createdAt: new Date(Number(BigInt(system.get('created')!) / TICKS_OF_A_MILLISECOND)).toISOString(),
  };
};
