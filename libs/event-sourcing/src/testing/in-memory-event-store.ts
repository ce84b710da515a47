import type { NewEvent, Position, RecordedEvent } from '../event.js';
import { START } from '../event.js';
import {
  DuplicateEventIdError,
  type EventStore,
  EventTooLargeError,
  type ExpectedVersion,
  FencedError,
  StoreUnavailableError,
  WrongExpectedVersionError,
} from '../event-store.js';
import { categoryOf, type StreamName } from '../stream-name.js';

const LARGEST_DATA_BYTES = 1024 * 1024;
const DEFAULT_PAGE_SIZE = 1_000;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface InMemoryLogOptions {
  /** Gives `recordedAt`. */
  readonly now?: () => Date;
}

/** What several stores (handles) share, as processes share a database. */
export interface InMemoryLog {
  /** Another handle, with the epoch that holds now. */
  open(): EventStore;
}

/** A log in an array, for specs. It passes the contract suite and gives back copies, as a database would. */
export const createInMemoryLog = ({ now = () => new Date() }: InMemoryLogOptions = {}): InMemoryLog => {
  const log: Log = { events: [], byId: new Map(), streams: new Map(), epoch: 1, arrivals: new EventTarget(), now };
  return { open: () => handleOf(log) };
};

/** A handle on a log of its own. */
export const inMemoryEventStore = (options?: InMemoryLogOptions): EventStore => createInMemoryLog(options).open();

interface Log {
  readonly events: RecordedEvent[];
  readonly byId: Map<string, RecordedEvent>;
  readonly streams: Map<StreamName, RecordedEvent[]>;
  readonly arrivals: EventTarget;
  readonly now: () => Date;
  epoch: number;
}

const handleOf = (log: Log): EventStore => {
  let epoch = log.epoch;
  const closing = new AbortController();

  const checkOpen = () => {
    if (closing.signal.aborted) throw new StoreUnavailableError('This event store is closed');
  };

  const nextPage = (after: Position, categories: readonly string[] | undefined, size: number): readonly RecordedEvent[] => {
    checkOpen();
    const page: RecordedEvent[] = [];
    for (let index = Number(after); index < log.events.length && page.length < size; index += 1) {
      const event = log.events[index]!;
      if (!categories || categories.includes(categoryOf(event.stream))) page.push(copy(event));
    }
    return page;
  };

  return {
    append: async (stream, events, expected) => {
      checkOpen();
      if (epoch !== log.epoch) throw new FencedError();
      const recorded = append(log, stream, events, expected);
      if (recorded.length > 0) log.arrivals.dispatchEvent(new Event('appended'));
      return recorded.map(copy);
    },

    readStream: async (stream, after = 0) => {
      await Promise.resolve();
      checkOpen();
      return (log.streams.get(stream) ?? []).slice(after).map(copy);
    },

    async *readAll({ after, categories, pageSize = DEFAULT_PAGE_SIZE }) {
      for (let place = after; ;) {
        await Promise.resolve();
        const page = nextPage(place, categories, pageSize);
        if (page.length > 0) yield page;
        if (page.length < pageSize) return;
        place = page.at(-1)!.position;
      }
    },

    async *subscribe({ after, categories, pageSize = DEFAULT_PAGE_SIZE, signal }) {
      const end = AbortSignal.any([signal, closing.signal]);
      for (let place = after; !end.aborted;) {
        const page = nextPage(place, categories, pageSize);
        if (page.length === 0) {
          await arrival(log.arrivals, end);
        } else {
          place = page.at(-1)!.position;
          yield page;
        }
      }
    },

    head: async () => {
      checkOpen();
      return log.events.at(-1)?.position ?? START;
    },

    fence: async () => {
      checkOpen();
      log.epoch += 1;
      epoch = log.epoch;
    },

    close: async () => closing.abort(),
  };
};

const append = (log: Log, stream: StreamName, events: readonly NewEvent[], expected: ExpectedVersion): readonly RecordedEvent[] => {
  const written = events.map((event) => checked(event));
  if (written.length === 0) return [];
  if (new Set(written.map((event) => event.id)).size < written.length) {
    throw new DuplicateEventIdError(stream, 'an id stands twice in one append');
  }

  const known = written.map((event) => log.byId.get(event.id)).filter((event) => event !== undefined);
  if (known.length > 0) {
    const first = known[0]!;
    const repeated =
      known.length === written.length &&
      known.every((event, index) => event.stream === stream && event.version === first.version + index) &&
      (expected === 'any' || first.version - 1 === numberOf(expected));
    if (!repeated) throw new DuplicateEventIdError(stream, `event ${first.id} is already recorded in another place`);
    return known;
  }

  const history = log.streams.get(stream) ?? [];
  if (expected !== 'any' && numberOf(expected) !== history.length) {
    throw new WrongExpectedVersionError(stream, expected, history.length);
  }

  const recordedAt = log.now().toISOString();
  const recorded = written.map((event, index) => ({
    ...event,
    stream,
    version: history.length + index + 1,
    position: String(log.events.length + index + 1),
    recordedAt,
  }));
  log.streams.set(stream, history);
  for (const event of recorded) {
    history.push(event);
    log.events.push(event);
    log.byId.set(event.id, event);
  }
  return recorded;
};

const checked = (event: NewEvent): NewEvent => {
  if (!uuidPattern.test(event.id)) throw new TypeError(`"${event.id}" is no event id: a lower-case uuid is needed`);
  const data = JSON.stringify(event.data);
  const size = new TextEncoder().encode(data).length;
  if (size > LARGEST_DATA_BYTES) {
    throw new EventTooLargeError(`${event.type} ${event.id} has ${size} bytes of data; ${LARGEST_DATA_BYTES} are allowed`);
  }
  return { ...event, data: JSON.parse(data) as object };
};

const numberOf = (expected: 'no stream' | number): number => (expected === 'no stream' ? 0 : expected);

const copy = (event: RecordedEvent): RecordedEvent => structuredClone(event);

const arrival = (arrivals: EventTarget, end: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (end.aborted) return resolve();
    const done = () => {
      arrivals.removeEventListener('appended', done);
      end.removeEventListener('abort', done);
      resolve();
    };
    arrivals.addEventListener('appended', done);
    end.addEventListener('abort', done);
  });
