import { setTimeout as sleep } from 'node:timers/promises';
import { MessageTooLargeError } from '@madoguchi/jetstream';
import type { Channel } from '@madoguchi/use-cases';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 250;

/**
 * Tries for ten seconds where the platform does not send a second time: whoever it told "not now" would have lost the message. What was
 * stored by a try that seemed to fail is known again by its key.
 */
export const patiently = async <T>({ redelivers }: Pick<Channel, 'redelivers'>, work: () => Promise<T>): Promise<T> => {
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (redelivers !== false || error instanceof MessageTooLargeError || Date.now() > end) throw error;
    }
  }
};
