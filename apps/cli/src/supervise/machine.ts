import { setMaxListeners } from 'node:events';
import { startWarden } from '@madoguchi/tools/warden.mjs';
import { keepAlive, type KeptAlive } from './keep-alive.js';
import type { Running } from './running.js';
import { openServiceLog, type ServiceLog } from './service-log.js';
import { type ServiceProcess, startServiceProcess } from './service-process.js';

/** Something that runs as a process of its own. */
export interface Part {
  readonly name: string;
  start(log: ServiceLog, signal: AbortSignal): Promise<Running>;
}

/** A server that a tool starts. */
interface Server {
  readonly pid?: number;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** The processes of one machine: each kept alive, none left behind. */
export interface Machine {
  /**
   * Starts the parts of all groups at once and waits until all are ready. Ended they are group by group, the last first.
   * @throws what the first part that failed threw; the others may still run until `stopAll`
   */
  run(groups: readonly (readonly Part[])[]): Promise<void>;
  pids(): Readonly<Record<string, number>>;
  onRestart(listener: () => void): void;
  stopAll(): Promise<void>;
  service(service: ServiceProcess): Part;
  /** @param started is told about every start, the first and later ones */
  server<S extends Server>(name: string, begin: (log: (line: string) => void) => Promise<S>, started: (server: S) => void): Part;
}

/**
 * @param stopRequested once it aborts, nothing is started again; `stopAll` ends what runs
 * @param show puts a line on the terminal
 */
export const openMachine = (logFolder: string, stopRequested: AbortSignal, show: (line: string) => void): Machine => {
  const warden = startWarden();
  const giveUp = new AbortController();
  const ending = AbortSignal.any([stopRequested, giveUp.signal]);
  setMaxListeners(0, ending);
  const ended: KeptAlive[][] = [];
  let restarted = () => {};

  const keep = async (part: Part, group: KeptAlive[]) => {
    const log = openServiceLog(logFolder, part.name, (line) => ending.aborted || show(line));
    const start = () => part.start(log, ending);
    group.push(await keepAlive({ name: part.name, start, signal: ending, say: log.say, onReady: () => restarted() }));
  };

  return {
    run: async (groups) => {
      const kept = groups.map(() => [] as KeptAlive[]);
      ended.push(...kept);
      const starts = groups.flatMap((parts, index) => parts.map((part) => keep(part, kept[index] as KeptAlive[])));
      for (const start of starts) start.catch(() => giveUp.abort());
      const results = await Promise.allSettled(starts);
      const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
      const cause = failures.find((error) => error.name !== 'AbortError') ?? failures[0];
      if (cause) throw cause;
      ending.throwIfAborted();
    },
    pids: () => Object.fromEntries(ended.flat().map((kept) => [kept.name, kept.pid()])),
    onRestart: (listener) => {
      restarted = listener;
    },
    stopAll: async () => {
      giveUp.abort();
      for (const group of ended.toReversed()) await Promise.all(group.map((kept) => kept.stop()));
      warden.dismiss();
    },
    service: (service) => ({ name: service.name, start: (log, signal) => startServiceProcess(service, log, warden, signal) }),
    server: (name, begin, started) => ({
      name,
      start: async (log) => {
        const server = await begin((line) => log.take(`${line}\n`));
        started(server);
        const { pid } = server;
        if (pid === undefined) throw new Error(`${name} has no process`);
        warden.watch(pid);
        const gone = server.ended.then(() => {
          warden.release(pid);
          return 'its process is gone';
        });
        return { pid, ended: gone, stop: () => server.stop() };
      },
    }),
  };
};
