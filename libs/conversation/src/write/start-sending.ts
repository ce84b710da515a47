import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent, SendRoute } from '../events.js';
import type { Conversation } from '../state.js';
import { noLongerToBeSaid } from './no-longer-to-be-said.js';
import { noSuchReply } from './refusals.js';

export interface StartSending {
  readonly type: 'StartSending';
  readonly replyId: string;
  readonly route: SendRoute['kind'];
  /** 1 for the first. Who starts attempt n knows that attempt n-1 has ended or may be repeated. */
  readonly attempt: number;
}

/** Nothing was accepted by this attempt, or it was not even started, because it is not yet our turn: the next one may start at `until`. */
export interface DeferSending {
  readonly type: 'DeferSending';
  readonly replyId: string;
  readonly attempt: number;
  readonly until: string;
  readonly reason: string;
}

export const deferSending = (command: DeferSending, conversation: Conversation): readonly ConversationEvent[] => {
  const reply = conversation.replies.get(command.replyId);
  if (!reply) throw noSuchReply();
  if ((reply.status !== 'sending' && reply.status !== 'queued') || reply.attempts !== command.attempt) return [];
  const { type: _, ...data } = command;
  return [{ type: 'SendingDeferred', data }];
};

/**
 * The intent, recorded before the platform is called. Exactly one sender gets the event for one attempt; another one,
 * or the same after a crash, gets nothing and must find out first what became of the earlier attempt.
 */
export const startSending = (command: StartSending, conversation: Conversation): readonly ConversationEvent[] => {
  const reply = conversation.replies.get(command.replyId);
  if (!reply) throw noSuchReply();
  if (reply.status !== 'queued' && reply.status !== 'sending') return [];
  if (command.attempt <= reply.attempts) return [];
  if (command.attempt > reply.attempts + 1) throw new Refusal('attempt-out-of-turn', `Attempt ${reply.attempts + 1} is next.`);
  const unsaid = reply.status === 'queued' ? noLongerToBeSaid(reply, conversation) : undefined;
  if (unsaid) return [{ type: 'ReplyFailed', data: { replyId: command.replyId, ...unsaid } }];
  return [{ type: 'SendingStarted', data: { replyId: command.replyId, attempt: command.attempt, route: command.route } }];
};
