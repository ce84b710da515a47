import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, step } from './progress.mjs';

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

const LOWEST_NODE = [20, 19];

/** Nx keeps no background process and asks nobody on the network. */
const quietNx = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0' };

/**
 * Everything between a fresh clone and a project that can run: the same for start, test and bench.
 */
export const bootstrap = async () => {
  checkNode();
  if (!installedAsLocked(projectRoot)) {
    await step('Installing dependencies', () => run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: projectRoot }).then(() => {}));
  }
  await step('Getting nats-server', async () => {
    const { ensureNatsServer } = await import('./nats-server.mjs');
    await ensureNatsServer();
  });
};

/** Runs Nx targets over all projects. What has not changed comes from Nx's cache. */
export const nx = (...targets) =>
  run(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'run-many', '--outputStyle=stream', '-t', ...targets], {
    cwd: projectRoot,
    env: quietNx,
  });

/** @param {string} [version] as `process.versions.node` has it */
export const checkNode = (version = process.versions.node) => {
  const [major, minor] = version.split('.').map(Number);
  const [lowestMajor, lowestMinor] = LOWEST_NODE;
  if (major > lowestMajor || (major === lowestMajor && minor >= lowestMinor)) return;
  throw new Error(
    `Madoguchi needs Node ${LOWEST_NODE.join('.')} or newer, and this is ${version}. Install a newer Node, then run the command again.`,
  );
};

/**
 * Whether node_modules is what package-lock.json says. npm leaves a copy of what it installed at the very end of an
 * installation, so an installation that was cut off counts as none.
 *
 * @param {string} root
 */
export const installedAsLocked = (root) => {
  const copy = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(copy)) return false;
  const locked = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(copy);
  const same = (a, b) => a !== undefined && a.version === b.version && a.integrity === b.integrity;
  const nothingMissing = Object.entries(locked).every(
    ([path, entry]) => !path.includes('node_modules/') || mayBeAbsent(entry) || same(installed[path], entry),
  );
  const nothingElse = Object.entries(installed).every(([path, entry]) => same(locked[path], entry));
  return nothingMissing && nothingElse;
};

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Packages for other machines are in the lockfile only. */
const mayBeAbsent = (entry) => Boolean(entry.optional || entry.devOptional || entry.peer);
