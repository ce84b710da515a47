import type { ConversationEvent, Receipt } from '../events.js';
import type { Conversation, ReplyState } from '../state.js';
import { noSuchConversation, noSuchReply } from './refusals.js';

/** How a call to the platform ended. */
export type RecordOutcome =
  | {
      readonly type: 'RecordAccepted';
      readonly replyId: string;
      readonly providerMessageIds: readonly string[];
      readonly acceptedAt: string;
    }
  | { readonly type: 'RecordFailed'; readonly replyId: string; readonly code: string; readonly reason: string; readonly remedy: string }
  | { readonly type: 'RecordUnknown'; readonly replyId: string; readonly reason: string };

/** What the platform tells later, of one message or of everything that it had accepted up to a time (ISO 8601). */
export type RecordReceipt = {
  readonly type: 'RecordReceipt';
  readonly about: { readonly providerMessageId: string } | { readonly upTo: string };
  readonly receipt: Receipt;
};

const reached = { queued: 0, sending: 0, unknown: 0, failed: 0, accepted: 1, delivered: 2, read: 3 } as const;

/** Only forward: an answer that comes after its receipt changes nothing. */
export const recordOutcome = (command: RecordOutcome, conversation: Conversation): readonly ConversationEvent[] => {
  const reply = conversation.replies.get(command.replyId);
  if (!reply) throw noSuchReply();
  const before = reached[reply.status];
  const { replyId } = command;
  switch (command.type) {
    case 'RecordAccepted': {
      if (before >= reached.accepted) return [];
      const { providerMessageIds, acceptedAt } = command;
      const early = conversation.earlyReceipts.filter((receipt) => providerMessageIds.includes(receipt.providerMessageId));
      const accepted: ConversationEvent = { type: 'ReplyAccepted', data: { replyId, providerMessageIds, acceptedAt } };
      return [
        accepted,
        ...earlyOnes(replyId, { ...reply, status: 'accepted', parts: new Map(providerMessageIds.map((id) => [id, 'accepted'])) }, early),
      ];
    }
    case 'RecordFailed': {
      const { code, reason, remedy } = command;
      return before >= reached.accepted || reply.status === 'failed'
        ? []
        : [{ type: 'ReplyFailed', data: { replyId, code, reason, remedy } }];
    }
    case 'RecordUnknown':
      return reply.status === 'sending' ? [{ type: 'ReplyOutcomeUnknown', data: { replyId, reason: command.reason } }] : [];
  }
};

/** Receipts that were there before the answer to our call, in their order, each upon what the ones before it made. */
const earlyOnes = (
  replyId: string,
  reply: ReplyState,
  [first, ...rest]: readonly ({ readonly providerMessageId: string } & Receipt)[],
): readonly ConversationEvent[] => {
  if (!first) return [];
  const { providerMessageId, ...receipt } = first;
  const events = partReceipt(replyId, reply, providerMessageId, receipt as Receipt);
  return [...events, ...earlyOnes(replyId, events.reduce(replyAfter, reply), rest)];
};

/** What a decision of one step needs to know of the steps before it, in the same batch of events. */
const replyAfter = (reply: ReplyState, event: ConversationEvent): ReplyState => {
  switch (event.type) {
    case 'ReplyPartReported':
      return { ...reply, parts: new Map(reply.parts).set(event.data.providerMessageId as string, event.data.status) };
    case 'ReplyDelivered':
      return { ...reply, status: 'delivered' };
    case 'ReplyRead':
      return { ...reply, status: 'read' };
    case 'ReplyFailed':
      return { ...reply, status: 'failed' };
    default:
      return reply;
  }
};

/** Only forward: sent → delivered → read; a failure counts until the message is known to have arrived. */
export const recordReceipt = ({ about, receipt }: RecordReceipt, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status === 'none') throw noSuchConversation();
  if ('upTo' in about) {
    return [...conversation.replies].flatMap(([replyId, reply]) =>
      reply.acceptedAt !== undefined && reply.acceptedAt <= about.upTo ? forward(replyId, reply, [receipt]) : [],
    );
  }
  const { providerMessageId } = about;
  if (conversation.overheard.has(providerMessageId)) return [];
  const replyId = conversation.sent.get(providerMessageId);
  const reply = replyId === undefined ? undefined : conversation.replies.get(replyId);
  if (replyId !== undefined && reply) return partReceipt(replyId, reply, providerMessageId, receipt);
  const known = conversation.earlyReceipts.some(
    (early) => early.providerMessageId === providerMessageId && early.status === receipt.status,
  );
  return known ? [] : [{ type: 'ReceiptCameEarly', data: { providerMessageId, ...receipt } }];
};

/** One lost part is a failure of the whole; it has arrived, or was read, when that is known of every part. */
const partReceipt = (replyId: string, reply: ReplyState, providerMessageId: string, receipt: Receipt): readonly ConversationEvent[] => {
  if (receipt.status === 'failed' || reply.parts.size < 2) return forward(replyId, reply, [receipt]);
  const { status, at } = receipt;
  const before = reply.parts.get(providerMessageId) ?? 'accepted';
  if (reached[before] >= reached[status]) return [];
  const parts = [...new Map(reply.parts).set(providerMessageId, status).values()];
  const least = parts.reduce((lowest, part) => (reached[part] < reached[lowest] ? part : lowest));
  const whole = least === 'accepted' ? [] : forward(replyId, reply, [{ status: least, at }]);
  return [{ type: 'ReplyPartReported', data: { replyId, providerMessageId, status, at } }, ...whole];
};

const forward = (replyId: string, reply: ReplyState, receipts: readonly Receipt[]): readonly ConversationEvent[] => {
  const events: ConversationEvent[] = [];
  let status = reply.status;
  for (const receipt of receipts) {
    const event = eventOf(replyId, status, receipt);
    if (event) {
      events.push(event);
      status = receipt.status;
    }
  }
  return events;
};

const eventOf = (replyId: string, status: ReplyState['status'], receipt: Receipt): ConversationEvent | undefined => {
  switch (receipt.status) {
    case 'delivered':
      return reached[status] < reached.delivered ? { type: 'ReplyDelivered', data: { replyId, deliveredAt: receipt.at } } : undefined;
    case 'read':
      return reached[status] < reached.read ? { type: 'ReplyRead', data: { replyId, readAt: receipt.at } } : undefined;
    case 'failed': {
      const { code, reason, remedy } = receipt;
      return reached[status] >= reached.delivered || status === 'failed'
        ? undefined
        : { type: 'ReplyFailed', data: { replyId, code, reason, remedy } };
    }
  }
};
