import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Addresses } from './addresses.js';
import { runningSystem } from './running-system.js';
import type { System } from './system.js';
import { until } from './until.js';

const START_DEADLINE_MS = 180_000;
const STOP_DEADLINE_MS = 90_000;
const builtCli = fileURLToPath(new URL('../../../apps/cli/dist/main.js', import.meta.url));

/**
 * The whole of Madoguchi as `npm start` runs it, in a folder of its own that goes away at the end. Where `MADOGUCHI_ADDRESSES`
 * names a file like `.madoguchi/addresses.json`, that system is taken instead.
 *
 * @param options.cli another entry point of the supervisor
 * @param options.environment what the services find beside what this process has
 */
export const startSystem = async ({
  cli = builtCli,
  environment = {},
}: { cli?: string; environment?: Readonly<Record<string, string>> } = {}): Promise<System> => {
  if (process.env.MADOGUCHI_ADDRESSES) return runningSystem(process.env.MADOGUCHI_ADDRESSES);
  const parent = mkdtempSync(join(tmpdir(), 'madoguchi-e2e-'));
  // PostgreSQL runs as another user when this runs as root.
  chmodSync(parent, 0o755);
  const dataFolder = join(parent, 'data');
  const addresses = () => JSON.parse(readFileSync(join(dataFolder, 'addresses.json'), 'utf8')) as Addresses;
  let output = '';
  let supervisor: ChildProcess;

  const end = async () => {
    if (supervisor.exitCode !== null || supervisor.signalCode !== null) return;
    const ended = once(supervisor, 'exit');
    supervisor.kill('SIGTERM');
    const forced = setTimeout(() => supervisor.kill('SIGKILL'), STOP_DEADLINE_MS);
    await ended;
    clearTimeout(forced);
  };

  const begin = async () => {
    // The channel makes the supervisor end with this process.
    supervisor = spawn(process.execPath, [cli, 'start', '--data', dataFolder], {
      env: { ...process.env, ...environment, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    supervisor.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
    supervisor.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
    const isUp = async () => {
      if (supervisor.exitCode !== null) return 'ended';
      return addresses().supervisor === supervisor.pid && 'up';
    };
    const state = await until('the system to start', isUp, START_DEADLINE_MS).catch(() => 'late');
    if (state === 'up') return;
    await end();
    throw new Error(`Madoguchi did not start (${state}):\n${output}`);
  };

  const stop = async () => {
    await end();
    rmSync(parent, { recursive: true, force: true });
    return supervisor.exitCode;
  };

  try {
    await begin();
  } catch (error) {
    rmSync(parent, { recursive: true, force: true });
    throw error;
  }
  return {
    addresses,
    get supervisorPid() {
      return supervisor.pid as number;
    },
    dataFolder,
    masterKey: () => readFileSync(join(dataFolder, 'master.key'), 'utf8'),
    output: () => output,
    restart: async (meanwhile) => {
      await end();
      await meanwhile?.();
      await begin();
    },
    stop,
  };
};
