import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from './running.js';
import type { ServiceLog } from './service-log.js';

const READY_DEADLINE_MS = 60_000;
const READY_POLL_MS = 100;
const STOP_DEADLINE_MS = 10_000;

export interface ServiceProcess {
  readonly name: string;
  /** The file that production runs too. */
  readonly entry: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Answers 200 when the service can do its work. */
  readonly readyUrl: string;
  readonly stopDeadlineMs?: number;
}

/** Who is told about every process that exists, so that none is left behind. */
export interface ProcessWatch {
  watch(pid: number): void;
  release(pid: number): void;
}

/**
 * Starts one service and waits until it says that it is ready.
 *
 * @throws when it ends before, does not become ready in time, or the signal aborts; it is gone then
 */
export const startServiceProcess = async (
  service: ServiceProcess,
  log: ServiceLog,
  watch: ProcessWatch,
  signal: AbortSignal,
): Promise<Running> => {
  const child = spawn(process.execPath, [service.entry], {
    env: { ...process.env, ...service.environment, MADOGUCHI_SUPERVISED: '1' },
    // Ctrl+C in the terminal is for the supervisor, which ends the services in order.
    detached: true,
    // The service notices by the end of its standard input that the supervisor is gone.
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {});
  child.stdout.setEncoding('utf8').on('data', (text: string) => log.take(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => log.takeErrors(text));

  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, killedBy) => resolve(killedBy ?? `code ${code}`));
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(await ended);
  watch.watch(pid);
  void ended.then(() => watch.release(pid));

  const stop = async () => {
    child.kill('SIGCONT');
    child.kill('SIGTERM');
    const forced = setTimeout(() => {
      log.say(`${service.name} does not end; killing it`);
      child.kill('SIGKILL');
    }, service.stopDeadlineMs ?? STOP_DEADLINE_MS);
    await ended;
    clearTimeout(forced);
  };

  try {
    await ready(service, ended, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid, ended, stop };
};

const ready = async (service: ServiceProcess, ended: Promise<string>, signal: AbortSignal): Promise<void> => {
  let how: string | undefined;
  void ended.then((end) => (how = end));
  const deadline = Date.now() + READY_DEADLINE_MS;
  let answer = 'no answer';
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    if (how !== undefined) throw new Error(`${service.name} ended (${how}) before it was ready`);
    try {
      const response = await fetch(service.readyUrl, { signal: AbortSignal.timeout(2_500) });
      const body = await response.text();
      if (response.ok) return;
      answer = body.slice(0, 500);
    } catch (error) {
      answer = (error as Error).message;
    }
    await sleep(READY_POLL_MS);
  }
  throw new Error(`${service.name} is not ready after ${READY_DEADLINE_MS / 1000} s: ${answer}`);
};
