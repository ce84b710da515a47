import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Addresses } from './addresses.js';
import { until } from './until.js';

const START_DEADLINE_MS = 180_000;
const STOP_DEADLINE_MS = 90_000;
const cli = fileURLToPath(new URL('../../../apps/cli/dist/main.js', import.meta.url));

export interface System {
  /** Read anew each time: process numbers change when something is started again. */
  addresses(): Addresses;
  readonly supervisorPid: number;
  readonly dataFolder: string;
  /** What the supervisor has said so far. */
  output(): string;
  /** Ends everything. @returns the supervisor's exit code */
  stop(): Promise<number | null>;
}

/**
 * The whole of Madoguchi as `npm start` runs it, in a folder of its own that goes away at the end.
 *
 * @param options.cli another entry point of the supervisor
 */
export const startSystem = async (options: { cli?: string } = {}): Promise<System> => {
  const parent = mkdtempSync(join(tmpdir(), 'madoguchi-e2e-'));
  // PostgreSQL runs as another user when this runs as root.
  chmodSync(parent, 0o755);
  const dataFolder = join(parent, 'data');
  const supervisor = spawn(process.execPath, [options.cli ?? cli, 'start', '--data', dataFolder, '--fresh'], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  supervisor.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  supervisor.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(supervisor, 'exit');
  const file = join(dataFolder, 'addresses.json');

  const stop = async () => {
    supervisor.kill('SIGTERM');
    const forced = setTimeout(() => supervisor.kill('SIGKILL'), STOP_DEADLINE_MS);
    await ended;
    clearTimeout(forced);
    rmSync(parent, { recursive: true, force: true });
    return supervisor.exitCode;
  };

  try {
    await until(
      'the system to start',
      async () => {
        if (supervisor.exitCode !== null) throw new Error('the supervisor ended');
        return existsSync(file);
      },
      START_DEADLINE_MS,
    );
  } catch (error) {
    await stop();
    throw new Error(`Madoguchi did not start:\n${output}`, { cause: error });
  }
  return {
    addresses: () => JSON.parse(readFileSync(file, 'utf8')) as Addresses,
    supervisorPid: supervisor.pid as number,
    dataFolder,
    output: () => output,
    stop,
  };
};
