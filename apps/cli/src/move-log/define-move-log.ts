import { withFiles } from '@madoguchi/service-kit';
import { Option, type Command } from 'commander';
import { BROKEN_OFF, stopRequest } from '../start/stop-request.js';
import { moveLogCommand, type MoveLogOptions } from './move-log-command.js';

const STORES = ['postgres', 'eventstoredb'] as const;

const isOurs = (name: string): boolean => name === 'DATABASE_URL' || name === 'EVENTSTORE_URL';

export const defineMoveLog = (program: Command, defaultData: string): void => {
  program
    .command('move-log')
    .description('copy the log into another kind of store and compare both; run again, it goes on where it was broken off')
    .addOption(new Option('--from <store>', 'where the log is').choices(STORES).makeOptionMandatory())
    .addOption(
      new Option('--to <store>', 'where it shall be; empty, or what an earlier run has copied').choices(STORES).makeOptionMandatory(),
    )
    .option('--data <folder>', 'the folder of a running madoguchi start, where DATABASE_URL is not set', defaultData)
    .action(async (options: MoveLogOptions) => {
      const complete = await moveLogCommand(options, withFiles(process.env, isOurs), { signal: stopRequest(), output: process.stderr });
      if (!complete) process.exitCode = BROKEN_OFF;
    });
};
