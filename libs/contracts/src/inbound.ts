import type { ChannelType, MessageContent, Receipt, ReplyHandle } from '@madoguchi/conversation';

/**
 * One thing that a platform told us, translated, on its way to the log. `dedupKey` is the platform's own id of the
 * delivery item: the same item delivered again bears the same key, for ever.
 */
export type InboundItem =
  | {
      readonly kind: 'message';
      readonly dedupKey: string;
      readonly conversationKey: string;
      readonly customer: InboundCustomer;
      readonly providerMessageId: string;
      readonly content: MessageContent;
      /** The platform's time, ISO 8601. */
      readonly sentAt: string;
      /** Compares as text: the platform's own order inside the conversation. */
      readonly orderKey: string;
      readonly sender?: { readonly id: string; readonly name?: string };
      readonly replyTo?: { readonly providerMessageId: string };
      readonly replyHandle?: ReplyHandle;
      readonly quoteToken?: string;
      readonly readToken?: string;
      /** It was told to us, and another app of the platform's is to answer it. */
      readonly standby?: true;
    }
  /** Said to the customer in our name by another app of the platform's, or by somebody in the platform's own inbox. */
  | {
      readonly kind: 'other app message';
      readonly dedupKey: string;
      readonly conversationKey: string;
      readonly customer: InboundCustomer;
      readonly providerMessageId: string;
      readonly content: MessageContent;
      readonly sentAt: string;
      readonly orderKey: string;
      readonly appId?: string;
    }
  /** Which app may write in the thread from `at` (ISO 8601) on, or asks for it. `ours`: it is the one of this account. */
  | {
      readonly kind: 'thread control';
      readonly dedupKey: string;
      readonly conversationKey: string;
      readonly customer: InboundCustomer;
      readonly what: 'passed' | 'taken' | 'requested';
      readonly appId: string;
      readonly ours: boolean;
      /** What the other app told with it, as it wrote it. */
      readonly metadata?: string;
      readonly at: string;
    }
  | {
      readonly kind: 'edit';
      readonly dedupKey: string;
      readonly conversationKey: string;
      readonly customer: InboundCustomer;
      readonly providerMessageId: string;
      readonly content: MessageContent;
      readonly editedAt: string;
    }
  | {
      readonly kind: 'unsend';
      readonly dedupKey: string;
      readonly conversationKey: string;
      readonly customer: InboundCustomer;
      readonly providerMessageId: string;
      readonly unsentAt: string;
    }
  | {
      readonly kind: 'reaction';
      readonly dedupKey: string;
      readonly conversationKey: string;
      readonly customer: InboundCustomer;
      readonly providerMessageId: string;
      readonly reactions: readonly string[];
      readonly reactedAt: string;
    }
  | {
      readonly kind: 'follow' | 'block';
      readonly dedupKey: string;
      readonly conversationKey: string;
      readonly customer: InboundCustomer;
      readonly at: string;
      readonly unblocked?: boolean;
    }
  /** What became of our message. `upTo` (ISO 8601): of everything that the platform had taken until then. */
  | {
      readonly kind: 'receipt';
      readonly dedupKey: string;
      readonly conversationKey: string;
      readonly customer: InboundCustomer;
      readonly about: { readonly providerMessageId: string } | { readonly upTo: string };
      readonly receipt: Receipt;
    }
  /** Understood as authentic, not understood otherwise: goes to the shelf with its raw fragment. */
  | {
      readonly kind: 'unread';
      readonly dedupKey: string;
      readonly conversationKey: string;
      readonly platformKind: string;
      readonly reason: string;
      readonly raw: unknown;
    };

export interface InboundCustomer {
  /** The platform's id of the person (or of the group, where nobody is named). */
  readonly key: string;
  readonly displayName?: string;
  /** BCP 47, as the platform gives it. */
  readonly language?: string;
}

/** The body of one message on the INBOUND stream. */
export interface InboundMessage {
  readonly tenantId: string;
  readonly accountId: string;
  readonly channel: ChannelType;
  /** Absent: the account has no queue yet, the conversation waits as "not routed". */
  readonly queueId?: string;
  /** The account's link was off: it is kept, and shown to nobody until an administrator imports it. */
  readonly linkOff?: true;
  /** It was kept for a time, and is imported now: it comes late. */
  readonly imported?: true;
  /** ISO 8601: when ingress had the whole body. */
  readonly receivedAt: string;
  readonly item: InboundItem;
}
