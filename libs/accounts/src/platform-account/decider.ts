import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { PlatformAccountEvent } from './events.js';
import { evolve, type PlatformAccount } from './state.js';
import { type ClaimPlatformAccount, claimPlatformAccount } from './write/claim-platform-account.js';
import { type MovePlatformAccount, movePlatformAccount } from './write/move-platform-account.js';
import { type ReleasePlatformAccount, releasePlatformAccount } from './write/release-platform-account.js';

export type PlatformAccountCommand = ClaimPlatformAccount | ReleasePlatformAccount | MovePlatformAccount;

const decide = (command: PlatformAccountCommand, account: PlatformAccount): readonly PlatformAccountEvent[] => {
  switch (command.type) {
    case 'ClaimPlatformAccount':
      return claimPlatformAccount(command, account);
    case 'ReleasePlatformAccount':
      return releasePlatformAccount(command, account);
    case 'MovePlatformAccount':
      return movePlatformAccount(command, account);
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A platform account knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** One account of a platform, over all tenants: at most one of ours holds it. */
export const platformAccountDecider: Decider<PlatformAccount, PlatformAccountCommand, PlatformAccountEvent> = {
  initialState: () => ({}),
  evolve,
  decide,
};
