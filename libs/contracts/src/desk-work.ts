import type { HandOverReason, OfferExplanation } from '@madoguchi/conversation';
import type { AgentDirectory } from './desk-agents.js';

/** Work in hand, in what `{desk}/api/v1` says: how a conversation came to whom, and where it can go on to. */

export interface WrapUpView {
  readonly agentId: string;
  /** The place is taken until it is finished; `endsAt`: then by itself. */
  readonly open: boolean;
  readonly endsAt: string | null;
  /** Null: none was chosen. */
  readonly code: string | null;
}

/** `GET /conversations/{id}/background`: how it began and what was decided about it, as the log has it. */
export interface ConversationBackground {
  /** How the customer came; null: by writing. */
  readonly origin:
    | { readonly kind: 'chat code'; readonly reference: string }
    | { readonly kind: 'referral'; readonly source: string; readonly title: string | null; readonly reference: string | null }
    | null;
  /** That the customer agreed to receive messages, by the first message of this conversation. */
  readonly consent: {
    readonly at: string;
    readonly wording: string;
    readonly businessName: string;
    readonly language: string;
    readonly reference: string;
  } | null;
  /** Newest last. Null in `summary` and no `fields`: nothing was found out, or it was erased. */
  readonly handOvers: readonly {
    readonly at: string;
    readonly botId: string | null;
    readonly reason: HandOverReason;
    readonly summary: string | null;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  }[];
  /** Oldest first: everybody to whom it was offered, who took it over, and why they. */
  readonly assignments: readonly Assignment[];
}

export interface Assignment {
  /** Of the offer. */
  readonly id: string;
  readonly at: string;
  readonly agentId: string;
  readonly outcome: 'open' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn' | 'taken over';
  /** Null: nobody chose, the agent took it over from a bot. */
  readonly explanation: OfferExplanation | null;
}

/** `GET /transfer-targets`: where a conversation can be given on to, by name. */
export interface TransferTargets {
  readonly queues: readonly {
    readonly id: string;
    readonly name: string;
    /** Conversations that wait in it. */
    readonly waiting: number;
    /** Agents who serve it and take work now. */
    readonly available: number;
  }[];
  readonly agents: AgentDirectory['items'];
}

/** `POST /conversations/{id}/transfer`. `version` as in {@link ReplyRequest}. */
export interface TransferRequest {
  readonly queueId: string;
  readonly agentId?: string;
  readonly note?: string;
  readonly version?: number;
}

/** `POST /conversations/{id}/assign`. */
export interface AssignRequest {
  readonly queueId?: string;
  readonly agentId?: string;
}

/** `POST /conversations/{id}/snooze`. `version` as in {@link ReplyRequest}. */
export interface SnoozeRequest {
  /** Absent: until the customer answers. */
  readonly until?: string;
  readonly version?: number;
}

/** `POST /conversations/{id}/reopen`. */
export interface ReopenRequest {
  readonly why: string;
}

/** `POST /conversations/{id}/wrap-up`. */
export interface WrapUpRequest {
  readonly code: string;
  readonly note?: string;
}
