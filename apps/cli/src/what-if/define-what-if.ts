import { withFiles } from '@madoguchi/service-kit';
import type { Command } from 'commander';
import { BROKEN_OFF, stopRequest } from '../start/stop-request.js';
import { whatIfCommand, type WhatIfCommandOptions } from './what-if-command.js';

const isOurs = (name: string): boolean => name === 'DATABASE_URL' || name === 'EVENTSTORE_URL';

export const defineWhatIf = (program: Command, defaultData: string): void => {
  program
    .command('what-if')
    .description('decide a recorded time again: first as it was, which must give the same, then under another policy. Changes nothing')
    .requiredOption('--from <time>', 'from this time on: 2026-11-20, or 2026-11-20T09:00+09:00')
    .requiredOption('--to <time>', 'before this time')
    .option(
      '--policy <file>',
      'the policy of a queue as the API of administrators takes it (JSON); without it, only what was is decided again',
    )
    .option('--queue <id>', 'the queue that it is for; without it, every queue')
    .option(
      '--more-agents <queue=number>',
      'so many more agents in this queue (its id or its name), like its typical agent; may be given again for another queue',
      (one: string, before: readonly string[]) => [...before, one],
      [] as readonly string[],
    )
    .option('--tenant <id>', 'only what belongs to this tenant')
    .option('--json', 'everything as JSON, also all conversations that would have gone elsewhere', false)
    .option('--data <folder>', 'the folder of a running madoguchi start, where DATABASE_URL is not set', defaultData)
    .action(async (options: WhatIfCommandOptions) => {
      const environment = withFiles(process.env, isOurs);
      const ending = await whatIfCommand(options, environment, stopRequest(), (text) => process.stdout.write(text));
      if (ending === 'broken off') process.exitCode = BROKEN_OFF;
      if (ending === 'differs') process.exitCode = 1;
    });
};
