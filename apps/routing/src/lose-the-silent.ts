import { lostAgents } from '@madoguchi/read-models';
import type { DataSource } from 'typeorm';
import { whenAnAgentsConnectionIsLostThenTakeThemOffline } from './automation/when-an-agents-connection-is-lost-then-take-them-offline.js';
import type { Router } from './router.js';

/** A page is heard of every few seconds; so long it may be silent. */
export const GRACE_MS = 45_000;
const AT_ONCE = 100;

/**
 * Takes those offline whose pages are silent. What was said while nobody listened was heard by nobody: so this begins only when we have
 * listened for as long as a page may be silent.
 *
 * @returns what failed
 */
export const loseTheSilent = async (database: DataSource, router: Router, listeningSince: Date): Promise<readonly unknown[]> => {
  const silentSince = new Date(router.now().getTime() - GRACE_MS);
  if (silentSince < listeningSince) return [];
  const lost = await lostAgents(database, silentSince, AT_ONCE);
  const results = await Promise.allSettled(lost.map((agent) => whenAnAgentsConnectionIsLostThenTakeThemOffline(router, agent)));
  return results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
};
