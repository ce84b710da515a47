import type { InboundItem } from '@madoguchi/contracts';
import type { Credentials, WebhookReading } from '@madoguchi/use-cases';

/** One thing that Vonage told, and which number or id of ours it is about, where that can be said. */
export interface Told {
  readonly item: InboundItem;
  readonly ours?: string;
}

/** What one webhook told, for us and for others. */
export type Reading = Pick<Extract<WebhookReading, { verdict: 'read' }>, 'items' | 'elsewhere'>;

/** One address takes the webhooks of all numbers of a key: what is about another number than the account's own is somebody else's. */
export const byAccount = (told: readonly Told[], { number }: Credentials): Reading => {
  const isElsewhere = ({ ours }: Told) => Boolean(number) && ours !== undefined && ours !== number;
  return {
    items: told.filter((each) => !isElsewhere(each)).map(({ item }) => item),
    elsewhere: told.filter(isElsewhere).map(({ item, ours = '' }) => ({ platformAccountId: ours, item })),
  };
};
