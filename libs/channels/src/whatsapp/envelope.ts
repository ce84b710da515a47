import { type JsonObject, NotUnderstoodError, objectIn, textIn } from '../platform-json.js';
import { digitsOf, type WhatsAppAccount } from './account.js';

/** One thing out of a body that may hold a thousand, of several numbers and business accounts. */
export interface Part {
  /** Of the change, `messages` for nearly everything that customers do. */
  readonly field: string;
  /** The list inside the change's value that it stands in; absent: the change as a whole. */
  readonly list?: string;
  readonly element: unknown;
  /** What stands beside the list: whom it is for, and the names of the customers. */
  readonly value: JsonObject;
  readonly businessAccountId?: string;
  /** Meta's time of an account event; messages bear their own. */
  readonly entryTime?: unknown;
}

/** Fields whose value is a list of things that have nothing to do with each other. */
const LISTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['messages', ['messages', 'statuses', 'errors']],
  ['smb_message_echoes', ['message_echoes']],
  ['user_preferences', ['user_preferences']],
  ['user_id_update', ['user_id_update']],
]);

/**
 * Every part of a body, in its order.
 *
 * @throws NotUnderstoodError when it is no body of WhatsApp
 */
export const partsOf = (body: unknown): readonly Part[] => {
  const { object, entry: entries } = objectIn(body) ?? {};
  if (object !== 'whatsapp_business_account' || !Array.isArray(entries)) {
    throw new NotUnderstoodError('the body is no list "entry" of a "whatsapp_business_account"');
  }
  return entries.flatMap((entry: unknown) => {
    const { id, time: entryTime, changes } = objectIn(entry) ?? {};
    const businessAccountId = textIn(id);
    if (!Array.isArray(changes)) return [{ field: 'entry', element: entry, value: {}, businessAccountId, entryTime }];
    return changes.flatMap((change: unknown) => partsOfChange(change).map((part) => ({ ...part, businessAccountId, entryTime })));
  });
};

const partsOfChange = (change: unknown): readonly Part[] => {
  const { field, value } = objectIn(change) ?? {};
  const name = textIn(field) ?? 'change';
  const fields = objectIn(value) ?? {};
  const lists = (LISTS.get(name) ?? []).filter((list) => fields[list] !== undefined);
  if (lists.length === 0) return [{ field: name, element: change, value: fields }];
  return lists.flatMap((list) => {
    const elements: unknown = fields[list];
    return (Array.isArray(elements) ? (elements as unknown[]) : [elements]).map((element) => ({
      field: name,
      list,
      element,
      value: fields,
    }));
  });
};

/** Whose a part is: `ours`, of the number that it names, or of nobody who could be told from it. */
export type Owner = 'ours' | { readonly phoneNumberId: string; readonly reason: string } | { readonly reason: string };

/** One app delivers for all its numbers and business accounts to the address of any of them. */
export const ownerOf = ({ field, value, businessAccountId }: Part, account: WhatsAppAccount): Owner => {
  const phoneNumberId = textIn(objectIn(value.metadata)?.phone_number_id);
  if (phoneNumberId !== undefined) {
    if (phoneNumberId === account.phoneNumberId) return 'ours';
    return { phoneNumberId, reason: `it is for another number, with the phone number ID ${phoneNumberId}` };
  }
  if (field === 'messages') return { reason: 'it does not say for which phone number ID it is' };
  if (businessAccountId !== account.businessAccountId) {
    return { reason: `it is for another business account, with the ID ${businessAccountId ?? 'missing'}` };
  }
  const displayed = textIn(value.display_phone_number);
  return displayed === undefined || digitsOf(displayed) === account.displayNumber
    ? 'ours'
    : { reason: 'it is about another number of the business account' };
};

/** Element of `contacts[]` about this person. */
export const contactIn = (value: JsonObject, ids: readonly (string | undefined)[]): JsonObject | undefined => {
  const contacts: readonly unknown[] = Array.isArray(value.contacts) ? (value.contacts as unknown[]) : [];
  const known = (id: unknown) => typeof id === 'string' && ids.includes(id);
  return contacts.map(objectIn).find((contact) => contact && (known(contact.user_id) || known(contact.wa_id)));
};

/** The part alone in Meta's own form, fit to be read again by later code. */
export const rawOf = ({ field, list, element, value, businessAccountId, entryTime }: Part, contact: JsonObject | undefined): unknown => {
  const entry = { id: businessAccountId, time: entryTime };
  if (list === undefined) return { ...entry, changes: [element] };
  const { messaging_product, metadata } = value;
  return { ...entry, changes: [{ field, value: { messaging_product, metadata, contacts: contact && [contact], [list]: [element] } }] };
};
