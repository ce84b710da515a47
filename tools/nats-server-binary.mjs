import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The first version with atomic batch publish, on which the intake's group commit rests. */
const NEEDED = [2, 12];
const APT_DEADLINE_MS = 120_000;
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * The path of a nats-server ≥ 2.12: from PATH, else the project's cache, else Debian's package from sid, unpacked into
 * the cache (nothing is installed, root is not needed). Processes that ask at once wait for one download.
 *
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<string>}
 * @throws Error that says what to do where none of the ways is open
 */
export const findNatsServer = async ({ log = () => {} } = {}) => {
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const candidate = join(folder, 'nats-server');
    if (await isNewEnough(candidate)) return candidate;
  }
  const cache = process.env.MADOGUCHI_CACHE ?? fileURLToPath(new URL('../.madoguchi/cache', import.meta.url));
  const cached = join(cache, `nats-server-${process.arch}`);
  if (await isNewEnough(cached)) return cached;

  mkdirSync(cache, { recursive: true });
  return withLock(join(cache, 'nats-server.lock'), async () => {
    if (await isNewEnough(cached)) return cached;
    try {
      await unpackFromDebian(cache, cached, log);
    } catch (error) {
      throw new Error(howToGetOne(error.message));
    }
    if (!(await isNewEnough(cached))) throw new Error(howToGetOne('the nats-server in Debian sid is too old or does not run here'));
    return cached;
  });
};

const isNewEnough = async (binary) => {
  if (!existsSync(binary)) return false;
  try {
    const { stdout } = await run(binary, ['--version'], { timeout: 10_000 });
    const [major, minor] = (/v(\d+)\.(\d+)/.exec(stdout) ?? []).slice(1).map(Number);
    return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
  } catch {
    return false;
  }
};

/** The work happens in a folder of its own; the finished file is moved into its place in one step. */
const unpackFromDebian = async (cache, target, log) => {
  const source = debianSource();
  log(`fetching nats-server from Debian sid (${new URL(source).host}), once`);
  const folder = mkdtempSync(join(cache, 'nats-server-'));
  try {
    const lists = join(folder, 'lists');
    const archives = join(folder, 'cache');
    mkdirSync(join(lists, 'partial'), { recursive: true });
    mkdirSync(join(archives, 'archives', 'partial'), { recursive: true });
    const sources = join(folder, 'sid.sources');
    writeFileSync(sources, `Types: deb\nURIs: ${source}\nSuites: sid\nComponents: main\nSigned-By: ${KEYRING}\n`);
    const options = [
      `Dir::Etc::sourcelist=${sources}`,
      'Dir::Etc::sourceparts=/dev/null',
      `Dir::State::lists=${lists}`,
      `Dir::Cache=${archives}`,
      'Acquire::Languages=none',
      'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
      'APT::Update::Error-Mode=any',
      // The folder may be out of reach for apt's own unprivileged user.
      ...(process.getuid?.() === 0 ? ['APT::Sandbox::User=root'] : []),
    ].flatMap((option) => ['-o', option]);
    const apt = (...words) => run('apt-get', [...options, '-q', ...words], { cwd: folder, timeout: APT_DEADLINE_MS });

    await apt('update');
    await apt('download', 'nats-server');
    const file = readdirSync(folder).find((name) => name.endsWith('.deb'));
    if (!file) throw new Error('apt-get download gave no file');
    await run('dpkg', ['-x', file, 'unpacked'], { cwd: folder, timeout: APT_DEADLINE_MS });

    const fresh = join(folder, 'fresh');
    copyFileSync(join(folder, 'unpacked', 'usr', 'sbin', 'nats-server'), fresh);
    chmodSync(fresh, 0o755);
    renameSync(fresh, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The address of the Debian mirror that this machine itself uses. */
const debianSource = () => {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const codename = /^VERSION_CODENAME="?([^"\n]+)/m.exec(release)?.[1];
  if (!/^ID="?debian"?$/m.test(release)) throw new Error('this machine does not run Debian');
  if (!existsSync(KEYRING)) throw new Error(`${KEYRING} is missing (package debian-archive-keyring)`);

  const suites = [codename, 'stable', 'testing', 'unstable', 'sid'];
  const source = aptSources().find(
    ({ uri, suite, components }) => /^(https?|mirror\S*):/.test(uri) && suites.includes(suite) && components.includes('main'),
  );
  if (!source) throw new Error('the apt sources of this machine name no Debian mirror');
  return source.uri;
};

/** Both of apt's formats, one entry for each address and suite. */
const aptSources = () => {
  const parts = '/etc/apt/sources.list.d';
  const files = ['/etc/apt/sources.list', ...(existsSync(parts) ? readdirSync(parts).map((name) => join(parts, name)) : [])];
  return files
    .filter((file) => /\.(list|sources)$/.test(file) && existsSync(file))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8').replace(/^\s*#.*\n?/gm, '');
      return file.endsWith('.list') ? text.split('\n').flatMap(lineEntry) : text.split(/\n\s*\n/).flatMap(stanzaEntries);
    });
};

const lineEntry = (line) => {
  const match = /^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s+(.*)$/.exec(line);
  return match ? [{ uri: match[1], suite: match[2], components: match[3].split(/\s+/) }] : [];
};

const stanzaEntries = (stanza) => {
  const field = (name) => new RegExp(`^${name}:[ \\t]*(.+(?:\\n[ \\t].+)*)`, 'im').exec(stanza)?.[1].trim().split(/\s+/) ?? [];
  if (!field('Types').includes('deb') || field('Enabled')[0] === 'no') return [];
  return field('URIs').flatMap((uri) => field('Suites').map((suite) => ({ uri, suite, components: field('Components') })));
};

/** The lock is a link that points to the owner's process id; one whose owner is gone is taken over. */
const withLock = async (lock, work) => {
  for (;;) {
    try {
      symlinkSync(String(process.pid), lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (ownerIsGone(lock)) rmSync(lock, { force: true });
      else await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
};

const ownerIsGone = (lock) => {
  try {
    process.kill(Number(readlinkSync(lock)), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
};

const howToGetOne = (reason) =>
  [
    `There is no nats-server ${NEEDED.join('.')} or newer, and it could not be fetched: ${reason}.`,
    'Do one of these, then start again:',
    '- put a nats-server of that version on PATH (for example "brew install nats-server", or the binary of its release page);',
    '- run one in Docker and set NATS_URL=nats://127.0.0.1:4222. It must sync: give it a configuration file with',
    '  "jetstream { store_dir: /data, sync_interval: always }" and "max_payload: 8MB":',
    '  docker run -d -p 127.0.0.1:4222:4222 -v nats-data:/data -v "$PWD/nats.conf:/nats.conf" nats:2.12 -c /nats.conf',
  ].join('\n');
