import { checkedTime, type Timed } from '../../moment.js';
import type { Holder, PlatformAccountEvent } from '../events.js';
import { type PlatformAccount, sameHolder } from '../state.js';

/** The account was deleted, or has another id of the platform now. */
export interface ReleasePlatformAccount extends Timed {
  readonly type: 'ReleasePlatformAccount';
  readonly holder: Holder;
  readonly reason: string;
}

/** Nobody releases what another one holds. */
export const releasePlatformAccount = (
  { holder, reason, at }: ReleasePlatformAccount,
  account: PlatformAccount,
): readonly PlatformAccountEvent[] =>
  sameHolder(account.holder, holder)
    ? [{ type: 'PlatformAccountReleased', data: { holder, reason, releasedAt: checkedTime(at).toISOString() } }]
    : [];
