import type { IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';
import { checkedName } from './account-name.js';

/** The page is called this at the platform now. */
export interface FollowPlatformName {
  readonly type: 'FollowPlatformName';
  /** Unique in the tenant: the caller has claimed it. */
  readonly name: string;
}

/** Whoever edited the label by hand keeps it. */
export const followPlatformName = ({ name }: FollowPlatformName, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  const followed = checkedName(name);
  if (!account.nameFollowsPlatform || followed === account.name) return [];
  return [{ type: 'IntegrationAccountRenamed', data: { name: followed, followed: true } }];
};
