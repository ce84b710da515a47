import type { ChannelType, ConversationCommand } from '@madoguchi/conversation';
import type { CommandReply } from '@madoguchi/contracts';
import type { Cause, EventStore } from '@madoguchi/event-sourcing';
import type { Channel, Rate, SendRequest } from './channel.js';
import type { Credentials } from './credentials.js';

/** How fast the platforms want to be written to, by buckets that all senders share. */
export interface SendingPace {
  /** Takes the next free place of a bucket for one message. @returns when it may be sent; now or earlier: at once */
  take(bucket: string, rate: Rate): Promise<Date>;
  /** The platform asks to wait until then. */
  hold(bucket: string, rate: Rate, until: Date): Promise<void>;
}

/** What the sender of replies works with. */
export interface SendReplyPorts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  credentials(tenantId: string, accountId: string): Promise<Credentials>;
  /** To the owner of the conversation's stream. */
  command(conversationId: string, command: ConversationCommand, cause: Cause): Promise<CommandReply>;
  /** A stored file, as the channels want it; the same for every attempt at a reply, because a repeat under one key must not differ. */
  file(tenantId: string, mediaId: string, queuedAt: Date): Promise<Pick<SendRequest, 'mediaUrl' | 'mediaFile'>>;
  readonly pace: SendingPace;
  now(): Date;
  /** This process: two senders never share an attempt. */
  readonly instance: string;
}
