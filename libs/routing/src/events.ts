import type { OfferExplanation } from '@madoguchi/conversation';
import type { Levels } from './levels.js';
import type { QueuePolicy } from './queue/policy/policy.js';
import type { ChannelWeights } from './weights.js';

/** `busy`: at work, but nothing new is offered. */
export const PRESENCES = ['available', 'busy', 'away', 'offline'] as const;
export type Presence = (typeof PRESENCES)[number];

export type AgentEvent =
  | {
      readonly type: 'AgentRegistered';
      readonly data: {
        readonly name: string;
        /** Conversations at once, 1-25. */ readonly capacity: number;
        readonly queueIds: readonly string[];
      } & Partial<AgentProfile>;
    }
  | {
      readonly type: 'AgentChanged';
      readonly data: { readonly name?: string; readonly capacity?: number; readonly queueIds?: readonly string[] } & Partial<AgentProfile>;
    }
  /** Nothing is offered to the agent any more; the log-in has ended. */
  | { readonly type: 'AgentArchived'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'AgentRestored'; readonly data: Readonly<Record<string, never>> }
  | {
      readonly type: 'PresenceChanged';
      readonly data: {
        readonly presence: Presence;
        /** The agent's own word, or ours: `not responding`, `connection lost`. */
        readonly reason?: string;
        /** What becomes of the conversations of an agent who goes; absent: they stay. */
        readonly workInHand?: 'return';
      };
    }
  | {
      readonly type: 'WorkOffered';
      readonly data: {
        readonly offerId: string;
        readonly conversationId: string;
        readonly queueId: string;
        readonly expiresAt: string;
        readonly explanation: OfferExplanation;
        /** What it takes of the capacity, in hundredths of a place; absent: a whole one. */
        readonly weight?: number;
        /** Does not keep the agent from taking work that cannot wait. */
        readonly interruptible?: true;
      };
    }
  | { readonly type: 'OfferAccepted'; readonly data: { readonly offerId: string; readonly conversationId: string } }
  | { readonly type: 'OfferDeclined'; readonly data: { readonly offerId: string; readonly conversationId: string } }
  | { readonly type: 'OfferLapsed'; readonly data: { readonly offerId: string; readonly conversationId: string } }
  | { readonly type: 'OfferWithdrawn'; readonly data: { readonly offerId: string; readonly conversationId: string; readonly why: string } }
  /** The conversation is closed; the place is kept while the agent notes what it was about. Without an end: until a code is chosen. */
  | {
      readonly type: 'WrapUpStarted';
      readonly data: { readonly conversationId: string; readonly queueId: string; readonly endsAt?: string };
    }
  | { readonly type: 'WrapUpFinished'; readonly data: { readonly conversationId: string; readonly code?: string } }
  | { readonly type: 'WorkReleased'; readonly data: { readonly conversationId: string; readonly why: string } };

export type QueueEvent =
  | {
      readonly type: 'QueueCreated';
      readonly data: { readonly name: string; /** How long an agent may think, 5-900. */ readonly offerSeconds: number };
    }
  | { readonly type: 'QueueChanged'; readonly data: { readonly name?: string; readonly offerSeconds?: number } }
  /** The whole of it, so that every version stays readable; `version` counts from 1. */
  | { readonly type: 'QueuePolicySet'; readonly data: { readonly version: number; readonly policy: QueuePolicy } }
  /** Nothing is bound to it any more. */
  | { readonly type: 'QueueArchived'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'QueueRestored'; readonly data: Readonly<Record<string, never>> };

/** What an agent can do, and when. */
export interface AgentProfile {
  /** By the key of the skill. */
  readonly skills: Levels;
  /** By language tag. */
  readonly languages: Levels;
  readonly groups: readonly string[];
  /** Instead of what the queue says. */
  readonly weights: ChannelWeights;
  /** Outside of these business hours nothing is offered; null: at any time. */
  readonly workingHoursId: string | null;
}

/** Which fields are about a person; see `personalFields` of the conversation. */
export const agentPersonalFields = {
  AgentRegistered: ['name'],
  AgentChanged: ['name'],
  AgentArchived: [],
  AgentRestored: [],
  PresenceChanged: ['reason'],
  WorkOffered: [],
  OfferAccepted: [],
  OfferDeclined: [],
  OfferLapsed: [],
  OfferWithdrawn: [],
  WrapUpStarted: [],
  WrapUpFinished: [],
  WorkReleased: [],
} as const satisfies Record<AgentEvent['type'], readonly string[]>;

export const queuePersonalFields = {
  QueueCreated: [],
  QueueChanged: [],
  QueuePolicySet: [],
  QueueArchived: [],
  QueueRestored: [],
} as const satisfies Record<QueueEvent['type'], readonly string[]>;
