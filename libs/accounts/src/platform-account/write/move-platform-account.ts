import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import type { Holder, MovedWhy, PlatformAccountEvent } from '../events.js';
import { platformAccountHeld } from '../refusals.js';
import { type PlatformAccount, sameHolder } from '../state.js';

/** Linking here takes it over: freely inside a tenant; from another tenant only with a fresh proof of the platform. The last one wins, visibly. */
export interface MovePlatformAccount extends Timed {
  readonly type: 'MovePlatformAccount';
  readonly to: Holder;
  readonly maySeeAccounts: boolean;
  /** When the platform itself confirmed, to us, that who asks may link it (ISO 8601). */
  readonly provedAt?: string;
}

/** A proof of long ago may be of somebody who had to leave since. */
const PROOF_VALID_MS = 10 * 60_000;

export const movePlatformAccount = (command: MovePlatformAccount, account: PlatformAccount): readonly PlatformAccountEvent[] => {
  const { to, maySeeAccounts, at } = command;
  const { holder: from } = account;
  if (!from) throw new Refusal('platform-account-free', 'Nobody holds this account of the platform: it can be claimed.');
  if (sameHolder(from, to)) return [];
  const now = checkedTime(at);
  const why = reasonToMove(command, from, now);
  if (!why) throw platformAccountHeld(account, to, maySeeAccounts);
  return [{ type: 'PlatformAccountMoved', data: { from, to, why, movedAt: now.toISOString() } }];
};

const reasonToMove = ({ to, provedAt }: MovePlatformAccount, from: Holder, now: Date): MovedWhy | undefined => {
  if (from.tenantId === to.tenantId) return 'same tenant';
  if (provedAt === undefined) return undefined;
  const age = now.getTime() - checkedTime(provedAt).getTime();
  return age >= 0 && age <= PROOF_VALID_MS ? 'proved at the platform' : undefined;
};
