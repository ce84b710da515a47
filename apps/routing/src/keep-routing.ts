import type { Logger } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import type { Bell } from './bell.js';
import { loseTheSilent } from './lose-the-silent.js';
import { reconcile } from './reconcile.js';
import type { Router } from './router.js';

/** Deadlines ring no bell, and neither does what another copy projects. */
const LOOK_EVERY_MS = 500;

/** Acts whenever something was projected here, and twice a second anyway, until the signal aborts. */
export const keepRouting = async (
  { database, router, bell, log }: { database: DataSource; router: Router; bell: Bell; log: Pick<Logger, 'warn'> },
  signal: AbortSignal,
): Promise<void> => {
  const listeningSince = router.now();
  while (!signal.aborted) {
    try {
      const lost = await loseTheSilent(database, router, listeningSince);
      const failures = [...lost, ...(await reconcile(database, router))];
      const [first] = failures;
      if (first) log.warn({ err: first, failures: failures.length }, 'some steps could not be taken; they are tried again');
    } catch (error) {
      log.warn({ err: error }, 'routing could not look at what waits; it tries again');
    }
    await bell.wait(LOOK_EVERY_MS, signal);
  }
};
