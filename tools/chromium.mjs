import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './progress.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * A Chromium for tests: `CHROMIUM_PATH`, one on PATH, or Debian's package (installed when this runs as root).
 *
 * @returns {Promise<string>} its path
 */
export const ensureChromium = async () => {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isExecutable(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which cannot be run. Correct it, or leave it out.`);
  }
  const found = onPath();
  if (found) return found;
  if (process.getuid?.() !== 0 || !hasApt()) {
    throw new Error('There is no Chromium. Install it (Debian: sudo apt-get install chromium), or set CHROMIUM_PATH.');
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { env });
  const installed = onPath();
  if (!installed) throw new Error('Debian installed its package chromium, but there is no chromium on PATH. Set CHROMIUM_PATH.');
  return installed;
};

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isExecutable);

const hasApt = () => {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
