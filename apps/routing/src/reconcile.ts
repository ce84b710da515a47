import { dueClocks, dueConversations, unsettledOffers, waitingRooms } from '@madoguchi/read-models';
import type { DataSource } from 'typeorm';
import { actOnClock } from './automation/act-on-clock.js';
import { offerWaitingConversations } from './automation/offer-waiting-conversations.js';
import { takeStep } from './automation/take-step.js';
import { whenTheTimeOfAConversationHasComeThenMoveIt } from './automation/when-the-time-of-a-conversation-has-come-then-move-it.js';
import type { Router } from './router.js';

/** Steps at once; what is left comes in the next round. */
const STEPS = 100;
const WAITING = 500;

/**
 * Looks at who waits, who is free, which offers are on their way and which clocks have run down, and does what follows. Remembers
 * nothing: what fails, or was begun by somebody who is gone, is found again. Doing it twice at once does no harm, because every step has
 * its own command id.
 *
 * @returns what failed
 */
export const reconcile = async (database: DataSource, router: Router): Promise<readonly unknown[]> => {
  const offers = await unsettledOffers(database, router.now(), STEPS);
  const settled = await Promise.allSettled(offers.map((offer) => takeStep(router, offer)));
  const due = await dueConversations(database, router.now(), STEPS);
  const moved = await Promise.allSettled(due.map((one) => whenTheTimeOfAConversationHasComeThenMoveIt(router, one)));
  const clocks = await dueClocks(database, router.now(), STEPS);
  const acted = await Promise.allSettled(clocks.map((clock) => actOnClock(router, clock)));
  const rooms = await waitingRooms(database, WAITING, router.now());
  const offered = await Promise.allSettled(rooms.map((room) => offerWaitingConversations(router, room)));
  return [...settled, ...moved, ...acted, ...offered].flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
};
