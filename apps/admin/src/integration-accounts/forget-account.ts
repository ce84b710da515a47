import type { Cause, EventStore } from '@madoguchi/event-sourcing';
import type { IntegrationAccountRow } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import { currentBot } from '../bot-publication/current-bot.js';
import { releaseBot } from '../bot-publication/reserve-bot.js';
import { releasePlatformAccount } from '../platform-accounts/claims.js';

interface Parts {
  readonly store: EventStore;
  readonly credentials: Pick<AccountCredentials, 'destroy'>;
  readonly now: () => Date;
}

/**
 * What else there is of a deleted account: its secrets are destroyed, the platform's account is free for others, and so is the place for a bot
 * in its contact window. A bot that we made keeps that until the platform has it no more. As often as wanted.
 */
export const forgetAccount = async (
  { store, credentials, now }: Parts,
  cause: Cause,
  account: Pick<IntegrationAccountRow, 'id' | 'tenantId' | 'type' | 'platformAccountId' | 'contactWindowId'>,
): Promise<void> => {
  const { id, tenantId, type, platformAccountId, contactWindowId } = account;
  await credentials.destroy(tenantId, id);
  const bot = type === 'lineworks' && contactWindowId !== null ? await currentBot(store, tenantId, id) : undefined;
  if (contactWindowId !== null && (bot?.publication.status === 'none' || bot?.publication.status === 'undone'))
    await releaseBot(store, cause, { contactWindowId, accountId: id }, 'its integration account was deleted', now);
  if (platformAccountId === null) return;
  const claim = { channel: type, platformAccountId, accountId: id };
  await releasePlatformAccount(store, cause, claim, 'its integration account was deleted', now);
};
