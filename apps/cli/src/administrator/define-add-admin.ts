import { withFiles } from '@madoguchi/service-kit';
import type { Command } from 'commander';
import { addAdministrator } from './add-administrator.js';
import { passwordOf } from './password-of.js';

interface Options {
  readonly tenant: string;
  readonly email: string;
  readonly name: string;
  readonly passwordFile?: string;
}

export const defineAddAdmin = (program: Command): void => {
  program
    .command('add-admin')
    .description('let a first administrator in, and make their tenant; DATABASE_URL says where. The password is asked for')
    .requiredOption('--tenant <name>', 'the tenant; it is made when there is none of this name')
    .requiredOption('--email <address>', 'with which they sign in')
    .requiredOption('--name <name>', 'as colleagues see them')
    .option('--password-file <file>', 'its first line is the password; - when it is piped in')
    .action(async ({ passwordFile, ...administrator }: Options) => {
      const { DATABASE_URL } = withFiles(process.env, (name) => name === 'DATABASE_URL');
      if (!DATABASE_URL) throw new Error('DATABASE_URL is missing: the address of the database.');
      const password = await passwordOf(passwordFile, { input: process.stdin, output: process.stdout });
      const tenantId = await addAdministrator(DATABASE_URL, { ...administrator, password }, new Date());
      process.stdout.write(`${administrator.email} can sign in as an administrator of "${administrator.tenant}" (${tenantId}).\n`);
    });
};
