#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withFiles } from '@madoguchi/service-kit';
import { Command } from 'commander';
import { defineAddAdmin } from './administrator/define-add-admin.js';
import { demoSecrets } from './demo/demo-secrets.js';
import { seedDemo } from './demo/seed-demo.js';
import { systemAround } from './demo/system-around.js';
import { doctor } from './doctor.js';
import { defineErase } from './erase/define-erase.js';
import { migrate } from './migrate.js';
import { defineMoveLog } from './move-log/define-move-log.js';
import { defineRebuild } from './rebuild/define-rebuild.js';
import { defineReplay } from './replay/define-replay.js';
import { defineRewrapKeys } from './rewrap-keys/define-rewrap-keys.js';
import type { Addresses } from './start/addresses.js';
import { screenOf } from './start/screen.js';
import { start } from './start/start.js';
import { stopRequest } from './start/stop-request.js';
import { defineWhatIf } from './what-if/define-what-if.js';

const defaultData = fileURLToPath(new URL('../../../.madoguchi', import.meta.url));

const program = new Command('madoguchi').description('Madoguchi, an open-source contact centre for messaging');

program
  .command('start')
  .description('run everything on this machine: PostgreSQL, nats-server, every service, stand-ins for the platforms, a demo')
  .option('--data <folder>', 'where everything is kept between starts', defaultData)
  .option('--fresh', 'forget what earlier starts left in the folder', false)
  .option('--no-platforms', 'use the real platforms instead of the stand-ins (needs MADOGUCHI_PUBLIC_URL)')
  .action((options: { data: string; fresh: boolean; platforms: boolean }) => start(options, stopRequest()));

program
  .command('migrate')
  .description('bring the database up to date; DATABASE_ADMIN_URL is the address with the role that owns it')
  .action(async () => {
    const databaseAdminUrl = withFiles(process.env, (name) => name === 'DATABASE_ADMIN_URL').DATABASE_ADMIN_URL;
    if (!databaseAdminUrl)
      throw new Error('DATABASE_ADMIN_URL is missing: the address of the database with the role that owns its tables.');
    await migrate(databaseAdminUrl);
  });

program
  .command('seed-demo')
  .description('put the demo into a running system again; what is there stays as it is')
  .option('--data <folder>', 'the folder of madoguchi start', defaultData)
  .option('--from-environment', 'the system was started elsewhere and the environment says where it is; shows the demo as JSON', false)
  .action(async ({ data, fromEnvironment }: { data: string; fromEnvironment: boolean }) => {
    if (fromEnvironment) {
      const { system, password, fromOutside } = systemAround(process.env);
      process.stdout.write(`${JSON.stringify(fromOutside(await seedDemo(system, { password })), null, 2)}\n`);
      return;
    }
    const file = join(data, 'addresses.json');
    if (!existsSync(file)) throw new Error(`Madoguchi does not run with ${data}. Start it first: madoguchi start --data ${data}`);
    const addresses = JSON.parse(readFileSync(file, 'utf8')) as Addresses;
    const demo = await seedDemo(addresses, demoSecrets(join(data, 'demo.json')));
    process.stdout.write(`${screenOf({ ...addresses, demo }, data)}\n`);
  });

program
  .command('doctor')
  .description('look at this machine and say what is wrong and what to do')
  .option('--data <folder>', 'the folder of madoguchi start', defaultData)
  .action(async ({ data }: { data: string }) => {
    const healthy = await doctor(data, (line) => process.stdout.write(`${line}\n`));
    if (!healthy) process.exitCode = 1;
  });

defineAddAdmin(program);
defineErase(program, defaultData);
defineMoveLog(program, defaultData);
defineRebuild(program, defaultData);
defineReplay(program, defaultData);
defineRewrapKeys(program);
defineWhatIf(program, defaultData);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`\nmadoguchi: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
