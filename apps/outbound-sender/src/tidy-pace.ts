import { setTimeout as sleep } from 'node:timers/promises';
import type { SharedSendingPace } from '@madoguchi/sending-pace';
import type { Logger } from '@madoguchi/service-kit';

const EVERY_MS = 60 * 60_000;

/** Once an hour; every sender does it, and one that fails leaves it to the next time. */
export const tidyPace = async (pace: SharedSendingPace, log: Logger, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await sleep(EVERY_MS, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    await pace.tidy().catch((error: unknown) => log.warn({ err: error }, 'the pace of sending was not tidied'));
  }
};
