import type { Outcome, RecordedWait } from './recorded-period.js';

/**
 * Whose turn came after somebody's who had begun to wait later: the agent whom it was offered to in the end had been offered that one before,
 * while this one waited already. Priority does it, and so do skills and languages that were waited for.
 *
 * @returns numbers of waits
 */
export const overtakenWaits = (waits: readonly RecordedWait[], outcomes: readonly (Outcome | undefined)[]): ReadonlySet<number> => {
  const byAgent = new Map<string, number[]>();
  outcomes.forEach((outcome, number) => {
    if (!outcome) return;
    const offered = byAgent.get(outcome.agentId);
    if (offered) offered.push(number);
    else byAgent.set(outcome.agentId, [number]);
  });
  const overtaken = new Set<number>();
  for (const offered of byAgent.values()) {
    offered.sort((one, other) => outcomes[one]!.offeredAt - outcomes[other]!.offeredAt);
    let youngest = -Infinity;
    for (const number of offered) {
      const { waitingSince } = waits[number]!;
      if (youngest > waitingSince) overtaken.add(number);
      youngest = Math.max(youngest, waitingSince);
    }
  }
  return overtaken;
};

/** Of those who are taken in both: whose turn comes sooner in the second than in the first, and whose later. */
export const turnsMoved = (
  before: readonly (Outcome | undefined)[],
  after: readonly (Outcome | undefined)[],
): { readonly sooner: number; readonly later: number } => {
  let [sooner, later] = [0, 0];
  before.forEach((one, number) => {
    const other = after[number];
    if (!one || !other) return;
    if (other.offeredAt < one.offeredAt) sooner += 1;
    if (other.offeredAt > one.offeredAt) later += 1;
  });
  return { sooner, later };
};
