import type { AgentView } from './desk-agents.js';

/** `GET {desk}/api/v1/live-figures`: the state of queues and agents, for a wall board. By name. */
export interface LiveFigures {
  /** ISO 8601: the moment of the figures, and since when it is today. */
  readonly at: string;
  readonly today: string;
  /** What is told over the live connection behind it is not in these figures yet. */
  readonly position: string;
  readonly queues: readonly LiveQueue[];
  readonly agents: readonly LiveAgent[];
}

export interface LiveQueue {
  readonly id: string;
  readonly name: string;
  /** Conversations that lie before nobody. */
  readonly waiting: number;
  /** Conversations that lie before an agent. */
  readonly offered: number;
  /** Of both; ISO 8601. Null: nobody waits. */
  readonly longestWaitSince: string | null;
  readonly inHand: number;
  readonly agents: { readonly serving: number; readonly available: number };
  /** Promised time to the first answer; null: nothing is promised. */
  readonly targetSeconds: number | null;
  readonly today: LiveService;
  /** To the minute. */
  readonly lastHour: LiveService;
  readonly offersToday: LiveOffers;
  /** Closed in the hands of an agent. */
  readonly handledToday: number;
  /** Ended before any agent had answered. */
  readonly goneToday: number;
}

/** Of first answers; seconds of the clock, by the target that held when an agent was asked for. */
export interface LiveService {
  readonly answered: number;
  readonly inTime: number;
  /** Answered or gone too late, and who waits too long now. */
  readonly late: number;
  /** 0 to 1; null: nothing is promised, or nobody came. */
  readonly level: number | null;
}

export interface LiveOffers {
  readonly made: number;
  readonly accepted: number;
  readonly declined: number;
  readonly lapsed: number;
}

export interface LiveAgent extends Pick<AgentView, 'id' | 'name' | 'presence' | 'reason' | 'presenceSince' | 'capacity'> {
  readonly queueIds: readonly string[];
  /** Places that are taken; a conversation can take a part of one. */
  readonly load: number;
  readonly inHand: number;
  /** Open ones. */
  readonly offers: number;
  readonly offersToday: LiveOffers;
  readonly answeredToday: number;
  readonly handledToday: number;
}
