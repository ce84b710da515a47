import { Refusal } from '@madoguchi/event-sourcing';
import type { BotWay } from '../../account/events.js';
import { checkedTime, type Timed } from '../../moment.js';
import type { ContactWindowEvent } from '../events.js';
import type { ContactWindow } from '../state.js';

/** Before an account for a bot is added, in either way: this stream decides who is the one. */
export interface ReserveBot extends Timed {
  readonly type: 'ReserveBot';
  readonly accountId: string;
  readonly way: BotWay;
}

export const reserveBot = ({ accountId, way, at }: ReserveBot, { bot }: ContactWindow): readonly ContactWindowEvent[] => {
  if (way !== 'simple' && way !== 'console') throw new Refusal('bad-bot-way', 'A bot is made here, or comes from the Developer Console.');
  if (bot?.accountId === accountId && bot.way === way) return [];
  if (bot)
    throw new Refusal('bot-exists', 'This contact window already has a bot. Only one is possible.', {
      accountId: bot.accountId,
      way: bot.way,
    });
  return [{ type: 'BotReserved', data: { accountId, way, reservedAt: checkedTime(at).toISOString() } }];
};
