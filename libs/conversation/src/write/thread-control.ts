import type { ConversationEvent, HandOverReason, ThreadAction, ThreadOwner } from '../events.js';
import type { Conversation } from '../state.js';
import { handedOver, type HandedOver } from './hand-over.js';
import { conversationClosed, noSuchConversation } from './refusals.js';

/** The platform tells that another app may write in the thread from now on. */
export interface ReportThreadControl {
  readonly type: 'ReportThreadControl';
  readonly owner: ThreadOwner;
  readonly how: 'passed' | 'taken';
  /** The platform's time, ISO 8601. */
  readonly at: string;
  readonly appId?: string;
  /** The bot of the account. */
  readonly botId: string;
  /** Where people wait when the bot names no queue. */
  readonly queueId?: string;
  /** What the bot told with it. */
  readonly handed: HandedOver;
}

/** Control follows the thread: whoever may not write at the platform has none here either. */
export const reportThreadControl = (command: ReportThreadControl, conversation: Conversation): readonly ConversationEvent[] => {
  const { owner, how, at, appId } = command;
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.status === 'closed') throw conversationClosed();
  if (conversation.thread && at <= conversation.thread.at) return [];
  return [{ type: 'ThreadControlMoved', data: { owner, how, at, appId } }, ...controlFollows(owner, command, 'bot asked', conversation)];
};

/** By which way a customer's message came. */
export interface SeenThread {
  readonly owner: 'us' | 'bot';
  readonly at: string;
  readonly botId: string;
  readonly queueId?: string;
}

/** Platforms let a thread go after a day of silence and tell nobody: the way of the next message does. */
export const threadSeen = ({ owner, at, botId, queueId }: SeenThread, conversation: Conversation): readonly ConversationEvent[] => {
  const { thread } = conversation;
  if (thread && (thread.owner === owner || at <= thread.at)) return [];
  const moved: ConversationEvent = { type: 'ThreadControlMoved', data: { owner, how: 'seen', at } };
  return [moved, ...controlFollows(owner, { botId, queueId, handed: {} }, 'thread came back', conversation)];
};

const controlFollows = (
  owner: ThreadOwner,
  { botId, queueId, handed }: Pick<ReportThreadControl, 'botId' | 'queueId' | 'handed'>,
  reason: HandOverReason,
  conversation: Conversation,
): readonly ConversationEvent[] => {
  const { control, offer } = conversation;
  if (owner === 'us') return control.holder === 'bot' ? handedOver(handed, reason, conversation) : [];
  if (owner !== 'bot' || control.holder === 'bot') return [];
  const withdrawn: ConversationEvent[] = offer
    ? [{ type: 'OfferReturned', data: { offerId: offer.offerId, agentId: offer.agentId, outcome: 'withdrawn' } }]
    : [];
  const why = conversation.status === 'none' ? 'conversation opened' : 'bot took over';
  const data = { to: 'bot', epoch: control.epoch + 1, reason: why, botId, queueId: conversation.queueId ?? queueId } as const;
  return [...withdrawn, { type: 'ControlPassed', data }];
};

/** Another app wants the thread that we have. Who has it decides. */
export interface ReportThreadRequest {
  readonly type: 'ReportThreadRequest';
  readonly at: string;
  readonly appId?: string;
  readonly botId?: string;
}

export const reportThreadRequest = ({ type: _, ...data }: ReportThreadRequest, { status }: Conversation): readonly ConversationEvent[] => {
  if (status === 'none') throw noSuchConversation();
  if (status === 'closed') throw conversationClosed();
  return [{ type: 'ThreadControlRequested', data }];
};

/** What became of our call. It is kept of a conversation that was closed meanwhile too. */
export interface RecordThreadControl {
  readonly type: 'RecordThreadControl';
  readonly action: ThreadAction;
  /** Of the control that the thread was to follow. */
  readonly epoch: number;
  readonly outcome: 'done' | 'refused' | 'unknown';
  readonly at: string;
  readonly code?: string;
  readonly reason?: string;
  readonly remedy?: string;
}

export const recordThreadControl = ({ type: _, ...data }: RecordThreadControl, { status }: Conversation): readonly ConversationEvent[] => {
  if (status === 'none') throw noSuchConversation();
  return [{ type: 'ThreadControlTried', data }];
};
