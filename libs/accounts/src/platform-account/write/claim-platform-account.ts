import type { ChannelType } from '@madoguchi/conversation';
import { checkedTime, type Timed } from '../../moment.js';
import type { Holder, PlatformAccountEvent } from '../events.js';
import { platformAccountHeld } from '../refusals.js';
import { type PlatformAccount, sameHolder } from '../state.js';

/** Before an account is applied with this id of the platform. */
export interface ClaimPlatformAccount extends Timed {
  readonly type: 'ClaimPlatformAccount';
  readonly channel: ChannelType;
  readonly platformAccountId: string;
  readonly holder: Holder;
  /** Whether the person may be told which account of their tenant has it. */
  readonly maySeeAccounts: boolean;
}

export const claimPlatformAccount = (command: ClaimPlatformAccount, account: PlatformAccount): readonly PlatformAccountEvent[] => {
  const { channel, platformAccountId, holder, maySeeAccounts, at } = command;
  if (sameHolder(account.holder, holder)) return [];
  if (account.holder) throw platformAccountHeld(account, holder, maySeeAccounts);
  return [{ type: 'PlatformAccountClaimed', data: { channel, platformAccountId, holder, claimedAt: checkedTime(at).toISOString() } }];
};
