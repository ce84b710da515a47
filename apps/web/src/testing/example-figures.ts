import type { LiveFigures, LiveQueue } from '@madoguchi/contracts';
import { AIKO } from './example-entries.js';
import { ago, BOB, EXAMPLE_NOW, QUEUE, uuid } from './example-rows.js';

const offers = { made: 40, accepted: 36, declined: 2, lapsed: 2 };
const queue = (id: string, name: string, more: Partial<LiveQueue>): LiveQueue => ({
  id,
  name,
  waiting: 0,
  offered: 0,
  longestWaitSince: null,
  inHand: 7,
  agents: { serving: 4, available: 2 },
  targetSeconds: 120,
  today: { answered: 40, inTime: 36, late: 4, level: 0.9 },
  lastHour: { answered: 6, inTime: 6, late: 0, level: 1 },
  offersToday: offers,
  handledToday: 35,
  goneToday: 1,
  ...more,
});

/** A queue where somebody waits too long, one that is quiet, one that promises nothing. */
export const figures: LiveFigures = {
  at: EXAMPLE_NOW.toISOString(),
  today: ago(642),
  position: '100',
  queues: [
    queue(QUEUE.id, QUEUE.name, { waiting: 3, offered: 1, longestWaitSince: ago(6) }),
    queue(uuid(602), 'Sales', { longestWaitSince: null }),
    queue(uuid(603), '修理', {
      waiting: 1,
      longestWaitSince: ago(1),
      targetSeconds: null,
      today: { answered: 3, inTime: 0, late: 0, level: null },
    }),
  ],
  agents: [
    { presence: 'available' as const, reason: null, ...AIKO },
    { presence: 'away' as const, reason: 'lunch', ...BOB },
  ].map((agent) => ({
    ...agent,
    presenceSince: ago(47),
    capacity: 5,
    queueIds: [QUEUE.id],
    load: 3,
    inHand: 3,
    offers: 0,
    offersToday: offers,
    answeredToday: 12,
    handledToday: 11,
  })),
};
