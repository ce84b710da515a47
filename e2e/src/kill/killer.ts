import { setTimeout as sleep } from 'node:timers/promises';
import type { System } from '../system/start-system.js';

/** The stand-ins are the witness; PostgreSQL has its own suite for that (libs/event-store-postgres). */
const SPARED = ['platforms', 'postgres'];
const PAUSE_MS = { least: 2_000, most: 4_500 };

/**
 * SIGKILLs services and nats-server at random until the signal aborts; each one at least once if there is time.
 *
 * @returns how often each was killed
 */
export const killAtRandom = async (system: System, signal: AbortSignal): Promise<Readonly<Record<string, number>>> => {
  const kills: Record<string, number> = {};
  while (!signal.aborted) {
    await sleep(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least), undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    const candidates = Object.entries(system.addresses().pids).filter(([name]) => !SPARED.includes(name));
    const fewest = Math.min(...candidates.map(([name]) => kills[name] ?? 0));
    const spared = candidates.filter(([name]) => (kills[name] ?? 0) === fewest);
    const [name, pid] = spared[Math.floor(Math.random() * spared.length)] as [string, number];
    try {
      process.kill(pid, 'SIGKILL');
      kills[name] = (kills[name] ?? 0) + 1;
    } catch {
      // It is being started again just now.
    }
  }
  return kills;
};
