import { EventEmitter } from 'node:events';

/** What the server keeps of an event. */
export interface StoredRecord {
  /** Commit and prepare position are one. */
  readonly position: bigint;
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** 100 ns since 1970. */
  readonly created: bigint;
}

export type ProposedRecord = Pick<StoredRecord, 'id' | 'type' | 'json' | 'data' | 'metadata'>;

/** −1: no stream. */
export type Expected = bigint | 'any' | 'stream exists';

export type Outcome =
  | { readonly kind: 'stored'; readonly revision: bigint; readonly position: bigint }
  | { readonly kind: 'wrong version'; readonly actual: bigint }
  | { readonly kind: 'deleted' }
  /** A repeat of what is not indexed yet: the server lets it fall. */
  | { readonly kind: 'dropped' };

interface Stream {
  readonly events: StoredRecord[];
  /** Revisions before it were deleted. */
  keptFrom: bigint;
  state: 'there' | 'soft-deleted' | 'tombstoned';
}

/** Every record takes this much of the log, and its bytes. */
const RECORD_BYTES = 140n;
const TICKS_OF_A_MILLISECOND = 10_000n;

/**
 * The log of one EventStoreDB, or of one cluster, as far as Madoguchi can tell: one order, streams with revisions, and the
 * server's own notion of what is a repeat. It outlives the servers that work on it, as a disk does.
 */
export class StoredLog extends EventEmitter {
  readonly records: StoredRecord[] = [];
  private readonly streams = new Map<string, Stream>();
  /** By event id; what a server keeps in memory to know a repeat without a revision, forgotten at its end. */
  private readonly remembered = new Map<string, StoredRecord>();
  private end = 548n;
  private indexedUpTo = Number.POSITIVE_INFINITY;

  constructor() {
    super();
    this.setMaxListeners(0);
    this.append('$$$scavenges', 'any', [systemEvent('$metadata')]);
  }

  /** What readers can see. */
  get visible(): number {
    return Math.min(this.records.length, this.indexedUpTo);
  }

  append(name: string, expected: Expected, proposed: readonly ProposedRecord[]): Outcome {
    const stream = this.streams.get(name) ?? { events: [], keptFrom: 0n, state: 'there' };
    const last = BigInt(stream.events.length) - 1n;
    if (stream.state === 'tombstoned') return { kind: 'deleted' };
    if (expected === 'stream exists' && (last < 0n || stream.state === 'soft-deleted')) return { kind: 'wrong version', actual: last };

    const repeated = this.repeated(name, stream, expected, last, proposed);
    if (repeated) return repeated;

    if (proposed.length === 0) {
      this.end += RECORD_BYTES;
      return { kind: 'stored', revision: last + 1n, position: this.end };
    }
    const created = BigInt(Date.now()) * TICKS_OF_A_MILLISECOND;
    const records = proposed.map((event, index): StoredRecord => {
      this.end += RECORD_BYTES + BigInt(event.data.length + event.metadata.length);
      return { ...event, position: this.end, stream: name, revision: last + 1n + BigInt(index), created };
    });
    if (stream.state === 'soft-deleted') {
      stream.keptFrom = last + 1n;
      stream.state = 'there';
    }
    this.streams.set(name, stream);
    stream.events.push(...records);
    this.records.push(...records);
    for (const record of records) this.remembered.set(record.id, record);
    this.emit('appended');
    const { revision, position } = records.at(-1)!;
    return { kind: 'stored', revision, position };
  }

  /** A verdict when the append need not, or may not, be stored. */
  private repeated(
    name: string,
    { events, state }: Stream,
    expected: Expected,
    last: bigint,
    proposed: readonly ProposedRecord[],
  ): Outcome | undefined {
    if (typeof expected === 'bigint') {
      if (expected > last) return { kind: 'wrong version', actual: last };
      if (expected === last) return undefined;
      // It compares what stands behind the revision given, and nothing else.
      const behind = events.slice(Number(expected) + 1, Number(expected) + 1 + proposed.length);
      const known = proposed.filter((event, index) => behind[index]?.id === event.id);
      if (known.length === proposed.length && known.length > 0) return this.known(behind.at(-1)!);
      if (known.length === 0 && expected === -1n && state === 'soft-deleted') return undefined;
      return { kind: 'wrong version', actual: last };
    }
    const known = proposed.map((event) => this.remembered.get(event.id)).filter((record) => record?.stream === name);
    if (known.length === 0) return undefined;
    return known.length === proposed.length ? this.known(known.at(-1)!) : { kind: 'wrong version', actual: last };
  }

  private known(record: StoredRecord): Outcome {
    const indexed = this.visible === this.records.length || this.records.indexOf(record) < this.visible;
    return indexed ? { kind: 'stored', revision: record.revision, position: record.position } : { kind: 'dropped' };
  }

  /** The kept and visible events of a stream. */
  stream(name: string): { readonly state: 'there' | 'not found' | 'tombstoned'; readonly events: readonly StoredRecord[] } {
    const stream = this.streams.get(name);
    if (stream?.state === 'tombstoned') return { state: 'tombstoned', events: [] };
    if (!stream || stream.state === 'soft-deleted') return { state: 'not found', events: [] };
    const hidden = new Set(this.records.slice(this.visible));
    const events = stream.events.filter((event) => event.revision >= stream.keptFrom && !hidden.has(event));
    return { state: events.length > 0 ? 'there' : 'not found', events };
  }

  /** Deletes a stream: for good, or so that it goes on counting. */
  delete(name: string, forGood: boolean): void {
    const stream = this.streams.get(name);
    if (!stream) return;
    if (!forGood) this.append(`$$${name}`, 'any', [systemEvent('$metadata')]);
    stream.state = forGood ? 'tombstoned' : 'soft-deleted';
  }

  /** From now on the last records, and what comes behind them, are on the disk and neither acknowledged nor shown. */
  holdIndex(records: number): void {
    this.indexedUpTo = this.records.length - records;
  }

  releaseIndex(): void {
    this.indexedUpTo = Number.POSITIVE_INFINITY;
    this.emit('appended');
  }

  /** The index of a record, by its position. */
  indexAt(position: bigint): number | undefined {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    if (position > this.end) return this.records.length;
    return this.records[low]?.position === position ? low : undefined;
  }

  /** As when the process ends. */
  forgetMemory(): void {
    this.remembered.clear();
    this.releaseIndex();
  }
}

const systemEvent = (type: string): ProposedRecord => ({
  id: crypto.randomUUID(),
  type,
  json: true,
  data: Buffer.from('{}'),
  metadata: Buffer.from(''),
});
