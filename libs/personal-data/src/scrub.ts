import pg from 'pg';

/** What PostgreSQL keeps of columns to plan by: among it frequent values as they are. */
const STATISTICS = 'pg_catalog.pg_statistic';
const KEY_TABLES = ['personal_keys', 'erasures'];
const LOCK_DEADLINE = '30s';

export interface Scrubbed {
  /** Tables of which nothing is left that was deleted or changed. */
  readonly rewritten: readonly string[];
  /** What is left for the operator, in words. */
  readonly left: readonly string[];
}

/**
 * Takes what was deleted out of the files of the database. A deleted row, and a destroyed key, stay in their pages until these are
 * written anew, and in the write-ahead log until its files go. Each table is locked while it is rewritten: readers wait for seconds, or
 * as long as a large table takes.
 *
 * @param adminUrl of the role that owns the tables; the log's files only go for a superuser
 * @param tables that hold personal data in the open: the read models'
 */
export const scrub = async (adminUrl: string, tables: readonly string[]): Promise<Scrubbed> => {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'madoguchi scrub' });
  await client.connect();
  const rewritten: string[] = [];
  const left: string[] = [];
  const attempt = async (what: string, work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      left.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  };
  try {
    await client.query(`set lock_timeout = '${LOCK_DEADLINE}'`);
    for (const table of [...KEY_TABLES, ...tables, STATISTICS]) {
      const name = table.split('.').map(pg.escapeIdentifier).join('.');
      const how = table === STATISTICS ? 'full' : 'full, analyze';
      if (await attempt(`${table} was not rewritten`, () => client.query(`vacuum (${how}) ${name}`))) rewritten.push(table);
    }
    await attempt('the write-ahead log keeps what was written before until its files are used again', () => renewWal(client));
  } finally {
    await client.end();
  }
  return { rewritten, left };
};

/** Moves on to files that are not yet there, and lets go of all before them, also of those that were kept to be used again. */
const renewWal = async (client: pg.Client): Promise<void> => {
  await client.query('alter system set wal_recycle = off');
  try {
    await client.query('select pg_reload_conf()');
    await client.query('checkpoint');
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count from pg_ls_waldir() where name >= pg_walfile_name(pg_current_wal_lsn())',
    );
    for (let passed = 0; passed <= (rows[0]?.count ?? 0); passed += 1) {
      await client.query("select pg_logical_emit_message(false, 'madoguchi', 'next file')");
      await client.query('select pg_switch_wal()');
    }
    await client.query('checkpoint');
  } finally {
    await client.query('alter system reset wal_recycle');
    await client.query('select pg_reload_conf()');
  }
};
