import type { InboundItem } from '@madoguchi/contracts';

const TIMES = new Set(['sentAt', 'editedAt', 'unsentAt', 'reactedAt', 'at', 'upTo']);
const IDS = new Set(['dedupKey', 'conversationKey', 'platformKind', 'providerMessageId', 'orderKey', 'key']);
/** Neither is read by us: what a customer wrote, and what a platform wrote. */
const WHOLE = new Set(['content', 'raw']);

/** Whether indexes and columns take it: times of four-digit years from 1970 on, ids of at most 512 bytes. */
export const isStorable = (item: InboundItem): boolean => everyEntry(item, fits);

const fits = (name: string, text: string): boolean => {
  if (TIMES.has(name)) return /^(19[7-9]|[2-9]\d\d)\d-/.test(text) && new Date(text).toISOString() === text;
  return !IDS.has(name) || Buffer.byteLength(text) <= 512;
};

const everyEntry = (value: object, check: (name: string, text: string) => boolean): boolean =>
  Object.entries(value).every(([name, entry]: [string, unknown]) => {
    if (WHOLE.has(name)) return true;
    if (typeof entry === 'string') return check(name, entry);
    return typeof entry === 'object' && entry !== null ? everyEntry(entry, check) : true;
  });
