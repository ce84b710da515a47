import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { StoreUnavailableError } from '@madoguchi/event-sourcing';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from './connection.js';
import { AccessRefused, closed, readFailure } from './failures.js';
import { type LogQuestion, logQuestion, type StreamQuestion, streamQuestion } from './questions.js';
import { type StoredEvent, storedEvent } from './stored-event.js';

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

/**
 * The questions one can ask the server. An answer that does not come is asked for again until the deadline: by then a
 * cluster has a new leader, or a server that has just started is ready.
 */
export interface Reader {
  /** Nothing when the stream does not exist. @throws StreamDeletedError, StoreUnavailableError */
  stream(question: StreamQuestion, withinMs?: number): Promise<readonly StoredEvent[]>;
  /** @throws StoreUnavailableError */
  log(question: LogQuestion): Promise<readonly StoredEvent[]>;
}

export const createReader = (connection: Connection, deadlineMs: number): Reader => {
  const ask = async (question: ReadReq, withinMs = deadlineMs): Promise<readonly StoredEvent[]> => {
    const end = performance.now() + withinMs;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        const answers = await connection.ask(question, Math.max(end - performance.now(), 1));
        return answers.filter((answer) => answer.hasEvent()).map((answer) => storedEvent(answer.getEvent()!));
      } catch (error) {
        const failure = readFailure(error);
        const again = failure instanceof StoreUnavailableError && !(failure instanceof AccessRefused);
        if (connection.closed.aborted) throw closed();
        if (!again || performance.now() + pause >= end) throw failure;
      }
      await sleep(pause);
    }
  };

  return {
    stream: (question, withinMs) => ask(streamQuestion(question), withinMs),
    log: (question) => ask(logQuestion(question)),
  };
};
