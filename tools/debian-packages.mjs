import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const APT_DEADLINE_MS = 120_000;
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Where downloaded programs are kept. */
export const cacheFolder = () => process.env.MADOGUCHI_CACHE ?? fileURLToPath(new URL('../.madoguchi/cache', import.meta.url));

/**
 * Fetches a package from the Debian mirror that this machine uses, its signatures checked, and unpacks it into a folder. Nothing
 * is installed; root is not needed.
 *
 * @param {string} name
 * @param {{ suite?: string, into: string, withDependencies?: boolean }} options
 *   `suite`: this machine's when left out. `into`: the folder, made by it. `withDependencies`: also what the package needs and
 *   this machine does not have.
 * @throws Error with the reason where it is not to be had
 */
export const unpackDebianPackage = async (name, { suite = ownSuite(), into, withDependencies = false }) => {
  const source = debianSource();
  const folder = mkdtempSync(`${into}.`);
  try {
    const lists = join(folder, 'lists');
    const archives = join(folder, 'cache');
    mkdirSync(join(lists, 'partial'), { recursive: true });
    mkdirSync(join(archives, 'archives', 'partial'), { recursive: true });
    const sources = join(folder, 'only.sources');
    writeFileSync(sources, `Types: deb\nURIs: ${source}\nSuites: ${suite}\nComponents: main\nSigned-By: ${KEYRING}\n`);
    const options = [
      `Dir::Etc::sourcelist=${sources}`,
      'Dir::Etc::sourceparts=/dev/null',
      `Dir::State::lists=${lists}`,
      `Dir::Cache=${archives}`,
      'Acquire::Languages=none',
      'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
      'APT::Update::Error-Mode=any',
      'APT::Install-Recommends=false',
      'Debug::NoLocking=true',
      // The folder may be out of reach for apt's own unprivileged user.
      ...(process.getuid?.() === 0 ? ['APT::Sandbox::User=root'] : []),
    ].flatMap((option) => ['-o', option]);
    const apt = (...words) => run('apt-get', [...options, '-q', ...words], { cwd: folder, timeout: APT_DEADLINE_MS });

    await apt('update');
    await apt('download', name, ...(withDependencies ? await missingDependencies(apt, name) : []));
    const files = readdirSync(folder).filter((file) => file.endsWith('.deb'));
    if (files.length === 0) throw new Error('apt-get download gave no file');
    mkdirSync(into, { recursive: true });
    for (const file of files) await run('dpkg', ['-x', join(folder, file), into], { timeout: APT_DEADLINE_MS });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Packages that an installation would bring along. */
const missingDependencies = async (apt, name) => {
  const { stdout } = await apt('install', '--print-uris', '-y', name);
  return [...stdout.matchAll(/^'\S+' ([^_\s]+)_\S+\.deb /gm)].map(([, each]) => each).filter((each) => each !== name);
};

const osRelease = () => (existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '');

const ownSuite = () => /^VERSION_CODENAME="?([^"\n]+)/m.exec(osRelease())?.[1];

/** The address of the Debian mirror that this machine itself uses. */
const debianSource = () => {
  if (!/^ID="?debian"?$/m.test(osRelease())) throw new Error('this machine does not run Debian');
  if (!existsSync(KEYRING)) throw new Error(`${KEYRING} is missing (package debian-archive-keyring)`);

  const suites = [ownSuite(), 'stable', 'testing', 'unstable', 'sid'];
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
export const withLock = async (lock, work) => {
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
