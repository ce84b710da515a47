import type { Candidate } from '../decide/inputs.js';
import { WHOLE_PLACE } from '../weights.js';
import type { AgentThen } from './recorded-period.js';

/** An agent whose load is played. */
export type SimulatedAgent = { -readonly [Field in keyof Candidate]: Candidate[Field] } & {
  takenUrgently: number;
  workingHoursId: string | null;
};

export class SimulatedAgents {
  private readonly agents = new Map<string, SimulatedAgent>();
  private readonly byQueue = new Map<string, SimulatedAgent[]>();

  get(agentId: string): SimulatedAgent | undefined {
    return this.agents.get(agentId);
  }

  /** Everybody who serves the queue. */
  of(queueId: string): readonly SimulatedAgent[] {
    return this.byQueue.get(queueId) ?? [];
  }

  /** New, or changed; what is in hand stays. */
  set(facts: AgentThen, onDuty: boolean): SimulatedAgent {
    const { lastAssignedAt, ...others } = facts;
    const known = this.agents.get(facts.agentId);
    const agent: SimulatedAgent = known ?? { ...others, lastAssignedAt, taken: 0, takenUrgently: 0 };
    if (known) {
      for (const queueId of known.queueIds)
        this.byQueue.set(
          queueId,
          this.of(queueId).filter((one) => one !== known),
        );
      Object.assign(known, others);
    }
    for (const queueId of new Set(agent.queueIds)) this.byQueue.set(queueId, [...this.of(queueId), agent]);
    setDuty(agent, onDuty);
    this.agents.set(agent.agentId, agent);
    return agent;
  }

  /** Who can be given anything at all: of the others only an explanation tells, and nobody reads one. */
  free(agents: readonly SimulatedAgent[]): readonly SimulatedAgent[] {
    return agents.filter(
      ({ presence, offDuty, takenUrgently, capacity }) => presence === 'available' && !offDuty && takenUrgently < capacity * WHOLE_PLACE,
    );
  }

  hasRoom({ taken, takenUrgently, capacity }: SimulatedAgent, weight: number, interruptible: boolean): boolean {
    return (interruptible ? taken : takenUrgently) + weight <= capacity * WHOLE_PLACE;
  }

  take(agent: SimulatedAgent, weight: number, interruptible: boolean): void {
    agent.taken += weight;
    if (!interruptible) agent.takenUrgently += weight;
  }

  release(agent: SimulatedAgent, weight: number, interruptible: boolean): void {
    this.take(agent, -weight, interruptible);
  }

  /** @returns whom it concerns */
  setDuty(hoursId: string, onDuty: boolean): readonly SimulatedAgent[] {
    const concerned = [...this.agents.values()].filter(({ workingHoursId }) => workingHoursId === hoursId);
    for (const agent of concerned) setDuty(agent, onDuty);
    return concerned;
  }
}

const setDuty = (agent: SimulatedAgent, onDuty: boolean): void => {
  if (onDuty) delete agent.offDuty;
  else agent.offDuty = true;
};
