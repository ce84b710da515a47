import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, unpackDebianPackage, withLock } from './debian-packages.mjs';

const run = promisify(execFile);

/**
 * A Postfix that is not installed: its programs lie under one folder.
 *
 * @typedef {object} PostfixPrograms
 * @property {string} master
 * @property {string} daemons the folder of its daemons
 * @property {string} commands the folder of its commands
 * @property {string} libraries LD_LIBRARY_PATH for all of them
 */

/**
 * Debian's package with what it needs, unpacked once into the project's cache. Processes that ask at once wait for one download.
 *
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<PostfixPrograms>}
 * @throws Error "postfix not to be had: …"
 */
export const findPostfix = async ({ log = () => {} } = {}) => {
  try {
    // Its master gives each of its daemons another user.
    if (process.getuid?.() !== 0) throw new Error('it runs as root only');
    const cache = cacheFolder();
    const root = join(cache, `postfix-${process.arch}`);
    if (await works(programsIn(root))) return programsIn(root);
    mkdirSync(cache, { recursive: true });
    return await withLock(join(cache, 'postfix.lock'), async () => {
      if (!(await works(programsIn(root)))) await unpack(root, log);
      if (!(await works(programsIn(root)))) throw new Error("Debian's package does not run here");
      return programsIn(root);
    });
  } catch (error) {
    throw new Error(`postfix not to be had: ${error.message}`);
  }
};

const programsIn = (root) => ({
  master: join(root, 'usr/lib/postfix/sbin/master'),
  daemons: join(root, 'usr/lib/postfix/sbin'),
  commands: join(root, 'usr/sbin'),
  libraries: ['usr/lib/postfix', `usr/lib/${debianTriplet()}`, `lib/${debianTriplet()}`].map((folder) => join(root, folder)).join(':'),
});

const debianTriplet = () => ({ x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' })[process.arch] ?? '';

const works = async ({ master, commands, daemons, libraries }) => {
  if (!existsSync(master)) return false;
  const environment = { ...process.env, LD_LIBRARY_PATH: libraries };
  try {
    await run(join(commands, 'postconf'), ['-d', 'mail_version'], { timeout: 10_000, env: environment });
    const { stdout } = await run('ldd', [join(daemons, 'smtpd')], { timeout: 10_000, env: environment });
    return !stdout.includes('not found');
  } catch {
    return false;
  }
};

const unpack = async (root, log) => {
  log('fetching postfix from Debian, once');
  const folder = mkdtempSync(`${root}.`);
  try {
    await unpackDebianPackage('postfix', { into: join(folder, 'root'), withDependencies: true });
    rmSync(root, { recursive: true, force: true });
    renameSync(join(folder, 'root'), root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
