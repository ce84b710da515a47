import type { Demand } from './demand.js';
import { type Unfit, whyUnfit } from './fits.js';
import type { Candidate } from './inputs.js';

/** What is known of an agent: nothing yet, that the demand fits, or after that why not. */
const [UNKNOWN, FITS, UNFIT] = [0, 1, 2];
const VERDICTS: readonly Unfit[] = ['not available', 'off duty', 'not in this ring', 'lacks the language', 'lacks a skill'];

/** Whom a demand fits: found out once for each agent, however many queues and rings ask the same. */
export class Fitness {
  private readonly known: Uint8Array;

  constructor(
    private readonly demand: Demand,
    private readonly facts: readonly Candidate[],
  ) {
    this.known = new Uint8Array(facts.length);
  }

  fits(agent: number): boolean {
    return this.lookAt(agent) === FITS;
  }

  whyUnfit(agent: number): Unfit | undefined {
    return VERDICTS[this.lookAt(agent) - UNFIT];
  }

  private lookAt(agent: number): number {
    const known = this.known[agent]!;
    if (known !== UNKNOWN) return known;
    const unfit = whyUnfit(this.facts[agent]!, this.demand);
    return (this.known[agent] = unfit === undefined ? FITS : UNFIT + VERDICTS.indexOf(unfit));
  }
}
