import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import pg from 'pg';
import { installLog } from '../install-log.js';

export interface FreshDatabase {
  /** The application's role. */
  readonly url: string;
  /** The owner. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

export interface LogServer {
  /** A new database with an empty log. */
  freshLog(): Promise<FreshDatabase>;
  stop(): Promise<void>;
}

/** A real PostgreSQL; every log is a copy of a database in which it was installed once. */
export const startLogServer = async (): Promise<LogServer> => {
  const postgres = await startPostgres({ durable: true });
  const appRole = new URL(postgres.url).username;
  const inDatabase = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const admin = new pg.Client({ connectionString: inDatabase(postgres.adminUrl, 'postgres') });
  await admin.connect();
  await admin.query('create database template_log');
  await installLog(inDatabase(postgres.adminUrl, 'template_log'), { appRole });

  let count = 0;
  return {
    freshLog: async () => {
      const name = `log_${(count += 1)}`;
      await admin.query(`create database ${name} template template_log`);
      return {
        url: inDatabase(postgres.url, name),
        adminUrl: inDatabase(postgres.adminUrl, name),
        drop: async () => {
          await admin.query(`drop database ${name} with (force)`);
        },
      };
    },
    stop: async () => {
      await admin.end();
      await postgres.stop();
    },
  };
};
