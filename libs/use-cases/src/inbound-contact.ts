import type { InboundMessage } from '@madoguchi/contracts';
import { contactId } from '@madoguchi/conversation';
import type { Pseudonyms } from './pseudonyms.js';

/** The person whom the item is about. Where no platform names one, everything of one chat is taken for one person's. */
export const contactOfInbound = async (pseudonyms: Pseudonyms, { tenantId, accountId, item }: InboundMessage): Promise<string> =>
  contactId(tenantId, accountId, await pseudonyms.of(tenantId, 'customer' in item ? item.customer.key : item.conversationKey));
