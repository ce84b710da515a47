import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { findPostfix } from './postfix-binary.mjs';

export { findPostfix };

const START_DEADLINE_MS = 120_000;
const STOP_DEADLINE_MS = 10_000;
/** Should this process be killed, Postfix ends by itself. */
const LONGEST_LIFE_SECONDS = 600;

/** Users and groups that every Debian has: Postfix's own would have to be added to the machine. */
const OWNER = 'daemon';
const GROUP = 'games';

/**
 * A real mail server on loopback, not installed, with a queue of its own. It takes everything and passes it on.
 *
 * @typedef {object} Postfix
 * @property {number} port
 * @property {() => string} log what it has written so far
 * @property {() => Promise<void>} stop waits until it is gone, and its folder too
 *
 * @param {{ relay: string, routes?: Record<string, string>, log?: (line: string) => void }} options
 *   `relay`: host:port that gets all mail. `routes`: domain → host:port for domains that lie elsewhere.
 * @returns {Promise<Postfix>}
 * @throws Error "postfix not to be had: …", or what it wrote when it did not start
 */
export const startPostfix = async ({ relay, routes = {}, log = () => {} }) => {
  const programs = await findPostfix({ log });
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-postfix-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  layOut(folder, idOf('/etc/passwd', OWNER), idOf('/etc/group', GROUP));
  writeFileSync(join(folder, 'config', 'main.cf'), mainConfiguration(folder, programs, relay, routes));
  writeFileSync(join(folder, 'config', 'master.cf'), masterConfiguration(port));

  const environment = { ...process.env, LD_LIBRARY_PATH: programs.libraries, MAIL_CONFIG: join(folder, 'config') };
  const master = spawn(programs.master, ['-d', '-e', String(LONGEST_LIFE_SECONDS), '-c', join(folder, 'config')], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  master.stdout.on('data', (text) => (output += text));
  master.stderr.on('data', (text) => (output += text));
  const gone = new Promise((resolve) => master.once('exit', resolve));
  const endWithUs = () => master.kill('SIGTERM');
  process.once('exit', endWithUs);

  const written = () => {
    const file = join(folder, 'postfix.log');
    return output + (existsSync(file) ? readFileSync(file, 'utf8') : '');
  };
  const stop = async () => {
    master.kill('SIGTERM');
    const forced = setTimeout(() => master.kill('SIGKILL'), STOP_DEADLINE_MS);
    await gone;
    clearTimeout(forced);
    process.removeListener('exit', endWithUs);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  const deadline = Date.now() + START_DEADLINE_MS;
  while (!(await greets(port))) {
    if (Date.now() > deadline || master.exitCode !== null) {
      const reason = written();
      await stop();
      throw new Error(`postfix did not start:\n${reason}`);
    }
    await sleep(50);
  }
  return { port, log: written, stop };
};

/** Its queue, as `postfix check` would make it. */
const layOut = (folder, owner, group) => {
  for (const name of ['config', 'spool', 'spool/pid', 'data']) mkdirSync(join(folder, name));
  for (const name of ['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming', 'private', 'saved', 'trace']) {
    mkdirSync(join(folder, 'spool', name), { mode: 0o700 });
    chownSync(join(folder, 'spool', name), owner, 0);
  }
  for (const [name, mode] of [
    ['maildrop', 0o730],
    ['public', 0o710],
  ]) {
    mkdirSync(join(folder, 'spool', name));
    chownSync(join(folder, 'spool', name), owner, group);
    chmodSync(join(folder, 'spool', name), mode);
  }
  chownSync(join(folder, 'data'), owner, 0);
};

const idOf = (file, name) => {
  const id = new RegExp(`^${name}:[^:]*:(\\d+):`, 'm').exec(readFileSync(file, 'utf8'))?.[1];
  if (id === undefined) throw new Error(`postfix not to be had: ${file} has no ${name}`);
  return Number(id);
};

const inBrackets = (place) => place.replace(/^(.*):(\d+)$/, '[$1]:$2');

const mainConfiguration = (folder, { daemons, commands, libraries }, relay, routes) =>
  [
    'compatibility_level = 3.6',
    `queue_directory = ${folder}/spool`,
    `data_directory = ${folder}/data`,
    `meta_directory = ${folder}/config`,
    `daemon_directory = ${daemons}`,
    `command_directory = ${commands}`,
    `shlib_directory = ${libraries.split(':')[0]}`,
    `mail_owner = ${OWNER}`,
    `setgid_group = ${GROUP}`,
    'import_environment = MAIL_CONFIG LD_LIBRARY_PATH TZ LANG=C',
    `maillog_file = ${folder}/postfix.log`,
    `maillog_file_prefixes = ${folder}`,
    'inet_interfaces = 127.0.0.1',
    'inet_protocols = ipv4',
    'mynetworks = 127.0.0.0/8',
    'myhostname = mx.relay.example',
    'mydestination =',
    'local_recipient_maps =',
    'alias_maps =',
    'alias_database =',
    'smtpd_relay_restrictions = permit_mynetworks, reject',
    'smtpd_recipient_restrictions =',
    'message_size_limit = 36700160',
    'mailbox_size_limit = 0',
    'disable_dns_lookups = yes',
    'smtp_host_lookup = native',
    `relayhost = ${inBrackets(relay)}`,
    `transport_maps = inline:{ ${Object.entries(routes)
      .map(([domain, place]) => `${domain}=smtp:${inBrackets(place)}`)
      .join(', ')} }`,
    // Tests do not wait for minutes.
    'queue_run_delay = 1s',
    'minimal_backoff_time = 1s',
    'maximal_backoff_time = 1s',
    'smtp_destination_rate_delay = 0s',
    '',
  ].join('\n');

const masterConfiguration = (port) =>
  [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 1 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    ...['bounce', 'defer', 'trace'].map((name) => `${name} unix - - n - 0 bounce`),
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    ...['smtp', 'relay'].map((name) => `${name} unix - - n - - smtp`),
    ...['error', 'retry'].map((name) => `${name} unix - - n - - error`),
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n');

const greets = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.once('data', (text) => end(String(text).startsWith('220')));
    socket.once('error', () => end(false));
  });
