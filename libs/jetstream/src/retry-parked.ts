import { type Delivery, NotBefore } from './delivery.js';
import type { Log } from './log.js';
import { nameOf } from './name-of.js';
import type { ParkedMessage, ParkingLot } from './park.js';

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 10 * 60_000;

export interface RetryOptions {
  readonly lot: ParkingLot;
  readonly handler: (delivery: Delivery) => Promise<void>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/**
 * Tries what is parked again, each lane in its order and for itself: a failed message waits twice as long each time
 * (5 s … 10 min), one with a time waits until then. How often one has failed is only known to this process; a
 * successor starts with a try at once, which does no harm.
 *
 * @returns one round: call it again and again, in one process at a time
 */
export const retryRounds = ({ lot, handler, now, signal, log }: RetryOptions): (() => Promise<void>) => {
  const waits = new Map<number, { failures: number; until: number }>();

  const due = (message: ParkedMessage): boolean => {
    const until = waits.get(message.place)?.until ?? message.notBefore?.getTime() ?? 0;
    return until <= now().getTime();
  };

  const attempt = async (message: ParkedMessage): Promise<boolean> => {
    try {
      await handler(message.delivery);
    } catch (error) {
      const failures = (waits.get(message.place)?.failures ?? 0) + (error instanceof NotBefore ? 0 : 1);
      const wait = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
      waits.set(message.place, { failures, until: error instanceof NotBefore ? error.until.getTime() : now().getTime() + wait });
      if (!(error instanceof NotBefore))
        log.warn({ automation: lot.automation, place: message.place, failures, error: nameOf(error) }, 'a parked message failed again');
      return false;
    }
    await lot.leave(message);
    waits.delete(message.place);
    return true;
  };

  return async () => {
    for (const lane of await lot.lanes()) {
      for (let message = await lot.first(lane); message && due(message) && !signal.aborted; message = await lot.first(lane)) {
        if (!(await attempt(message))) break;
      }
      if (signal.aborted) return;
    }
  };
};
