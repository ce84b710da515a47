import type { Placeholder } from '@madoguchi/accounts';

/** What a preview puts in the place of a placeholder. */
export const EXAMPLE_VALUES: Readonly<Record<Placeholder, string>> = {
  'customer.name': '山田 花子',
  'agent.name': 'Aiko Tanaka',
  'account.name': 'Umeda shop',
  'contactWindow.name': 'Customer service',
  'queue.name': 'Returns',
  'conversation.number': '1042',
  today: '2026-11-25',
  nextOpening: '2026-11-26 09:00',
};
