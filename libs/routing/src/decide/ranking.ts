import type { AgentNow, AgentsNow } from './agent-now.js';

/** Agents whom a lane fits, in the order in which they would be chosen: fewest conversations, then by number. */
export interface Ranking {
  /** The first who is free and did not have it before; else the first who did; undefined: nobody is free. */
  first(hadBefore: readonly string[]): Pick | undefined;
  /** Some of those who come soon, so many if there are. */
  some(most: number): readonly AgentNow[];
}

export interface Pick {
  readonly agent: AgentNow;
  /** Nobody is free who did not have it before. */
  readonly lastResort: boolean;
}

/** What is to be ranked. */
export interface Ranked {
  readonly everybody: AgentsNow;
  /** By number. */
  readonly agents: readonly AgentNow[];
  /** Hundredths of a place that it takes of each, in the same order. */
  readonly weights: readonly number[];
  /** Higher comes first, before everything else; in the same order. Absent: skills do not matter. */
  readonly scores?: readonly number[];
  readonly interruptible: boolean;
}
