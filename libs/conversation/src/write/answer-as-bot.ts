import type { MessageContent } from '../content.js';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { handedOver, type HandedOver } from './hand-over.js';

/** Everything that a bot does at once: what it says, and what happens with the conversation afterwards. */
export interface AnswerAsBot {
  readonly type: 'AnswerAsBot';
  /** The same, however often the bot or the bus says it. */
  readonly turnId: string;
  readonly botId: string;
  /** The control under which the bot was asked. */
  readonly epoch: number;
  /** The version of the customer's message that is answered. Absent: whatever they wrote since, `close` closes. */
  readonly seen?: number;
  readonly replies: readonly { readonly replyId: string; readonly content: MessageContent }[];
  readonly next: { readonly do: 'stay' } | { readonly do: 'close' } | ({ readonly do: 'hand over' } & HandedOver);
}

/**
 * A bot that has lost control meanwhile says nothing to the customer; that it wanted to is kept. What the customer wrote while it thought is
 * a turn of its own, so `close` is `stay` then.
 */
export const answerAsBot = (command: AnswerAsBot, conversation: Conversation): readonly ConversationEvent[] => {
  const { turnId, botId, epoch, seen, replies, next } = command;
  const { control } = conversation;
  if (conversation.botTurns.has(turnId)) return [];
  if (conversation.status !== 'open' || control.holder !== 'bot' || control.botId !== botId || control.epoch !== epoch) {
    return [{ type: 'BotAnswerRefused', data: { turnId, botId, epoch, holder: control.holder, heldUnder: control.epoch } }];
  }
  const said = replies.map(({ replyId, content }): ConversationEvent => ({
    type: 'ReplyQueued',
    data: { replyId, botId, epoch, turnId, content },
  }));
  const stays: readonly ConversationEvent[] = said.length > 0 ? said : [{ type: 'BotStayedSilent', data: { turnId, botId, epoch } }];
  const wroteAgain = seen !== undefined && conversation.lastWrittenVersion > seen;
  switch (next.do) {
    case 'hand over':
      return [...said, ...handedOver(next, 'bot asked', conversation)];
    case 'close':
      return wroteAgain ? stays : [...said, { type: 'ConversationClosed', data: { reason: 'closed by bot' } }];
    case 'stay':
      return stays;
  }
};
