import { checkedTime, type Timed } from '../../moment.js';
import type { IntegrationAccountEvent } from '../events.js';
import { wrongType } from '../refusals.js';
import type { IntegrationAccount } from '../state.js';

/** The publication of the bot has come to its good end; the switch follows by itself. */
export interface RecordBotPublished extends Timed {
  readonly type: 'RecordBotPublished';
  readonly botId: string;
}

export const recordBotPublished = ({ botId, at }: RecordBotPublished, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  if (account.botWay !== 'simple') throw wrongType('lineworks, made here');
  return account.botId === botId ? [] : [{ type: 'BotPublished', data: { botId, publishedAt: checkedTime(at).toISOString() } }];
};
