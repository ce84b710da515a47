import { ERASE_REASONS } from '@madoguchi/conversation';
import type { Command } from 'commander';
import { BROKEN_OFF, stopRequest } from '../start/stop-request.js';
import { eraseCommand, type EraseCommandOptions } from './erase-command.js';

export const defineErase = (program: Command, defaultData: string): void => {
  program
    .command('erase')
    .description('erase a person for ever, and what belongs to it; needs MADOGUCHI_MASTER_KEY as the services have it')
    .option('--contact <id>', 'erase this person; MADOGUCHI_TOKEN is the token of an administrator, whom the certificate will name')
    .option('--reason <reason>', `with --contact: ${ERASE_REASONS.join(', ')}`)
    .option('--confirm <text>', 'with --contact: "erase" and the first eight characters of its id; it cannot be taken back')
    .option('--certificate <file>', 'with --contact: where the certificate goes, as JSON; else it is shown')
    .option('--reapply <file>', 'after a backup was restored: erase again whom the certificates in this file name')
    .option('--verify <file>', 'say whether these certificates are of this installation, and as it gave them')
    .option('--seal-log', 'seal what was recorded before personal data were sealed; DATABASE_ADMIN_URL is the owner’s address')
    .option('--scrub', 'take what was deleted out of the database’s files; DATABASE_ADMIN_URL is the owner’s address')
    .option('--data <folder>', 'the folder of a running madoguchi start, where DATABASE_URL is not set', defaultData)
    .action(async (options: EraseCommandOptions) => {
      const done = await eraseCommand(options, process.env, stopRequest(), (line) => process.stdout.write(`${line}\n`));
      if (!done) process.exitCode = BROKEN_OFF;
    });
};
