import type { TimelineEntry } from '@madoguchi/contracts';

type SystemEntry = Extract<TimelineEntry, { kind: 'system' }>;
export type SpokenEntry = Exclude<TimelineEntry, SystemEntry>;

export type TimelineRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'new'; readonly key: string }
  | { readonly kind: 'system'; readonly key: string; readonly entries: readonly SystemEntry[] }
  /** `follows`: the same side goes on speaking, so the name is not repeated; `followed`: the time stands below the last of them. */
  | { readonly kind: 'entry'; readonly key: string; readonly entry: SpokenEntry; readonly follows: boolean; readonly followed: boolean };

/** Bubbles of one side closer than this belong together. */
const TOGETHER_MS = 5 * 60_000;

const speaker = (entry: SpokenEntry): string =>
  entry.kind === 'customer message' ? `customer ${entry.sender?.id ?? ''}` : `${entry.kind} ${entry.agent.id}`;

/**
 * Entries, oldest first, as the rows of the page: a line per day, one line "New", system lines in groups.
 *
 * @param firstNewId the first entry that was unread when the conversation was opened
 * @param dayOf the day of a moment in the reader's zone
 */
export const timelineRows = (
  entries: readonly TimelineEntry[],
  firstNewId: string | null,
  dayOf: (at: Date) => string,
): readonly TimelineRow[] => {
  const rows: TimelineRow[] = [];
  let day = '';
  let last: SpokenEntry | null = null;
  for (const entry of entries) {
    const today = dayOf(new Date(entry.at));
    if (today !== day) {
      rows.push({ kind: 'day', key: `day ${today} ${entry.id}`, at: entry.at });
      day = today;
      last = null;
    }
    if (entry.id === firstNewId) {
      rows.push({ kind: 'new', key: 'new' });
      last = null;
    }
    if (entry.kind === 'system') {
      const previous = rows.at(-1);
      if (previous?.kind === 'system') rows[rows.length - 1] = { ...previous, entries: [...previous.entries, entry] };
      else rows.push({ kind: 'system', key: `system ${entry.id}`, entries: [entry] });
      last = null;
    } else {
      const follows = last !== null && speaker(last) === speaker(entry) && Date.parse(entry.at) - Date.parse(last.at) < TOGETHER_MS;
      const previous = rows.at(-1);
      if (follows && previous?.kind === 'entry') rows[rows.length - 1] = { ...previous, followed: true };
      rows.push({ kind: 'entry', key: entry.id, entry, follows, followed: false });
      last = entry;
    }
  }
  return rows;
};

/** The first of the customer's last `unread` messages. */
export const firstUnread = (entries: readonly TimelineEntry[], unread: number): string | null => {
  if (unread === 0) return null;
  const messages = entries.filter((entry) => entry.kind === 'customer message');
  return messages.at(-Math.min(unread, messages.length))?.id ?? null;
};

/** How many messages of the customer stand after `order`. */
export const messagesSince = (entries: readonly TimelineEntry[], order: string): number =>
  entries.filter((entry) => entry.kind === 'customer message' && entry.order > order).length;
