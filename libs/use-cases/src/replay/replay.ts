import { categoryOf, comparePositions, type EventStore, type Position, type RecordedEvent, START } from '@madoguchi/event-sourcing';
import { eventCatalogue } from '../event-catalogue.js';
import { CATEGORIES_OF_CHANNELS, channelOfEvent } from './channel-of-event.js';
import type { EventFilter } from './event-filter.js';
import { opened, sealPersonalFields, type ShownEvent, type Unseal } from './shown-event.js';

/** What a replay needs of the log. */
export type ReadableLog = Pick<EventStore, 'readStream' | 'readAll' | 'head'>;

export interface ReplayOptions {
  readonly filter: EventFilter;
  /** Behind this position; default: from the beginning. */
  readonly after?: Position;
  /** Not behind this position; default: the end that the log has when the replay begins. */
  readonly upTo?: Position;
  /** Absent: what is personal stays sealed. */
  readonly unseal?: Unseal;
  /** When it aborts, the next page is not read any more: the replay throws its reason. */
  readonly signal?: AbortSignal;
  /** Most events in memory at once, some pages over; default 1,000. */
  readonly pageSize?: number;
}

export interface ReplayPage {
  /** In the order of the log; may be empty. */
  readonly events: readonly ShownEvent[];
  /** A replay after this position goes on where this page ends. */
  readonly position: Position;
  /** How many events were looked at. */
  readonly read: number;
}

const DEFAULT_PAGE_SIZE = 1_000;
/** The log's clock may step back a little; whoever is later than this has nothing before him that is still to come. */
const CLOCK_SLACK_MS = 60 * 60_000;

/**
 * The events that fit the filter, as today's code knows them, page by page in the order of the log. Holds some pages at a
 * time, however long the log is. Positions go up from page to page, so that any of them is a place to go on.
 */
export async function* replay(store: ReadableLog, options: ReplayOptions): AsyncGenerator<ReplayPage> {
  const { filter, after = START, unseal, signal, pageSize = DEFAULT_PAGE_SIZE } = options;
  const upTo = options.upTo ?? (await store.head());
  const channelOf = channelOfEvent(store);

  for await (const page of pagesOf(store, filter, after, pageSize)) {
    signal?.throwIfAborted();
    const inRange = page.filter(({ position }) => comparePositions(position, upTo) <= 0);
    const fitting = inRange.filter((event) => fits(event, filter));
    const wanted = filter.channels ? await ofChannels(fitting, filter.channels, channelOf) : fitting;
    if (inRange.length > 0) yield { events: await shown(wanted, unseal), position: inRange.at(-1)!.position, read: inRange.length };
    if (inRange.length < page.length || isPast(page, filter)) return;
  }
}

const shown = async (events: readonly RecordedEvent[], unseal: Unseal | undefined): Promise<readonly ShownEvent[]> => {
  const current = await opened(events, unseal);
  return unseal ? current : current.map(sealPersonalFields);
};

async function* pagesOf(
  store: ReadableLog,
  filter: EventFilter,
  after: Position,
  pageSize: number,
): AsyncIterable<readonly RecordedEvent[]> {
  const categories = categoriesIn(filter);
  if (!filter.stream) {
    yield* store.readAll({ after, pageSize, categories });
    return;
  }
  if (categories && !categories.includes(categoryOf(filter.stream))) return;
  const events = (await store.readStream(filter.stream)).filter(({ position }) => comparePositions(position, after) > 0);
  for (let start = 0; start < events.length; start += pageSize) yield events.slice(start, start + pageSize);
}

/** Every category that can hold a wanted event; undefined: any. */
const categoriesIn = ({ categories, types, channels }: EventFilter): readonly string[] | undefined => {
  if (!categories && !types && !channels) return undefined;
  return Object.entries(eventCatalogue)
    .filter(([category]) => !categories || categories.includes(category))
    .filter(([, { personalFields }]) => !types || types.some((type) => Object.hasOwn(personalFields, type)))
    .filter(([category]) => !channels || CATEGORIES_OF_CHANNELS.includes(category))
    .map(([category]) => category);
};

const fits = (event: RecordedEvent, { tenantId, types, from, to }: EventFilter): boolean =>
  (tenantId === undefined || event.metadata.tenantId === tenantId) &&
  (types === undefined || types.includes(event.type)) &&
  (from === undefined || event.recordedAt >= from) &&
  (to === undefined || event.recordedAt < to);

const ofChannels = async (
  events: readonly RecordedEvent[],
  channels: readonly string[],
  channelOf: ReturnType<typeof channelOfEvent>,
): Promise<readonly RecordedEvent[]> => {
  const wanted: RecordedEvent[] = [];
  for (const event of events) {
    const channel = await channelOf(event);
    if (channel !== undefined && channels.includes(channel)) wanted.push(event);
  }
  return wanted;
};

const isPast = (page: readonly RecordedEvent[], { to }: EventFilter): boolean =>
  to !== undefined && Date.parse(page.at(-1)!.recordedAt) >= Date.parse(to) + CLOCK_SLACK_MS;
