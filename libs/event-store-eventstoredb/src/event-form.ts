import type { Metadata, RecordedEvent, StreamName } from '@madoguchi/event-sourcing';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CheckedEvent } from './check-append.js';
import type { StoredEvent } from './stored-event.js';

/** An event in the form in which it goes to the server. */
export interface Proposal {
  readonly id: string;
  readonly type: string;
  /** Whether data and metadata are JSON as it is; else it is deflated. */
  readonly json: boolean;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/**
 * The metadata of an event on the server. Its projections know the correlation and the cause under these names.
 *
 * `version` is the one of the port. The server's revision differs from it where void events or deleted ones stand before.
 */
interface StoredMetadata extends Omit<Metadata, 'correlationId' | 'causationId'> {
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly schemaVersion: number;
  readonly version: number;
  /** How many fences its writer knew, see fences.ts. */
  readonly epoch: number;
}

/** An event of the log, and what its writer knew. */
export interface LogEvent {
  readonly recorded: RecordedEvent;
  readonly revision: bigint;
  readonly epoch: number;
}

/** @param behind the version of the stream before */
export const proposalsOf = (events: readonly CheckedEvent[], behind: number, epoch: number, deflated: boolean): readonly Proposal[] =>
  events.map(({ id, type, schemaVersion, data, metadata: { correlationId, causationId, ...metadata } }, index) => {
    const stored: StoredMetadata = {
      ...metadata,
      $correlationId: correlationId,
      $causationId: causationId,
      schemaVersion,
      version: behind + index + 1,
      epoch,
    };
    const [dataBytes, metadataBytes] = [Buffer.from(data), Buffer.from(JSON.stringify(stored))];
    return deflated
      ? { id, type, json: false, data: deflateRawSync(dataBytes), metadata: deflateRawSync(metadataBytes) }
      : { id, type, json: true, data: dataBytes, metadata: metadataBytes };
  });

/** Reads back what {@link proposalsOf} wrote; nothing when somebody else wrote it. */
export const logEventOf = (event: StoredEvent, stream: StreamName): LogEvent | undefined => {
  try {
    const { $correlationId, $causationId, schemaVersion, version, epoch, ...metadata } = parse(
      event.metadata,
      event.json,
    ) as StoredMetadata;
    if (!Number.isInteger(version) || !Number.isInteger(epoch)) return undefined;
    return {
      recorded: {
        id: event.id,
        type: event.type,
        schemaVersion,
        data: parse(event.data, event.json),
        metadata: { ...metadata, correlationId: $correlationId, causationId: $causationId },
        stream,
        version,
        position: event.position,
        recordedAt: event.createdAt,
      },
      revision: event.revision,
      epoch,
    };
  } catch {
    return undefined;
  }
};

const parse = (bytes: Uint8Array, json: boolean): object => JSON.parse(String(json ? Buffer.from(bytes) : inflateRawSync(bytes))) as object;
