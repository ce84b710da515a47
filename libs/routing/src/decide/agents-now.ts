import { LANGUAGE } from '../levels.js';
import { WHOLE_PLACE } from '../weights.js';
import type { Demand } from './demand.js';
import { Fitness } from './fitness.js';
import type { Load } from './fits.js';
import { inOrder } from './in-order.js';
import type { Candidate } from './inputs.js';
import { LoadLog } from './load-log.js';

/**
 * Everybody who is there, and what they have in hand: every offer changes what the next one rests on, and nothing else does. Among the decisions
 * of one moment an agent is a number, in the order in which those come who have the same load: whose last assignment is longest ago, then by
 * id. Loads are columns by that number, because they are looked at for every agent of a lane at every decision.
 */
export class AgentsNow {
  readonly facts: readonly Candidate[];
  /** Hundredths of a place. */
  readonly taken: number[];
  readonly takenUrgently: number[];
  readonly capacity: readonly number[];
  /** Where each stood among those who were given. */
  private readonly places: Uint32Array;
  private readonly log: LoadLog;
  private readonly fitnesses = new Map<string, Fitness>();
  private numbers?: ReadonlyMap<string, number>;

  constructor(candidates: Iterable<Candidate>) {
    const given = [...candidates];
    this.places = inOrder(given.map(lastAssignedOf), (place) => given[place]!.agentId);
    this.facts = given.map((_, number) => given[this.places[number]!]!);
    this.taken = this.facts.map(({ taken }) => taken);
    this.takenUrgently = this.facts.map(({ taken, takenUrgently }) => takenUrgently ?? taken);
    this.capacity = this.facts.map(({ capacity }) => capacity * WHOLE_PLACE);
    this.log = new LoadLog(given.length);
  }

  numberOf(agentId: string): number | undefined {
    this.numbers ??= new Map(this.facts.map((facts, number) => [facts.agentId, number]));
    return this.numbers.get(agentId);
  }

  /** In the order in which they were given. */
  asGiven(agents: readonly number[]): readonly number[] {
    return [...agents].sort((one, other) => this.places[one]! - this.places[other]!);
  }

  /** Who serves each queue. */
  byQueue(): ReadonlyMap<string, readonly number[]> {
    const byQueue = new Map<string, number[]>();
    this.facts.forEach(({ queueIds }, agent) => {
      for (const queueId of queueIds) {
        const agents = byQueue.get(queueId);
        if (agents) agents.push(agent);
        else byQueue.set(queueId, [agent]);
      }
    });
    return byQueue;
  }

  fitnessFor(demand: Demand): Fitness {
    const { needs, needed, language, groups } = demand;
    const key = JSON.stringify([needs, needed.includes(LANGUAGE) ? language : '', groups]);
    const known = this.fitnesses.get(key);
    if (known) return known;
    const fitness = new Fitness(demand, this.facts);
    this.fitnesses.set(key, fitness);
    return fitness;
  }

  hasRoom(agent: number, weight: number, interruptible: boolean): boolean {
    return (interruptible ? this.taken : this.takenUrgently)[agent]! + weight <= this.capacity[agent]!;
  }

  /** @returns the number of the decision */
  take(agent: number, weight: number, interruptible: boolean): number {
    const decision = this.log.write(agent, this.taken[agent]!, this.takenUrgently[agent]!);
    this.taken[agent]! += weight;
    if (!interruptible) this.takenUrgently[agent]! += weight;
    return decision;
  }

  /** What a decision rested on, however many came after it. */
  loadAt(agent: number, decision: number): Load {
    return this.log.before(agent, decision) ?? { taken: this.taken[agent]!, takenUrgently: this.takenUrgently[agent]! };
  }
}

/** Milliseconds; 0: never assigned anything. */
const lastAssignedOf = ({ lastAssignedAt }: Candidate): number => (lastAssignedAt === undefined ? 0 : Date.parse(lastAssignedAt));
