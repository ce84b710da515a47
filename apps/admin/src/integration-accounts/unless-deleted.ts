import { derivedId, type Cause } from '@madoguchi/event-sourcing';
import { currentAccount } from './current-account.js';
import { forgetAccount } from './forget-account.js';

/** Records what was saved and claimed for an account; where somebody deleted it meanwhile, that goes again. @throws what `record` throws */
export const unlessDeleted = async (
  parts: Parameters<typeof forgetAccount>[0],
  cause: Cause,
  account: Parameters<typeof forgetAccount>[2],
  record: () => Promise<unknown>,
): Promise<void> => {
  try {
    await record();
  } catch (error) {
    const row = await currentAccount(parts.store, account.tenantId, account.id).catch(() => undefined);
    if (row?.linkState === 'deleted') await forgetAccount(parts, { ...cause, commandId: derivedId('forget', cause.commandId) }, account);
    throw error;
  }
};
