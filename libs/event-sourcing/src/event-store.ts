import type { NewEvent, Position, RecordedEvent } from './event.js';
import type { StreamName } from './stream-name.js';

/** `'no stream'`: nothing may have been recorded yet; a number: the version of the last event seen; `'any'`: no check. */
export type ExpectedVersion = 'no stream' | 'any' | number;

/**
 * The log. Every adapter passes the one contract suite (`@madoguchi/event-sourcing/testing`).
 *
 * It has one total order: who reads after position p sees every later event exactly once, ascending, and never
 * finds an event appear behind a place that was already read.
 */
export interface EventStore {
  /**
   * Records all events, or none. Durable when the promise resolves.
   *
   * Repeating an append (same ids, same expected version other than `'any'`) stores nothing and gives what was recorded.
   *
   * @throws WrongExpectedVersionError the stream has moved on; nothing was stored
   * @throws DuplicateEventIdError an id is already used elsewhere; nothing was stored
   * @throws EventTooLargeError nothing was stored
   * @throws FencedError another writer has taken the log over; nothing was stored, this process must end
   * @throws StoreUnavailableError certainly nothing was stored
   * @throws AppendOutcomeUnknownError read the stream before you decide again
   */
  append(stream: StreamName, events: readonly NewEvent[], expected: ExpectedVersion): Promise<readonly RecordedEvent[]>;

  /** The events of one stream, oldest first, behind version `after` (default 0); empty when there is none. */
  readStream(stream: StreamName, after?: number): Promise<readonly RecordedEvent[]>;

  /**
   * The whole log behind `after`, in pages, until the end that it had when the reader arrived there.
   * `categories` leaves out everything else.
   */
  readAll(options: ReadAllOptions): AsyncIterable<readonly RecordedEvent[]>;

  /** As `readAll`, but waits for more at the end, until the signal aborts; then it ends without an error. */
  subscribe(options: SubscribeOptions): AsyncIterable<readonly RecordedEvent[]>;

  /** The position of the last event, `START` for an empty log. */
  head(): Promise<Position>;

  /**
   * Makes every writer that was opened earlier a stranger: its appends end in FencedError from now on.
   * For taking a log over after a restore or a move, when an old process may still be alive somewhere.
   */
  fence(): Promise<void>;

  /** Waits for appends in flight, then lets go of connections. */
  close(): Promise<void>;
}

export interface ReadAllOptions {
  readonly after: Position;
  readonly categories?: readonly string[];
  /** Most events in one page; default 1,000. */
  readonly pageSize?: number;
}

export interface SubscribeOptions extends ReadAllOptions {
  readonly signal: AbortSignal;
}

export class WrongExpectedVersionError extends Error {
  override readonly name = 'WrongExpectedVersionError';
  constructor(
    readonly stream: StreamName,
    readonly expected: ExpectedVersion,
    /** 0 when the stream does not exist. */
    readonly actual: number,
  ) {
    super(`${stream}: expected version ${expected}, but it is ${actual}`);
  }
}

export class DuplicateEventIdError extends Error {
  override readonly name = 'DuplicateEventIdError';
  constructor(
    readonly stream: StreamName,
    detail: string,
  ) {
    super(`${stream}: ${detail}`);
  }
}

export class EventTooLargeError extends Error {
  override readonly name = 'EventTooLargeError';
}

export class FencedError extends Error {
  override readonly name = 'FencedError';
  constructor() {
    super('Another writer has taken over this log; this process must be restarted');
  }
}

export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

export class AppendOutcomeUnknownError extends Error {
  override readonly name = 'AppendOutcomeUnknownError';
}
