import type { ChannelType } from '@madoguchi/conversation';
import type { AgentProfile, Presence } from '../events.js';
import type { QueuePolicy } from '../queue/policy/policy.js';

export interface WaitingConversation {
  readonly conversationId: string;
  readonly queueId: string;
  readonly channel: ChannelType;
  /** Milliseconds since 1970, as all moments here: since an agent was first asked for. Its turn is found by it. */
  readonly waitingSince: number;
  /** Since it is in this queue. Its ring is found by it. */
  readonly queuedAt: number;
  /** Agents who declined an offer of it or let one lapse. */
  readonly hadBefore: readonly string[];
  /** The customer's, as a tag, where it is known. */
  readonly language?: string;
  /** Asked for beside those of the queue, each at level 1 at least. */
  readonly skills?: readonly string[];
  /** Gets it, when free, before anybody else. */
  readonly preferredAgentId?: string;
  /** The conversation is kept for the preferred agent until then . */
  readonly keptUntil?: number;
}

export interface Candidate extends Partial<Omit<AgentProfile, 'workingHoursId'>> {
  readonly agentId: string;
  readonly presence: Presence;
  readonly queueIds: readonly string[];
  /** Places. */
  readonly capacity: number;
  /** What open offers and work in hand take, in hundredths of a place. */
  readonly taken: number;
  /** Of it, what cannot be interrupted; absent: all of it. */
  readonly takenUrgently?: number;
  /** ISO 8601; absent: never. */
  readonly lastAssignedAt?: string;
  /** The agent's working hours are over, or have not begun. */
  readonly offDuty?: true;
}

/** A queue as it is now. */
export interface QueueNow {
  readonly queueId: string;
  readonly policy: QueuePolicy;
  readonly policyVersion: number;
  /** Outside of its business hours. */
  readonly closed?: true;
}
