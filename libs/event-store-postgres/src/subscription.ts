import { type RecordedEvent, StoreUnavailableError, type SubscribeOptions } from '@madoguchi/event-sourcing';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bell } from './bell.js';
import type { Reader } from './reader.js';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** Pages of the log for ever. While PostgreSQL is away it asks again and again, later and later. */
export async function* subscription(
  reader: Reader,
  bell: Bell,
  options: Omit<Required<SubscribeOptions>, 'categories'> & Pick<SubscribeOptions, 'categories'>,
): AsyncGenerator<readonly RecordedEvent[]> {
  const { categories, pageSize, signal } = options;
  let place = options.after;
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const heard = bell.rings();
    try {
      const page = await unlessAborted(reader.page(place, categories, pageSize), signal);
      pause = FIRST_PAUSE_MS;
      if (!page) return;
      if (page.length === 0) {
        await bell.wait(heard, signal);
        continue;
      }
      place = page.at(-1)!.position;
      yield page;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }
}

/** The promise's value, or nothing as soon as the signal aborts. */
const unlessAborted = <Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value | undefined> =>
  new Promise((resolve, reject) => {
    const abort = () => resolve(undefined);
    signal.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
