import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { appendAnswer, type AppendFailure, proposedRecord } from './answers.js';
import type { Expected, ProposedRecord, StoredLog } from './stored-log.js';

export type AppendCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

export interface ArrivedAppend {
  readonly stream: string;
  readonly events: readonly ProposedRecord[];
}

/** What a test may do to appends. Whatever it waits for, the append waits for. */
export interface AppendFaults {
  /** It has arrived, and is not stored. An answer given here is the server's, and nothing is stored. */
  arrived?: (append: ArrivedAppend) => Promise<AppendFailure | void> | AppendFailure | void;
  /** It is stored, and not acknowledged. */
  stored?: (append: ArrivedAppend) => Promise<void> | void;
}

export interface AppendRules {
  readonly log: StoredLog;
  readonly faults: AppendFaults;
  readonly maxAppendBytes: number;
  /** Whether the bytes of metadata and type count too: they do since KurrentDB 25. */
  readonly countsMetadata: boolean;
  readonly writeTimeoutMs: number;
  /** Throws when this node takes no appends. */
  readonly check: () => AppendFailure | undefined;
  readonly ended: AbortSignal;
}

interface Pending {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: ProposedRecord[];
  bytes: number;
}

/** Takes appends one after the other, and answers each when it is indexed. A refusal of the whole call is thrown. */
export const takeAppends = async (call: AppendCall, rules: AppendRules): Promise<void> => {
  const { log, faults, ended } = rules;
  const pending = new Map<string, Pending>();

  // A call that is refused must still be able to say so: leaving the loop may not destroy it.
  for await (const message of call.iterator({ destroyOnReturn: false }) as AsyncIterable<BatchAppendReq>) {
    if (ended.aborted) return;
    const uuid = message.getCorrelationId()!;
    const id = uuid.getString();
    const options = message.getOptions();
    if (options) {
      const stream = Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
      pending.set(id, { stream, expected: expectedOf(options), events: [], bytes: 0 });
    }
    const append = pending.get(id);
    if (!append) continue;
    const answer = (outcome: Parameters<typeof appendAnswer>[2]) => {
      pending.delete(id);
      if (!ended.aborted) call.write(appendAnswer(uuid, append.stream, outcome));
    };

    try {
      if (append.stream === '') throw new Error('a name is needed');
      append.events.push(...message.getProposedMessagesList().map(proposedRecord));
    } catch {
      answer('BadRequest');
      continue;
    }
    append.bytes = append.events.reduce(
      (sum, event) => sum + event.data.length + (rules.countsMetadata ? event.metadata.length + event.type.length * 2 : 0),
      0,
    );
    if (append.bytes > rules.maxAppendBytes) {
      answer('MaximumAppendSizeExceeded');
      continue;
    }
    if (!message.getIsFinal()) continue;

    const refused = rules.check() ?? (await faults.arrived?.(append));
    if (ended.aborted) return;
    if (refused) {
      answer(refused);
      continue;
    }
    const outcome = log.append(append.stream, append.expected, append.events);
    if (outcome.kind === 'stored') await faults.stored?.(append);
    void settle(log, outcome.kind, rules).then((timely) => {
      if (outcome.kind !== 'dropped') answer(timely ? outcome : 'Timeout');
      else answer('Timeout');
    });
  }
};

/** Until what was stored is indexed; false when that takes longer than the server waits for itself. */
const settle = async (log: StoredLog, kind: string, { writeTimeoutMs, ended }: AppendRules): Promise<boolean> => {
  if (kind === 'dropped') {
    await sleep(writeTimeoutMs, undefined, { signal: ended, ref: false }).catch(() => undefined);
    return false;
  }
  const timeout = AbortSignal.any([ended, AbortSignal.timeout(writeTimeoutMs)]);
  while (log.visible < log.records.length && !timeout.aborted) await once(log, 'appended', { signal: timeout }).catch(() => undefined);
  return !timeout.aborted;
};

const expectedOf = (options: BatchAppendReq.Options): Expected => {
  if (options.hasNoStream()) return -1n;
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream exists';
  return BigInt(options.getStreamPosition());
};
