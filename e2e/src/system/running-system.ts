import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Addresses } from './addresses.js';
import type { System } from './system.js';

/** A system that somebody else has started, and will stop: the one in containers (tools/test-compose.mjs). */
export const runningSystem = (addressesFile: string): System => ({
  addresses: () => JSON.parse(readFileSync(addressesFile, 'utf8')) as Addresses,
  get supervisorPid(): number {
    throw new Error('A system in containers has no supervisor of ours');
  },
  dataFolder: dirname(addressesFile),
  masterKey: () => readFileSync(join(process.env.MADOGUCHI_SECRETS ?? dirname(addressesFile), 'master_key'), 'utf8'),
  output: () => '',
  restart: () => Promise.reject(new Error('A system in containers is not restarted as a whole')),
  stop: () => Promise.resolve(0),
});
