import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, unpackDebianPackage, withLock } from './debian-packages.mjs';

const run = promisify(execFile);

/** The first version with atomic batch publish, on which the intake's group commit rests. */
const NEEDED = [2, 12];

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
  const cache = cacheFolder();
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
  log('fetching nats-server from Debian sid, once');
  const folder = mkdtempSync(join(cache, 'nats-server-'));
  try {
    await unpackDebianPackage('nats-server', { suite: 'sid', into: join(folder, 'unpacked') });
    const fresh = join(folder, 'fresh');
    copyFileSync(join(folder, 'unpacked', 'usr', 'sbin', 'nats-server'), fresh);
    chmodSync(fresh, 0o755);
    renameSync(fresh, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
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
