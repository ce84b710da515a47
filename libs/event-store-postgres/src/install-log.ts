import pg from 'pg';
import { APPEND_FUNCTION, privilegesFor, SCHEMA } from './schema.js';

const DEADLINE_MS = 60_000;
/** Any number, the same in every process that installs. */
const INSTALL_LOCK = 7_301_650_417;

export interface InstallLogOptions {
  /** The existing role under which the services connect: it may read and append, nothing else. */
  readonly appRole: string;
}

/**
 * Makes or brings up to date the tables of the log (schema `event_log`). May run again at any time, also twice at once.
 *
 * @param adminUrl `postgres://…` of the role that shall own the tables
 */
export const installLog = async (adminUrl: string, { appRole }: InstallLogOptions): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000, statement_timeout: DEADLINE_MS });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [appRole]);
    if (rowCount === 0) throw new Error(`There is no database role "${appRole}". Create it, or name the role that the services use.`);
    await client.query(`
      begin;
      select pg_advisory_xact_lock(${INSTALL_LOCK});
      set local client_min_messages = warning;
      ${SCHEMA}
      ${APPEND_FUNCTION}
      ${privilegesFor(pg.escapeIdentifier(appRole))}
      commit;
    `);
  } finally {
    await client.end();
  }
};
