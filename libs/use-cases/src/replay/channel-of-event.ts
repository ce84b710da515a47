import { categoryOf, currentShape, type EventStore, type RecordedEvent, type StreamName } from '@madoguchi/event-sourcing';
import { eventsOf } from '../event-catalogue.js';

/** Categories whose streams belong to a channel: their first event says to which. */
export const CATEGORIES_OF_CHANNELS: readonly string[] = ['conversation', 'shelf', 'integration_account'];

/** Streams whose channel is remembered; conversations are short, so those that still go on are among the last. */
const MOST_STREAMS = 50_000;

/**
 * The channel that an event belongs to; undefined for one that belongs to none. Who reads in the order of the log has
 * met the first event of most streams; otherwise it is looked up.
 */
export const channelOfEvent = (store: Pick<EventStore, 'readStream'>) => {
  const channels = new Map<StreamName, string | undefined>();

  const remember = (stream: StreamName, channel: string | undefined): string | undefined => {
    channels.delete(stream);
    channels.set(stream, channel);
    if (channels.size > MOST_STREAMS) channels.delete(channels.keys().next().value!);
    return channel;
  };

  return async (event: RecordedEvent): Promise<string | undefined> => {
    const { stream } = event;
    if (!CATEGORIES_OF_CHANNELS.includes(categoryOf(stream))) return undefined;
    if (channels.has(stream)) return remember(stream, channels.get(stream));
    const first = event.version === 1 ? event : (await store.readStream(stream))[0];
    return remember(stream, first && channelIn(first));
  };
};

const channelIn = (first: RecordedEvent): string | undefined => {
  const { data } = currentShape(eventsOf(categoryOf(first.stream))?.versions, first);
  const { channel, accountType } = data as { readonly channel?: string; readonly accountType?: string };
  return channel ?? accountType;
};
