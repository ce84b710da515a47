import { type WhatsAppAccount, type WhatsAppUser } from './state.js';

export type Json = Readonly<Record<string, unknown>>;

/** One thing that Meta tells: a change of a business account. */
export interface WhatsAppEvent {
  /** As the journal names it. */
  readonly id: string;
  /** In whose journal it stands. */
  readonly account: string;
  readonly businessAccountId: string;
  readonly field: string;
  readonly value: Json;
  /** Of the entry; only what Meta tells of an account has one. */
  readonly time?: number;
}

/** The lists of a change of `messages`: what stands in them may be put together with its like. */
const LISTS = ['messages', 'statuses'] as const;

/** The body of one request: changes by business account; neighbours of one number and kind share a change. */
export const bodyOf = (events: readonly WhatsAppEvent[]): string => {
  const entries: { id: string; time?: number; changes: { field: string; value: Json }[] }[] = [];
  for (const { businessAccountId, field, value, time } of events) {
    const last = entries.at(-1);
    const entry = last?.id === businessAccountId && last.time === time ? last : { id: businessAccountId, time, changes: [] };
    if (entry !== last) entries.push(entry);
    const before = entry.changes.at(-1);
    const merged = before?.field === field ? together(before.value, value) : undefined;
    if (merged) entry.changes[entry.changes.length - 1] = { field, value: merged };
    else entry.changes.push({ field, value });
  }
  return escaped(JSON.stringify({ object: 'whatsapp_business_account', entry: entries }));
};

const together = (before: Json, value: Json): Json | undefined => {
  const list = LISTS.find((name) => Array.isArray(before[name]) && Array.isArray(value[name]));
  if (list === undefined || JSON.stringify(before['metadata']) !== JSON.stringify(value['metadata'])) return undefined;
  const contacts = [...((before['contacts'] as Json[]) ?? []), ...((value['contacts'] as Json[]) ?? [])];
  const each = [...new Map(contacts.map((contact) => [JSON.stringify(contact), contact])).values()];
  return { ...before, ...(each.length > 0 ? { contacts: each } : {}), [list]: [...(before[list] as Json[]), ...(value[list] as Json[])] };
};

/** Meta writes everything outside of ASCII as \uXXXX, and signs that. */
const escaped = (json: string): string =>
  json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A change of `messages` about one number. */
export const eventOf = (account: WhatsAppAccount, id: string, value: Json): WhatsAppEvent => ({
  id,
  account: account.phoneNumberId,
  businessAccountId: account.businessAccountId,
  field: 'messages',
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: account.number, phone_number_id: account.phoneNumberId },
    ...value,
  },
});

/** What Meta tells of a person beside each of their messages; `username` of those who hide their number. */
export const contactOf = ({ name, number, userId }: WhatsAppUser): Json => ({
  profile: { name, ...(number === undefined ? { username: `@${name.toLowerCase().replace(/\W+/g, '_')}` } : {}) },
  ...(number === undefined ? {} : { wa_id: number }),
  user_id: userId,
});
