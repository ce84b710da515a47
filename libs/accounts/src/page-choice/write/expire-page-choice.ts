import { checkedTime, type Timed } from '../../moment.js';
import type { PageChoiceEvent } from '../events.js';
import type { PageChoice } from '../state.js';
import { isOver } from './return-from-log-in.js';

/** Nobody came back, or nobody chose: what was kept for them is destroyed. */
export interface ExpirePageChoice extends Timed {
  readonly type: 'ExpirePageChoice';
}

export const expirePageChoice = ({ at }: ExpirePageChoice, choice: PageChoice): readonly PageChoiceEvent[] => {
  const now = checkedTime(at);
  return choice.status === 'none' || choice.status === 'closed' || !isOver(choice, now)
    ? []
    : [{ type: 'PageChoiceClosed', data: { why: 'expired', closedAt: now.toISOString() } }];
};
