import { Refusal } from '@madoguchi/event-sourcing';
import type { Holder } from './events.js';
import type { PlatformAccount } from './state.js';

/**
 * It is held. Which account has it is told only inside its own tenant, and only to who may see accounts there; of another tenant not even
 * since when.
 */
export const platformAccountHeld = ({ holder, heldSince }: PlatformAccount, asker: Holder, maySeeAccounts: boolean): Refusal => {
  if (holder?.tenantId !== asker.tenantId) {
    return new Refusal(
      'platform-account-held',
      'This account of the platform is linked elsewhere. Release it there, or show at the platform that it is yours.',
      {
        heldBy: 'somebody else',
      },
    );
  }
  return new Refusal(
    'platform-account-held',
    'Another integration account of yours has this account of the platform. Delete it there, or move it here.',
    maySeeAccounts ? { heldBy: 'this tenant', accountId: holder.accountId, since: heldSince } : { heldBy: 'this tenant' },
  );
};
