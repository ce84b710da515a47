import { AppendOutcomeUnknownError } from '@madoguchi/event-sourcing';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Placed, Verdict } from './append-messages.js';
import type { AppendPipe } from './append-pipe.js';
import type { Proposal } from './event-form.js';
import { accessRefused, NotSent, reasonOf, StreamDeletedError, unavailable } from './failures.js';
import type { Reader } from './reader.js';

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

/** What became of an append, for certain. */
export type Written = { readonly kind: 'written'; readonly last: Placed } | Refused;
type Refused = Extract<Verdict, { kind: 'conflict' | 'too large' }>;

/** Appends to a stream behind a revision, and finds out what became of it. */
export interface Writer {
  /**
   * @param revision of the event behind which to append; −1: the stream must not exist
   * @throws StreamDeletedError, StoreUnavailableError, TypeError: certainly nothing was stored
   * @throws AppendOutcomeUnknownError
   */
  append(stream: string, revision: bigint, events: readonly Proposal[]): Promise<Written>;
}

/**
 * An append without an answer is looked for in the stream and, when it is not there, sent again until the deadline, always
 * behind the same revision: by this the server knows it again should it have come after all. It compares the ids of the
 * events that stand behind the revision given; behind another revision it would store them a second time.
 */
export const createWriter = (pipe: AppendPipe, reader: Reader, deadlineMs: number): Writer => {
  const find = async (stream: string, revision: bigint, events: readonly Proposal[], withinMs: number): Promise<Written | undefined> => {
    const found = await reader.stream({ stream, from: revision + 1n, count: events.length }, withinMs).catch(() => []);
    const same = found.length === events.length && found.every((event, index) => event.id === events[index]!.id);
    return same ? { kind: 'written', last: found.at(-1)! } : undefined;
  };

  return {
    append: async (stream, revision, events) => {
      const end = performance.now() + deadlineMs;
      const left = () => Math.max(end - performance.now(), 1);
      let failure = '';
      let doubt = false;
      for (let pause = FIRST_PAUSE_MS; performance.now() < end; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        const verdict = await pipe.send(stream, revision, events, left()).catch(verdictOfFailure);
        switch (verdict.kind) {
          case 'appended':
            return { kind: 'written', last: verdict.last };
          case 'conflict':
          case 'too large':
            return verdict;
          case 'stream deleted':
          case 'access refused':
          case 'not understood':
            // An earlier try may have been stored before the stream was deleted, or the user lost its right.
            if (doubt) throw inDoubt(verdict.kind);
            throw refused(verdict.kind, stream);
          case 'in doubt':
            doubt = true;
            failure = verdict.reason;
            break;
          case 'not now':
            failure = verdict.reason;
        }
        if (performance.now() + pause >= end) break;
        await sleep(pause);
        const found = doubt && (await find(stream, revision, events, left()));
        if (found) return found;
      }
      throw doubt ? inDoubt(failure) : unavailable(failure);
    },
  };
};

const verdictOfFailure = (error: unknown): Extract<Verdict, { kind: 'not now' | 'in doubt' }> => ({
  kind: error instanceof NotSent ? 'not now' : 'in doubt',
  reason: reasonOf(error),
});

const refused = (kind: 'stream deleted' | 'access refused' | 'not understood', stream: string): Error => {
  switch (kind) {
    case 'stream deleted':
      return new StreamDeletedError(stream);
    case 'access refused':
      return accessRefused();
    case 'not understood':
      return new TypeError(`EventStoreDB cannot store these events in "${stream}"`);
  }
};

const inDoubt = (reason: string) => new AppendOutcomeUnknownError(`EventStoreDB did not say what became of an append (${reason})`);
