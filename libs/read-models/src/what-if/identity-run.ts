import type { RecordedEvent } from '@madoguchi/event-sourcing';
import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import { type AgentEvent, CLAIMED, decidedAgain } from '@madoguchi/routing';
import type { RoutingInMemory } from './routing-in-memory.js';

export interface AnotherDecision {
  readonly position: RecordedEvent['position'];
  readonly conversationId: string;
  /** Who got it. */
  readonly agentId: string;
  /** Who would get it now; absent: nobody. */
  readonly again?: string;
  readonly why: string;
}

/** How the recorded decisions come out when they are made again. */
export interface IdentityRun {
  /** Of the router; what agents chose themselves is no decision. */
  readonly decisions: number;
  /** The same agent, from what was in the log at that moment. */
  readonly fromLog: number;
  /** The same agent from what the event tells; the router had not read everything yet that was in the log. */
  readonly fromInputs: number;
  readonly claimed: number;
  readonly differing: number;
  /** Some of them. */
  readonly differences: readonly AnotherDecision[];
  /** Of those that needed their inputs, some, with what the router had not seen. */
  readonly behind: readonly AnotherDecision[];
}

const MOST_NAMED = 1_000;

type Offered = Extract<Recorded<AgentEvent>, { type: 'WorkOffered' }>;

/** Makes every decision again just before it is folded. */
export class DecidingAgain {
  private readonly counts = { decisions: 0, fromLog: 0, fromInputs: 0, claimed: 0, differing: 0 };
  private readonly differences: AnotherDecision[] = [];
  private readonly behind: AnotherDecision[] = [];

  look(routing: RoutingInMemory, event: Offered): void {
    const { conversationId, explanation, expiresAt, queueId } = event.data;
    if (explanation.rule === CLAIMED) {
      this.counts.claimed += 1;
      return;
    }
    this.counts.decisions += 1;
    const agentId = idOf(event.stream);
    const offerSeconds = routing.rows.queues.get(queueId)?.offerSeconds ?? 0;
    const now = new Date(Date.parse(expiresAt) - offerSeconds * 1_000);
    const again = decidedAgain({ agentId, explanation }, routing.situation(routing.rows.conversations.get(conversationId), now), now);
    if (again.by === 'log') {
      this.counts.fromLog += 1;
      return;
    }
    const named = { position: event.position, conversationId, agentId, why: again.why };
    if (again.by === 'inputs') {
      this.counts.fromInputs += 1;
      if (this.behind.length < MOST_NAMED) this.behind.push(named);
    } else {
      this.counts.differing += 1;
      if (this.differences.length < MOST_NAMED) this.differences.push({ ...named, again: again.agentId });
    }
  }

  result(): IdentityRun {
    return { ...this.counts, differences: this.differences, behind: this.behind };
  }
}
