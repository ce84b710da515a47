import { ownAddressOf } from '@madoguchi/channels';
import type { Lookup } from '../account-lookup.js';
import type { IngressAccount } from '../find-account.js';
import { comeAgain, SmtpReply } from './reply.js';

/** By base address, in lower case. @throws when accounts cannot be looked up now */
export type FindByAddress = (address: string) => Promise<IngressAccount | undefined>;

/** The account that has an envelope's recipient, whatever tag stands behind its local part. @throws SmtpReply */
export const accountOf = async (recipient: string, mailDomain: string, findByAddress: FindByAddress): Promise<IngressAccount> => {
  const own = ownAddressOf(recipient);
  if (!own?.base.endsWith(`@${mailDomain}`)) throw new SmtpReply(551, 'This server takes no mail for that domain');
  let account: IngressAccount | undefined;
  try {
    account = await findByAddress(own.base);
  } catch {
    throw comeAgain('Addresses cannot be looked up now, come again later');
  }
  if (!account) throw new SmtpReply(550, 'There is no such address');
  return account;
};

/** A base address belongs to one account, for ever. */
export const firstOf =
  (find: Lookup<readonly IngressAccount[]>): Lookup<IngressAccount> =>
  async (channel, address) =>
    (await find(channel, address))?.[0];
