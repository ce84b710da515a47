import { setTimeout as sleep } from 'node:timers/promises';
import type { System } from '../system/system.js';

/** The stand-ins are the witness; PostgreSQL has its own suite for that (libs/event-store-postgres). */
const SPARED = ['platforms', 'postgres'];
const PAUSE_MS = { least: 2_000, most: 4_500 };
/** Every so many kills the bus falls, and ingress while the bus is away: what ingress has only in memory is gone then. */
const TOGETHER_EVERY = 3;
const BETWEEN_MS = { least: 100, most: 300 };

const between = ({ least, most }: { least: number; most: number }) => least + Math.random() * (most - least);

/**
 * SIGKILLs services and nats-server at random until the signal aborts; who was killed least is next.
 *
 * @returns how often each was killed
 */
export const killAtRandom = async (system: System, signal: AbortSignal): Promise<Readonly<Record<string, number>>> => {
  const kills: Record<string, number> = {};
  const kill = (name: string) => {
    try {
      process.kill(system.addresses().pids[name] as number, 'SIGKILL');
      kills[name] = (kills[name] ?? 0) + 1;
    } catch {
      // It is being started again just now.
    }
  };
  const killLeastKilled = () => {
    const names = Object.keys(system.addresses().pids).filter((name) => !SPARED.includes(name));
    const fewest = Math.min(...names.map((name) => kills[name] ?? 0));
    const candidates = names.filter((name) => (kills[name] ?? 0) === fewest);
    kill(candidates[Math.floor(Math.random() * candidates.length)] as string);
  };
  for (let turn = 1; ; turn += 1) {
    await sleep(between(PAUSE_MS), undefined, { signal }).catch(() => {});
    if (signal.aborted) return kills;
    if (turn % TOGETHER_EVERY !== 0) {
      killLeastKilled();
      continue;
    }
    kill('nats-server');
    await sleep(between(BETWEEN_MS));
    kill('ingress');
  }
};
