import type pg from 'pg';
import type { EncodedAppend } from './encode-append.js';

/** What became of one append of a batch. */
export type Verdict =
  | {
      readonly kind: 'appended';
      /** The version of the stream before. */
      readonly head: number;
      /** The position behind which the append's first event stands. */
      readonly before: bigint;
      readonly recordedAt: string;
    }
  | { readonly kind: 'conflict'; readonly head: number }
  | { readonly kind: 'known' };

type Row = [n: number, verdict: Verdict['kind'], head: number, base: string, recordedMs: string];

/** The statement that records a batch, see `event_log.append`. */
export const appendStatement = (epoch: string, batch: readonly EncodedAppend[]): pg.QueryArrayConfig => {
  const owners: number[] = [];
  const indexes: number[] = [];
  for (const [place, { events }] of batch.entries()) {
    for (let index = 0; index < events.length; index += 1) {
      owners.push(place + 1);
      indexes.push(index);
    }
  }
  const events = batch.flatMap((append) => append.events);
  return {
    name: 'append',
    text: 'select n, verdict, head, base, recorded_ms from event_log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
    values: [
      epoch,
      batch.map(({ stream }) => stream),
      batch.map(({ expected }) => (expected === 'any' ? -1 : expected === 'no stream' ? 0 : expected)),
      roundsOf(batch),
      owners,
      indexes,
      events.map(({ id }) => id),
      events.map(({ type }) => type),
      events.map(({ schemaVersion }) => schemaVersion),
      events.map(({ data }) => data),
      events.map(({ metadata }) => metadata),
      events.map(({ tenantId }) => tenantId),
    ],
    rowMode: 'array',
  };
};

/** The verdicts in the order of the batch. */
export const readVerdicts = (batch: readonly EncodedAppend[], rows: readonly unknown[][]): readonly Verdict[] => {
  const verdicts: Verdict[] = [];
  const starts = startsOf(batch);
  for (const [n, kind, head, base, recordedMs] of rows as Row[]) {
    const before = BigInt(base) + BigInt(starts[n - 1]!);
    verdicts[n - 1] = kind === 'appended' ? { kind, head, before, recordedAt: new Date(Number(recordedMs)).toISOString() } : { kind, head };
  }
  return verdicts;
};

/** 1 for an append that shares neither its stream nor an id with an earlier one; else one more than the latest such round. */
const roundsOf = (batch: readonly EncodedAppend[]): readonly number[] => {
  const latest = new Map<string, number>();
  return batch.map(({ stream, events }) => {
    const touched = [stream, ...events.map(({ id }) => id)];
    const round = 1 + Math.max(...touched.map((name) => latest.get(name) ?? 0));
    for (const name of touched) latest.set(name, round);
    return round;
  });
};

const startsOf = (batch: readonly EncodedAppend[]): readonly number[] => {
  let start = 0;
  return batch.map(({ events }) => (start += events.length) - events.length);
};
