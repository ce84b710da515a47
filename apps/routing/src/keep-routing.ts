import type { Logger } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import type { Bell } from './bell.js';
import { Listening } from './listening.js';
import { loseTheSilent } from './lose-the-silent.js';
import { reconcile } from './reconcile.js';
import type { Router } from './router.js';

/** Deadlines ring no bell, and neither does what another copy projects. */
const LOOK_EVERY_MS = 500;
const LISTEN_EVERY_MS = 1_000;

export interface RoutingWork {
  readonly database: DataSource;
  readonly router: Router;
  readonly bell: Bell;
  readonly log: Pick<Logger, 'warn'>;
  readonly listening?: Listening;
}

/** Acts whenever something was projected here, and twice a second anyway, until the signal aborts. */
export const keepRouting = async (
  { database, router, bell, log, listening = new Listening(router.now) }: RoutingWork,
  signal: AbortSignal,
): Promise<void> => {
  // A round may take long: whether the process stands still is looked at beside it.
  const looking = setInterval(() => listening.look(), LISTEN_EVERY_MS);
  while (!signal.aborted) {
    listening.look();
    try {
      const lost = await listening.throughout(() => loseTheSilent(database, router, listening.since));
      const failures = [...lost, ...(await reconcile(database, router))];
      const [first] = failures;
      if (first) log.warn({ err: first, failures: failures.length }, 'some steps could not be taken; they are tried again');
    } catch (error) {
      listening.anew();
      log.warn({ err: error }, 'routing could not look at what waits; it tries again');
    }
    await bell.wait(LOOK_EVERY_MS, signal);
  }
  clearInterval(looking);
};
