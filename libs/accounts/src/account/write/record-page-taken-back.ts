import { checkedTime, type Timed } from '../../moment.js';
import type { IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';

/** The platform sends to us again: by [Take back], or because the other one let it go. */
export interface RecordPageTakenBack extends Timed {
  readonly type: 'RecordPageTakenBack';
}

export const recordPageTakenBack = ({ at }: RecordPageTakenBack, account: IntegrationAccount): readonly IntegrationAccountEvent[] =>
  account.takenOver ? [{ type: 'PageTakenBack', data: { takenBackAt: checkedTime(at).toISOString() } }] : [];
