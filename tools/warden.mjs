import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const GRACE_MS = 5_000;
const CHECK_MS = 100;

/**
 * A process beside the one that calls this, which outlives it by a moment: when the caller is gone, however it went,
 * the warden ends every process that the caller had put under watch and not taken off again. First it asks (SIGTERM),
 * after five seconds it insists (SIGKILL).
 *
 * @typedef {object} Warden
 * @property {(pid: number) => void} watch
 * @property {(pid: number) => void} release the process has ended
 * @property {() => void} dismiss
 *
 * @returns {Warden}
 */
export const startWarden = () => {
  // A session of its own: a signal to the caller's process group does not reach it.
  const warden = spawn(process.execPath, [fileURLToPath(import.meta.url)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  warden.stdin.on('error', () => {});
  warden.unref();
  warden.stdin.unref();
  return {
    watch: (pid) => warden.stdin.write(`+${pid}\n`),
    release: (pid) => warden.stdin.write(`-${pid}\n`),
    dismiss: () => warden.stdin.end(),
  };
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const endAll = async (pids) => {
  const tell = (signal) => {
    for (const pid of pids) {
      try {
        process.kill(pid, signal);
      } catch {
        pids.delete(pid);
      }
    }
  };
  tell('SIGTERM');
  for (let waited = 0; pids.size > 0 && waited < GRACE_MS; waited += CHECK_MS) {
    await sleep(CHECK_MS);
    for (const pid of pids) if (!isAlive(pid)) pids.delete(pid);
  }
  tell('SIGCONT');
  tell('SIGKILL');
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
  const watched = new Set();
  for await (const line of createInterface({ input: process.stdin })) {
    const pid = Number(line.slice(1));
    if (line.startsWith('+')) watched.add(pid);
    else watched.delete(pid);
  }
  await endAll(watched);
}
