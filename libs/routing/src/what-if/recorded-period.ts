import type { ChannelType } from '@madoguchi/conversation';
import type { Candidate } from '../decide/inputs.js';
import type { QueuePolicy } from '../queue/policy/policy.js';

/** What was recorded in a time, as far as routing goes. All moments are milliseconds since 1970. */
export interface RecordedPeriod {
  readonly from: number;
  readonly to: number;
  /** As they were at the beginning. */
  readonly queues: readonly QueueThen[];
  /** In the order of time. */
  readonly queueChanges: readonly { readonly at: number; readonly queue: QueueThen }[];
  /** As they were at the beginning. */
  readonly agents: readonly AgentThen[];
  /** In the order of time. */
  readonly agentChanges: readonly { readonly at: number; readonly agent: AgentThen }[];
  /** In the order in which they began. */
  readonly waits: readonly RecordedWait[];
  /** What took places without a wait in this time: in hand at the beginning, or taken over from a bot. */
  readonly otherWork: readonly OtherWork[];
}

export interface QueueThen {
  readonly queueId: string;
  readonly policy: QueuePolicy;
  readonly policyVersion: number;
  readonly offerSeconds: number;
}

/** An agent without what routing gives: that is what is asked. */
export type AgentThen = Omit<Candidate, 'taken' | 'takenUrgently' | 'offDuty'> & { readonly workingHoursId: string | null };

/** What a conversation asks for when an agent is wanted. */
export interface Wish {
  readonly queueId: string;
  readonly language?: string;
  readonly skills?: readonly string[];
  /** Named by who asked. */
  readonly preferredAgentId?: string;
}

/** A conversation waits for an agent, once; and what came of it. */
export interface RecordedWait extends Wish {
  readonly conversationId: string;
  readonly channel: ChannelType;
  /** When it joins; of who waited before the period, its beginning. */
  readonly beganAt: number;
  readonly waitingSince: number;
  readonly queuedAt: number;
  readonly hadBefore: readonly string[];
  /** Of the customer's conversation before, where this one was opened by the customer. */
  readonly lastOwner?: { readonly agentId: string; readonly closedAt: number };
  /** Asked for otherwise while it waited: by a supervisor, or because its language was corrected. Overflow is no part of it: it follows. */
  readonly changes: readonly (Partial<Wish> & { readonly at: number })[];
  readonly refusals: readonly { readonly agentId: string; readonly afterMs: number }[];
  readonly outcome?: Outcome;
  /** An agent took it without being asked. */
  readonly claimed?: true;
  /** It was closed, put to sleep or given to a bot before anybody had it. */
  readonly leftAt?: number;
}

/** Who got it, and when. */
export interface Outcome {
  readonly queueId: string;
  readonly agentId: string;
  readonly rule: string;
  readonly ring?: number;
  readonly policyVersion?: number;
  readonly offeredAt: number;
  readonly takenAt: number;
  /** Hundredths of a place. */
  readonly weight: number;
  readonly interruptible: boolean;
  /** The first answer; absent: none in this time. */
  readonly answeredAt?: number;
  /** The place was free again; absent: not in this time. */
  readonly releasedAt?: number;
}

export interface OtherWork {
  readonly agentId: string;
  readonly takenAt: number;
  readonly weight: number;
  readonly interruptible: boolean;
  readonly releasedAt?: number;
}

/** Opening and working hours, by id. Hours that nobody knows are always open and never change. */
export interface HoursThen {
  isOpen(hoursId: string, at: number): boolean;
  /** Undefined: never again. */
  nextChange(hoursId: string, at: number): number | undefined;
}
