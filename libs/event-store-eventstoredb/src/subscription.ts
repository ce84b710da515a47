import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { type RecordedEvent, StoreUnavailableError, type SubscribeOptions } from '@madoguchi/event-sourcing';
import type { ClientReadableStream } from '@grpc/grpc-js';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from './connection.js';
import { readFailure } from './failures.js';
import type { Fences } from './fences.js';
import type { History } from './history.js';
import { followQuestion } from './questions.js';
import { storedEvent } from './stored-event.js';
import type { StreamNames } from './stream-names.js';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
const WAIT_FOR_MORE_MS = 50;

interface Parts {
  readonly connection: Connection;
  readonly history: History;
  readonly names: StreamNames;
  readonly fences: Fences;
}

/** The log for ever. When the server ends the subscription, or is lost, it is asked again behind the last event that came. */
export async function* subscription(
  { connection, history, names, fences }: Parts,
  { after, categories, pageSize, signal }: Omit<SubscribeOptions, 'pageSize'> & { readonly pageSize: number },
): AsyncGenerator<readonly RecordedEvent[]> {
  let place = after;
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    try {
      // Fences in front of the place do not come along.
      await unlessAborted(fences.knowUpTo(place), signal);
      const call = await unlessAborted(connection.follow(followQuestion(place, names.filter(categories))), signal, (late) => late.cancel());
      if (!call) return;
      for await (const answers of arrivals(call, pageSize, signal)) {
        pause = FIRST_PAUSE_MS;
        const events: RecordedEvent[] = [];
        for (const answer of answers) {
          if (answer.hasCheckpoint()) place = answer.getCheckpoint()!.getCommitPosition();
          if (!answer.hasEvent()) continue;
          const event = storedEvent(answer.getEvent()!);
          place = event.position;
          const recorded = history.recorded(event);
          if (recorded) events.push(recorded);
        }
        fences.metUpTo(place);
        if (events.length > 0) yield events;
      }
    } catch (error) {
      const failure = readFailure(error);
      if (!(failure instanceof StoreUnavailableError)) throw failure;
    }
    await sleep(pause, undefined, { signal }).catch(() => undefined);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/**
 * What comes, in portions of at most `most`. Full ones while the past comes; then what came while the last portion was
 * worked on. Ends when the call or the signal does.
 */
async function* arrivals(call: ClientReadableStream<ReadResp>, most: number, signal: AbortSignal): AsyncGenerator<readonly ReadResp[]> {
  let waiting: ReadResp[] = [];
  let events = 0;
  /** Servers before 23.10 do not say when the past is over: then a portion waits a moment, and goes. */
  let live = false;
  let ended = false;
  let failure: unknown;
  let wake = () => {};
  call.on('data', (answer: ReadResp) => {
    waiting.push(answer);
    if (answer.hasEvent()) events += 1;
    if (answer.hasCaughtUp()) live = true;
    if (events >= most) call.pause();
    wake();
  });
  call.on('error', (error) => {
    failure = error;
    wake();
  });
  call.on('end', () => {
    ended = true;
    wake();
  });
  const abort = () => wake();
  signal.addEventListener('abort', abort);
  try {
    while (!signal.aborted) {
      const over = ended || failure !== undefined;
      if (waiting.length === 0 && over) {
        if (failure !== undefined) throw failure;
        return;
      }
      const full = events >= most;
      if (waiting.length > 0 && (full || live || over)) {
        const portion = waiting;
        waiting = [];
        events = 0;
        call.resume();
        yield portion;
        continue;
      }
      const arrival = new Promise<void>((resolve) => (wake = resolve));
      if (waiting.length === 0) await arrival;
      else if ((await Promise.race([arrival, sleep(WAIT_FOR_MORE_MS, 'nothing more')])) === 'nothing more') live = true;
      // What the server sent together comes together.
      await turn();
    }
  } finally {
    signal.removeEventListener('abort', abort);
    call.cancel();
  }
}

/** The promise's value, or nothing as soon as the signal aborts; a value that comes later goes to `dispose`. */
const unlessAborted = <Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
  dispose: (late: Value) => void = () => {},
): Promise<Value | undefined> =>
  new Promise((resolve, reject) => {
    const abort = () => {
      resolve(undefined);
      promise.then(dispose, () => undefined);
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
