import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { noSuchReply } from './refusals.js';

/** What the platform said of a reply, by an answer or by a receipt. */
export type RecordOutcome =
  | { readonly type: 'RecordAccepted'; readonly replyId: string; readonly providerMessageIds: readonly string[] }
  | { readonly type: 'RecordFailed'; readonly replyId: string; readonly code: string; readonly reason: string; readonly remedy: string }
  | { readonly type: 'RecordUnknown'; readonly replyId: string; readonly reason: string }
  | { readonly type: 'RecordDelivered'; readonly replyId: string; readonly deliveredAt: string }
  | { readonly type: 'RecordRead'; readonly replyId: string; readonly readAt: string };

const reached = { queued: 0, sending: 0, unknown: 0, failed: 0, accepted: 1, delivered: 2, read: 3 } as const;

/** Only forward: a receipt that comes after a better one, or an answer after its receipt, changes nothing. */
export const recordOutcome = (command: RecordOutcome, conversation: Conversation): readonly ConversationEvent[] => {
  const reply = conversation.replies.get(command.replyId);
  if (!reply) throw noSuchReply();
  const before = reached[reply.status];
  const { replyId } = command;
  switch (command.type) {
    case 'RecordAccepted':
      return before >= reached.accepted ? [] : [{ type: 'ReplyAccepted', data: { replyId, providerMessageIds: command.providerMessageIds } }];
    case 'RecordDelivered':
      return before >= reached.delivered ? [] : [{ type: 'ReplyDelivered', data: { replyId, deliveredAt: command.deliveredAt } }];
    case 'RecordRead':
      return before >= reached.read ? [] : [{ type: 'ReplyRead', data: { replyId, readAt: command.readAt } }];
    case 'RecordFailed': {
      const { code, reason, remedy } = command;
      return before >= reached.accepted || reply.status === 'failed' ? [] : [{ type: 'ReplyFailed', data: { replyId, code, reason, remedy } }];
    }
    case 'RecordUnknown':
      return reply.status === 'sending' ? [{ type: 'ReplyOutcomeUnknown', data: { replyId, reason: command.reason } }] : [];
  }
};
