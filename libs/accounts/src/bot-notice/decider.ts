import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { BotNoticeEvent } from './events.js';
import { type QueueBotNotice, queueNotice } from './queue-notice.js';
import { type SendBotNotice, sendNotice } from './send-notice.js';
import { type BotNotice, evolve, initialBotNotice } from './state.js';

export type BotNoticeCommand = QueueBotNotice | SendBotNotice;

const decide = (command: BotNoticeCommand, notice: BotNotice): readonly BotNoticeEvent[] => {
  switch (command.type) {
    case 'QueueBotNotice':
      return queueNotice(command, notice);
    case 'StartBotNotice':
    case 'RecordBotNoticeSent':
    case 'RecordBotNoticeFailed':
    case 'RecordBotNoticeDoubtful':
      return sendNotice(command, notice);
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A notice of a bot knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** What a bot tells of its own accord: once per member, at most once on the wire, a doubt is recorded. */
export const botNoticeDecider: Decider<BotNotice, BotNoticeCommand, BotNoticeEvent> = { initialState: initialBotNotice, evolve, decide };
