import type { ChannelType } from './channel-type.js';

/** What became of one agent in a choice: chosen, behind the one who was, or out, and by which rule. */
export type OfferVerdict =
  | 'chosen'
  | 'not available'
  | 'at capacity'
  | 'not in this queue'
  | 'had it before'
  | 'busier'
  | 'assigned more recently'
  | 'less skilled'
  | 'off duty'
  | 'not in this ring'
  | 'lacks a skill'
  | 'lacks the language'
  | 'kept for another';

/**
 * Why an agent was chosen, complete enough to decide again: kept in the event, shown as "Why me?".
 * Produced by `@madoguchi/routing`.
 */
export interface OfferExplanation {
  readonly rule: string;
  /** How long the customer had waited, in seconds. */
  readonly waitedSeconds: number;
  /** Everybody in a small queue; in a large one the chosen, those who were passed by on the way, and the next. */
  readonly candidates: readonly OfferCandidate[];
  /** How many are not named, by what became of them; `behind`: free or not, they came after the chosen. */
  readonly others?: readonly { readonly verdict: OfferVerdict | 'behind'; readonly count: number }[];
  /** Of the queue's policy; 0: none was set. Absent in what was decided before there were policies. */
  readonly policyVersion?: number;
  /** From 1. */
  readonly ring?: number;
  /** What the conversation asked for at that moment. */
  readonly asked?: OfferDemand;
}

export interface OfferCandidate {
  readonly agentId: string;
  readonly verdict: OfferVerdict;
  /** Places taken, by offers and work in hand. */
  readonly load: number;
  readonly capacity: number;
  /** Of the load, what cannot be interrupted, where that is less. */
  readonly urgentLoad?: number;
  /** ISO 8601; absent: never. */
  readonly lastAssignedAt?: string;
  /** Declined this conversation before, or let it lapse. */
  readonly hadBefore?: true;
  /** Of what was asked for. */
  readonly levels?: Readonly<Record<string, number>>;
  /** Hundredths of a place, where the agent has a weight of their own. */
  readonly weight?: number;
}

export interface OfferDemand {
  /** Where it matters by which one it came. */
  readonly channel?: ChannelType;
  /** Least levels by skill; `language` is that of the customer's. */
  readonly skills: Readonly<Record<string, number>>;
  readonly language?: string;
  /** Only these groups were asked. */
  readonly groups?: readonly string[];
  /** Hundredths of a place. */
  readonly weight: number;
  readonly interruptible?: true;
  readonly order: 'fewest conversations' | 'highest skills';
  /** Had it before, or was named; comes before everybody else when free. */
  readonly preferredAgentId?: string;
  /** Had waited so long that only the queue counted. */
  readonly overdue?: true;
}
