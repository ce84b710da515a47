import type { InboundCustomer } from '@madoguchi/contracts';
import { type JsonObject, objectIn, textIn } from '../platform-json.js';
import { contactIn, type Part } from './envelope.js';
import { addressOf } from './message.js';
import { conversationOfStatus } from './receipt.js';

/** Who a part is about, and what `contacts[]` says of them. */
export interface Person {
  readonly customer: InboundCustomer;
  readonly contact?: JsonObject;
}

/**
 * The customer of a part. The user id (`JP.1349…`) names a person also where the number is hidden, so it goes before the number, wherever
 * it stands.
 */
export const personIn = (part: Part, element: JsonObject): Person | undefined => {
  switch (part.list) {
    case 'messages': {
      const userId = textIn(element.from_user_id);
      const number = textIn(element.from);
      const contact = contactIn(part.value, [userId, number]);
      const key = userId ?? textIn(contact?.user_id) ?? number ?? idBefore(objectIn(element.system));
      if (key === undefined) return undefined;
      const profile = objectIn(contact?.profile);
      return { customer: { key, displayName: textIn(profile?.name) ?? textIn(profile?.username) }, contact };
    }
    case 'statuses': {
      const key = conversationOfStatus(element);
      return key === undefined ? undefined : { customer: { key } };
    }
    default: {
      const key = textIn(element.to_user_id) ?? textIn(element.to) ?? textIn(element.user_id) ?? textIn(element.wa_id);
      return key === undefined ? undefined : { customer: { key } };
    }
  }
};

/** "User A changed from JP.111 to JP.222": where no sender is named, only these words tell in whose conversation it belongs. */
const idBefore = (system: JsonObject | undefined): string | undefined => {
  const before = /\bfrom (\S+) to \S/.exec(textIn(system?.body) ?? '')?.[1];
  return before !== undefined && addressOf(before) ? before : undefined;
};
