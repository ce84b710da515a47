import { accountStream, type IntegrationAccountEvent } from '@madoguchi/accounts';
import type { EventStore, Recorded } from '@madoguchi/event-sourcing';
import { foldAccount, type IntegrationAccountRow } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';

/**
 * An account as it is now, from its stream: who has just changed it sees the change.
 * @throws ProblemException 404 where there is none, or it is another tenant's
 */
export const currentAccount = async (store: EventStore, tenantId: string, accountId: string): Promise<IntegrationAccountRow> => {
  const events = (await store.readStream(accountStream(accountId))) as readonly Recorded<IntegrationAccountEvent>[];
  const row = events.reduce<IntegrationAccountRow | undefined>((known, event) => foldAccount(known, event), undefined);
  if (row?.tenantId !== tenantId) throw new ProblemException(404, 'no-such-account', 'There is no such integration account.');
  return row;
};
