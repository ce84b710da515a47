import type { AgentsNow } from './agents-now.js';

export const NOBODY = -1;

/** Agents whom a lane fits, in the order in which they would be chosen: fewest conversations, then by number. */
export interface Ranking {
  /** The first who is free and did not have it before; else the first who did; else `NOBODY`. */
  first(hadBefore: readonly string[]): number;
  /** Some of those who come soon, so many if there are. */
  some(most: number): readonly number[];
}

/** What decides when an agent comes. */
export interface Rank {
  readonly agent: number;
  readonly score: number;
  /** Hundredths of a place. */
  readonly taken: number;
}

export const isBefore = (one: Rank, other: Rank): boolean => {
  if (one.score !== other.score) return one.score > other.score;
  return one.taken !== other.taken ? one.taken < other.taken : one.agent < other.agent;
};

/** What is to be ranked. */
export interface Ranked {
  readonly everybody: AgentsNow;
  /** In the order of their numbers. */
  readonly agents: readonly number[];
  /** Hundredths of a place that it takes of anybody. */
  readonly weight: number;
  /** What it takes of each instead, in the same order. */
  readonly weights?: readonly number[];
  /** Higher comes first, before everything else; in the same order. Absent: skills do not matter. */
  readonly scores?: readonly number[];
  readonly interruptible: boolean;
}
