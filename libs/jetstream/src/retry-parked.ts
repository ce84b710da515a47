import { type Delivery, NotBefore } from './delivery.js';
import type { Log } from './log.js';
import { nameOf } from './name-of.js';
import type { ParkedMessage, ParkingLot } from './park.js';
import { pause } from './pause.js';

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 10 * 60_000;
const LANES_AT_ONCE = 16;
const LOOK_EVERY_MS = 1_000;
/** After so many looks a round comes to an end though something is in work: a token that was lost unnoticed has to be noticed. */
const MOST_LOOKS = 300;

export interface RetryOptions {
  readonly lot: ParkingLot;
  readonly handler: (delivery: Delivery) => Promise<void>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/**
 * Tries what is parked again, each lane in its order and for itself, sixteen lanes at once: one that hangs holds up nobody else, also
 * none whose time comes meanwhile. A failed message waits twice as long each time
 * (5 s … 10 min), one with a time waits until then. How often one has failed is only known to this process; a
 * successor starts with a try at once, which does no harm.
 *
 * @returns one round: call it again and again, in one process at a time. It ends when nothing is in work, also after the signal has
 * aborted; rejects then when a lane could not be looked at
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

  const work = async (lane: string): Promise<void> => {
    for (let message = await lot.first(lane); message && due(message) && !signal.aborted; message = await lot.first(lane)) {
      if (!(await attempt(message))) return;
    }
  };

  return async () => {
    const inWork = new Map<string, Promise<void>>();
    const failures: unknown[] = [];
    const take = (lane: string): void => {
      const working = work(lane)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => inWork.delete(lane));
      inWork.set(lane, working);
    };
    const look = async (): Promise<void> => {
      for (const lane of await lot.lanes()) {
        while (inWork.size >= LANES_AT_ONCE) await Promise.race(inWork.values());
        if (signal.aborted) return;
        if (!inWork.has(lane)) take(lane);
      }
    };
    const allDone = () => Promise.all(inWork.values());

    try {
      for (let looks = 1; looks <= MOST_LOOKS; looks += 1) {
        await look();
        await Promise.race([allDone(), pause(LOOK_EVERY_MS, signal)]);
        if (inWork.size === 0 || failures.length > 0 || signal.aborted) break;
      }
    } finally {
      await allDone();
    }
    if (failures.length > 0) throw failures[0];
  };
};
