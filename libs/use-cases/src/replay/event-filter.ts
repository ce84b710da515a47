import { CHANNEL_TYPES, type ChannelType } from '@madoguchi/conversation';
import { parseStreamName, Refusal, type StreamName } from '@madoguchi/event-sourcing';
import { eventCatalogue, eventsOf } from '../event-catalogue.js';

/** Which events are wanted: those that fit everything that is named. */
export interface EventFilter {
  readonly stream?: StreamName;
  readonly categories?: readonly string[];
  readonly types?: readonly string[];
  readonly tenantId?: string;
  /** Of conversations, shelved items and integration accounts; other events belong to no channel. */
  readonly channels?: readonly ChannelType[];
  /** ISO 8601, UTC: recorded at this time or later. */
  readonly from?: string;
  /** ISO 8601, UTC: recorded before. */
  readonly to?: string;
}

/** A filter as people and programs write it. */
export interface EventFilterText {
  readonly stream?: string;
  readonly categories?: readonly string[];
  readonly types?: readonly string[];
  readonly tenantId?: string;
  readonly channels?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

const TYPES: ReadonlySet<string> = new Set(Object.values(eventCatalogue).flatMap(({ personalFields }) => Object.keys(personalFields)));

/** @throws Refusal `bad-filter`: a mistyped word would otherwise look like "there are none" */
export const checkedFilter = (text: EventFilterText): EventFilter => {
  const filter: EventFilter = {
    stream: text.stream === undefined ? undefined : checkedStream(text.stream),
    categories: known(text.categories, 'category', (word) => eventsOf(word) !== undefined, Object.keys(eventCatalogue)),
    types: known(text.types, 'type of event', (word) => TYPES.has(word), [...TYPES]),
    tenantId: text.tenantId?.toLowerCase(),
    channels: known(text.channels, 'channel', isChannel, CHANNEL_TYPES) as readonly ChannelType[] | undefined,
    from: text.from === undefined ? undefined : checkedTime(text.from),
    to: text.to === undefined ? undefined : checkedTime(text.to),
  };
  if (filter.from !== undefined && filter.to !== undefined && filter.from >= filter.to) {
    throw new Refusal('bad-filter', `Nothing can be recorded from ${filter.from} on and before ${filter.to}.`);
  }
  return filter;
};

const isoTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * @returns ISO 8601 in UTC, to the millisecond
 * @throws Refusal `bad-filter`
 */
export const checkedTime = (text: string): string => {
  const time = isoTime.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) {
    throw new Refusal('bad-filter', `"${text}" is no time: write 2026-11-20 (midnight, UTC), 2026-11-20T09:00Z or 2026-11-20T18:00+09:00.`);
  }
  return new Date(time).toISOString();
};

const checkedStream = (text: string): StreamName => {
  try {
    return parseStreamName(text.toLowerCase());
  } catch {
    throw new Refusal('bad-filter', `"${text}" is no stream: write the category and the id, conversation-<uuid>.`);
  }
};

const isChannel = (word: string): boolean => (CHANNEL_TYPES as readonly string[]).includes(word);

const known = (
  words: readonly string[] | undefined,
  what: string,
  isKnown: (word: string) => boolean,
  all: readonly string[],
): readonly string[] | undefined => {
  for (const word of words ?? []) {
    if (!isKnown(word)) throw new Refusal('bad-filter', `There is no ${what} "${word}". There are: ${all.join(', ')}.`);
  }
  return words && words.length > 0 ? [...new Set(words)] : undefined;
};
