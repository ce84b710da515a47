import { setTimeout as sleep } from 'node:timers/promises';

const DEADLINE_MS = 120_000;
const POLL_MS = 100;

/**
 * Asks again and again until the answer is there.
 *
 * @param what said when it does not come, with the last error
 * @param ask undefined and false mean: not yet. An error means the same, because a service may just be starting again.
 */
export const until = async <T>(what: string, ask: () => Promise<T | undefined | false>, deadlineMs = DEADLINE_MS): Promise<T> => {
  const deadline = Date.now() + deadlineMs;
  let lastError: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() > deadline) throw new Error(`Waited in vain for: ${what}`, { cause: lastError });
    await sleep(POLL_MS);
  }
};
