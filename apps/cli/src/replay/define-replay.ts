import { withFiles } from '@madoguchi/service-kit';
import type { Command } from 'commander';
import { BROKEN_OFF, stopRequest } from '../start/stop-request.js';
import { replayCommand, type ReplayCommandOptions } from './replay-command.js';

/** What may lie in a file: see `withFiles`. */
const isOurs = (name: string): boolean => name.startsWith('MADOGUCHI_') || name === 'DATABASE_URL' || name === 'EVENTSTORE_URL';

/** `a,b` or given twice. */
const list = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text.split(',').map((word) => word.trim()),
];

export const defineReplay = (program: Command, defaultData: string): void => {
  program
    .command('replay')
    .description('read the log again: to the terminal, or out of it as NDJSON, CSV or Parquet; what is personal stays sealed')
    .option('--conversation <id>', 'only this conversation')
    .option('--stream <name>', 'only this stream: <category>-<id>')
    .option('--category <names>', 'only streams of these categories', list)
    .option('--type <names>', 'only events of these types, see docs/events.md', list)
    .option('--channel <names>', 'only conversations, shelved items and accounts of these channels', list)
    .option('--tenant <id>', 'only what belongs to this tenant')
    .option('--from <time>', 'only what was recorded at this time or later: 2026-11-20, or 2026-11-20T09:00+09:00')
    .option('--to <time>', 'only what was recorded before this time')
    .option('--after <position>', 'only what stands behind this position')
    .option('--as-of <time or position>', 'show one conversation as it was at that moment')
    .option('--format <name>', 'text, ndjson, csv or parquet; as the name of the file says, else text')
    .option('--out <file>', 'write into this file; it gets its name when it is whole (Parquet: numbered files)')
    .option('--resume', 'go on where an export to the same file was broken off')
    .option(
      '--unseal',
      'show what is personal; MADOGUCHI_TOKEN is the token of somebody who may (permission events.unseal), whom the log will name',
    )
    .option('--data <folder>', 'the folder of a running madoguchi start, where DATABASE_URL is not set', defaultData)
    .action(async (options: ReplayCommandOptions) => {
      const complete = await replayCommand(options, withFiles(process.env, isOurs), stopRequest());
      if (!complete) process.exitCode = BROKEN_OFF;
    });
};
