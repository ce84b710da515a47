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

const speaker = (entry: SpokenEntry): string => {
  switch (entry.kind) {
    case 'customer message':
      return `customer ${entry.sender?.id ?? ''}`;
    case 'reply':
      return `reply ${(entry.agent ?? entry.bot)?.id ?? 'nobody'}`;
    case 'note':
      return `note ${entry.agent.id}`;
  }
};

export interface TimelineOptions {
  /** The first entry that was unread when the conversation was opened. */
  readonly firstNewId: string | null;
  /** There is more before `entries`: nothing is known yet about where the first one's day begins. */
  readonly hasOlder: boolean;
  /** The day of a moment in the reader's zone. */
  readonly dayOf: (at: Date) => string;
}

/**
 * Entries, oldest first, as the rows of the page: a line per day, one line "New", system lines in groups. A row keeps
 * its key when older entries come in above it: what is read is held in its place by it.
 */
export const timelineRows = (
  entries: readonly TimelineEntry[],
  { firstNewId, hasOlder, dayOf }: TimelineOptions,
): readonly TimelineRow[] => {
  const rows: TimelineRow[] = [];
  let day = hasOlder && entries[0] ? dayOf(new Date(entries[0].at)) : '';
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
    const previous = rows.at(-1);
    if (entry.kind === 'system') {
      if (previous?.kind === 'system') rows[rows.length - 1] = { ...previous, entries: [...previous.entries, entry] };
      else rows.push({ kind: 'system', key: '', entries: [entry] });
      last = null;
    } else {
      const follows = last !== null && speaker(last) === speaker(entry) && Date.parse(entry.at) - Date.parse(last.at) < TOGETHER_MS;
      if (follows && previous?.kind === 'entry') rows[rows.length - 1] = { ...previous, followed: true };
      rows.push({ kind: 'entry', key: entry.id, entry, follows, followed: false });
      last = entry;
    }
  }
  // A group may yet grow upwards: it is named after what stands below it.
  return rows.map((row, index) => (row.kind === 'system' ? { ...row, key: `before ${rows[index + 1]?.key ?? 'the end'}` } : row));
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
