import { WHOLE_PLACE } from '../weights.js';
import type { Load } from './fits.js';
import type { Candidate } from './inputs.js';

/** The load of an agent until one of the decisions. */
interface LoadBefore extends Load {
  /** Its number. */
  readonly decision: number;
}

/** An agent among the decisions of one moment. */
export interface AgentNow {
  readonly agentId: string;
  readonly facts: Candidate;
  /** In the order in which agents come who have the same load: whose last assignment is longest ago, then by id. */
  readonly number: number;
}

/**
 * What everybody has in hand: every offer changes what the next one rests on, and nothing else does. Kept by the agents' numbers, because it is
 * looked at for every agent of a lane at every decision, and objects would be all over the memory.
 */
export class AgentsNow {
  /** In the order in which they were given. */
  readonly all: readonly AgentNow[];
  /** Hundredths of a place. */
  readonly taken: Int32Array;
  readonly takenUrgently: Int32Array;
  readonly capacity: Int32Array;
  private readonly before: (LoadBefore[] | undefined)[];

  constructor(candidates: Iterable<Candidate>) {
    const given = [...candidates].map((facts) => ({ facts, lastAssigned: lastAssignedOf(facts), number: 0 }));
    const ordered = [...given].sort(byAssignment);
    ordered.forEach((agent, number) => (agent.number = number));
    this.all = given.map(({ facts, number }) => ({ agentId: facts.agentId, facts, number }));
    this.taken = Int32Array.from(ordered, ({ facts }) => facts.taken);
    this.takenUrgently = Int32Array.from(ordered, ({ facts }) => facts.takenUrgently ?? facts.taken);
    this.capacity = Int32Array.from(ordered, ({ facts }) => facts.capacity * WHOLE_PLACE);
    this.before = new Array<LoadBefore[] | undefined>(ordered.length);
  }

  take({ number }: AgentNow, decision: number, weight: number, interruptible: boolean): void {
    const [taken, takenUrgently] = [this.taken[number]!, this.takenUrgently[number]!];
    (this.before[number] ??= []).push({ decision, taken, takenUrgently });
    this.taken[number] = taken + weight;
    if (!interruptible) this.takenUrgently[number] = takenUrgently + weight;
  }

  /** What a decision rested on, however many came after it. */
  loadAt({ number }: AgentNow, decision: number): Load {
    let load: Load = { taken: this.taken[number]!, takenUrgently: this.takenUrgently[number]! };
    const before = this.before[number] ?? [];
    for (let at = before.length - 1; at >= 0 && before[at]!.decision >= decision; at -= 1) load = before[at]!;
    return load;
  }

  hasRoom({ number }: AgentNow, weight: number, interruptible: boolean): boolean {
    return (interruptible ? this.taken : this.takenUrgently)[number]! + weight <= this.capacity[number]!;
  }
}

/** Milliseconds; 0: never assigned anything. */
const lastAssignedOf = ({ lastAssignedAt }: Candidate): number => (lastAssignedAt === undefined ? 0 : Date.parse(lastAssignedAt));

interface Ordered {
  readonly facts: Candidate;
  readonly lastAssigned: number;
}

const byAssignment = (one: Ordered, other: Ordered): number => {
  if (one.lastAssigned !== other.lastAssigned) return one.lastAssigned - other.lastAssigned;
  return one.facts.agentId < other.facts.agentId ? -1 : 1;
};
