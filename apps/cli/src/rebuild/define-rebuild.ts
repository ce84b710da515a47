import type { Command } from 'commander';
import { BROKEN_OFF, stopRequest } from '../start/stop-request.js';
import { rebuildCommand, type RebuildCommandOptions } from './rebuild-command.js';

export const defineRebuild = (program: Command, defaultData: string): void => {
  program
    .command('rebuild')
    .argument('[read models...]', 'for example agent_inbox_v3')
    .description('make read models anew from the log, beside those in use; nobody notices. DATABASE_ADMIN_URL is the owner’s address')
    .option('--all', 'all of them, one after the other')
    .option('--empty', 'empty them and send them back to the beginning, for a log that is another one now; the services must not run')
    .option('--data <folder>', 'the folder of a running madoguchi start, where DATABASE_URL is not set', defaultData)
    .action(async (names: readonly string[], options: Omit<RebuildCommandOptions, 'names'>) => {
      const done = await rebuildCommand({ ...options, names }, process.env, stopRequest(), (line) => process.stdout.write(`${line}\n`));
      if (!done) process.exitCode = BROKEN_OFF;
    });
};
