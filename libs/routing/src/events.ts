import type { OfferExplanation } from '@madoguchi/conversation';

/** `transfer only` comes with issue 7's policies; until then an agent is here, away or gone. */
export const PRESENCES = ['available', 'away', 'offline'] as const;
export type Presence = (typeof PRESENCES)[number];

export type AgentEvent =
  | {
      readonly type: 'AgentRegistered';
      readonly data: {
        readonly name: string;
        /** Conversations at once, 1-25. */ readonly capacity: number;
        readonly queueIds: readonly string[];
      };
    }
  | {
      readonly type: 'AgentChanged';
      readonly data: { readonly name?: string; readonly capacity?: number; readonly queueIds?: readonly string[] };
    }
  | { readonly type: 'PresenceChanged'; readonly data: { readonly presence: Presence; readonly reason?: string } }
  | {
      readonly type: 'WorkOffered';
      readonly data: {
        readonly offerId: string;
        readonly conversationId: string;
        readonly queueId: string;
        readonly expiresAt: string;
        readonly explanation: OfferExplanation;
      };
    }
  | { readonly type: 'OfferAccepted'; readonly data: { readonly offerId: string; readonly conversationId: string } }
  | { readonly type: 'OfferDeclined'; readonly data: { readonly offerId: string; readonly conversationId: string } }
  | { readonly type: 'OfferLapsed'; readonly data: { readonly offerId: string; readonly conversationId: string } }
  | { readonly type: 'OfferWithdrawn'; readonly data: { readonly offerId: string; readonly conversationId: string; readonly why: string } }
  | { readonly type: 'WorkReleased'; readonly data: { readonly conversationId: string; readonly why: string } };

export type QueueEvent =
  | {
      readonly type: 'QueueCreated';
      readonly data: { readonly name: string; /** How long an agent may think, 5-900. */ readonly offerSeconds: number };
    }
  | { readonly type: 'QueueChanged'; readonly data: { readonly name?: string; readonly offerSeconds?: number } };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const agentPersonalFields = {
  AgentRegistered: ['name'],
  AgentChanged: ['name'],
  PresenceChanged: ['reason'],
  WorkOffered: [],
  OfferAccepted: [],
  OfferDeclined: [],
  OfferLapsed: [],
  OfferWithdrawn: [],
  WorkReleased: [],
} as const satisfies Record<AgentEvent['type'], readonly string[]>;

export const queuePersonalFields = {
  QueueCreated: [],
  QueueChanged: [],
} as const satisfies Record<QueueEvent['type'], readonly string[]>;
