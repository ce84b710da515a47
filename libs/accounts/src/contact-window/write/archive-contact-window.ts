import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import type { ContactWindowEvent } from '../events.js';
import type { ContactWindow } from '../state.js';

/** Its accounts were deleted or bound elsewhere: the caller looks. */
export interface ArchiveContactWindow extends Timed {
  readonly type: 'ArchiveContactWindow';
}

export const archiveContactWindow = ({ at }: ArchiveContactWindow, window: ContactWindow): readonly ContactWindowEvent[] => {
  if (window.bot) throw new Refusal('bot-exists', 'This contact window has a bot. Delete it first.', { accountId: window.bot.accountId });
  return [{ type: 'ContactWindowArchived', data: { archivedAt: checkedTime(at).toISOString() } }];
};
