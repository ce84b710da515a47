import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cacheFolder, withLock } from './debian-packages.mjs';

const run = promisify(execFile);

/**
 * Puts a prepared database's data into `folder`: made once on this machine and then copied, because making it takes longer than
 * everything else of a start. Processes that ask at once wait for one.
 *
 * @param {string} folder where the data is wanted; nothing is there yet, or an empty folder
 * @param {string} program the server's, which the data is made for
 * @param {(folder: string) => Promise<void>} make makes such data, and leaves it as a server does that was stopped
 */
export const copyPreparedData = async (folder, program, make) => {
  const template = join(cacheFolder(), `postgres-data-${keyOf(program)}`);
  if (!existsSync(template)) {
    mkdirSync(cacheFolder(), { recursive: true });
    await withLock(`${template}.lock`, () => existsSync(template) || fill(template, make));
  }
  await copy(template, folder);
};

const fill = async (template, make) => {
  const workplace = mkdtempSync(join(tmpdir(), 'madoguchi-postgres-'));
  try {
    await make(join(workplace, 'data'));
    await copy(join(workplace, 'data'), template);
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
};

/** Owners and closed doors are kept: a server starts in no other data. It is made beside its place: what is cut off is no data. */
const copy = async (from, to) => {
  const unfinished = `${to}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await run('cp', ['-RpH', from, unfinished]);
  renameSync(unfinished, to);
};

/** Another server, another way of preparing, another owner: other data. */
const keyOf = (program) => {
  const { version } = JSON.parse(readFileSync(join(dirname(program), '../../package.json'), 'utf8'));
  const how = readFileSync(fileURLToPath(new URL('postgres.mjs', import.meta.url)));
  const ways = createHash('sha256').update(how).update(`${process.getuid?.()}`);
  return `${version}-${process.arch}-${ways.digest('hex').slice(0, 12)}`;
};
