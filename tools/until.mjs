import { setTimeout as sleep } from 'node:timers/promises';

/** A machine that does something else too takes its time. */
const DEADLINE_MS = 120_000;
const POLL_MS = 5;

/**
 * Waits until the condition holds.
 *
 * @param {string} what said when it does not come to pass
 * @param {() => boolean | Promise<boolean>} condition
 */
export const until = async (what, condition) => {
  const deadline = Date.now() + DEADLINE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`It did not come to pass in ${DEADLINE_MS} ms: ${what}`);
    await sleep(POLL_MS);
  }
};
