import type { Cause, EventStore } from '@madoguchi/event-sourcing';
import type { IntegrationAccountRow } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import { releasePlatformAccount } from '../platform-accounts/claims.js';

interface Parts {
  readonly store: EventStore;
  readonly credentials: Pick<AccountCredentials, 'destroy'>;
  readonly now: () => Date;
}

/** What else there is of a deleted account: its secrets are destroyed, the platform's account is free for others. As often as wanted. */
export const forgetAccount = async (
  { store, credentials, now }: Parts,
  cause: Cause,
  { id, tenantId, type, platformAccountId }: Pick<IntegrationAccountRow, 'id' | 'tenantId' | 'type' | 'platformAccountId'>,
): Promise<void> => {
  await credentials.destroy(tenantId, id);
  if (platformAccountId === null) return;
  const claim = { channel: type, platformAccountId, accountId: id };
  await releasePlatformAccount(store, cause, claim, 'its integration account was deleted', now);
};
