import { Refusal } from '@madoguchi/event-sourcing';
import { fitsCharacters } from '../characters.js';
import { checkedTime, type Timed } from '../moment.js';
import type { BotNoticeEvent, Notice } from './events.js';
import type { BotNotice } from './state.js';

/** A member has added the bot, or a room of several people has written to it. */
export interface QueueBotNotice extends Timed {
  readonly type: 'QueueBotNotice';
  readonly accountId: string;
  readonly contactId: string;
  readonly notice: Notice;
  readonly text: string;
}

const LONGEST_TEXT = 500;

/** Once, for ever: also for who removes the bot and adds it again, and when the description has been changed since. */
export const queueNotice = (
  { accountId, contactId, notice, text, at }: QueueBotNotice,
  { status }: BotNotice,
): readonly BotNoticeEvent[] => {
  if (status !== 'none') return [];
  if (typeof text !== 'string' || !fitsCharacters(text, LONGEST_TEXT))
    throw new Refusal('bad-text', `A notice has 1 to ${LONGEST_TEXT} characters.`);
  return [{ type: 'BotNoticeQueued', data: { accountId, contactId, notice, text, queuedAt: checkedTime(at).toISOString() } }];
};
