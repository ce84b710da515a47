import type { InboundItem } from '@madoguchi/contracts';
import type { Channel, ForAnotherAccount, WebhookReading, WebhookRequest } from '@madoguchi/use-cases';
import type { Lookup } from './account-lookup.js';
import type { IngressAccount } from './find-account.js';

export interface AccountItems {
  readonly account: IngressAccount;
  readonly items: readonly InboundItem[];
}

type Read = Extract<WebhookReading, { verdict: 'read' }>;

/**
 * Whose the parts of one webhook are. A platform's app delivers for all of its accounts to one address, so a part may be another
 * account's; that one gets it only if the webhook is authentic by its own secret too, or, where it asks for none, is of the same tenant.
 * Otherwise it is kept under the account of the path.
 *
 * @throws when accounts cannot be looked up
 */
export const itemsByAccount = async (
  channel: Channel,
  request: WebhookRequest,
  reading: Read,
  context: { readonly account: IngressAccount; readonly atPlatform: Lookup<readonly IngressAccount[]>; readonly receivedAt: Date },
): Promise<readonly AccountItems[]> => {
  const { account, atPlatform, receivedAt } = context;
  const groups: AccountItems[] = [{ account, items: reading.items }];
  for (const [platformAccountId, parts] of grouped(reading.elsewhere ?? [])) {
    const candidates = (await atPlatform(channel.type, platformAccountId)) ?? [];
    const theirs = candidates.flatMap((candidate) => {
      const again = channel.readWebhook(request, candidate.credentials, receivedAt);
      return again.verdict === 'read' && (!again.unproven || candidate.tenantId === account.tenantId)
        ? [{ account: candidate, items: again.items }]
        : [];
    });
    groups.push(theirs[0] ?? { account, items: parts.map(({ item }) => item) });
  }
  return groups;
};

const grouped = (parts: readonly ForAnotherAccount[]): ReadonlyMap<string, readonly ForAnotherAccount[]> => {
  const groups = new Map<string, ForAnotherAccount[]>();
  for (const part of parts) groups.set(part.platformAccountId, [...(groups.get(part.platformAccountId) ?? []), part]);
  return groups;
};
