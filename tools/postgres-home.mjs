import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Owned by root and open to be entered, so that nobody can put something else into our place. */
const REACHABLE_HOME = '/var/lib/madoguchi';

/**
 * A clone under `/root`, or in a folder that only root may enter, cannot be entered by the user `postgres` either. Then
 * the server's program and its data live under `/var/lib/madoguchi`, and `folder` is a link to the data.
 *
 * @param {{ initdb: string, postgres: string }} binaries
 * @param {string} folder where the data is wanted
 * @param {{ uid?: number, gid?: number }} identity
 * @returns {{ binaries: { initdb: string, postgres: string }, folder: string, forget: () => void }} where they are;
 *   `forget` deletes data that lives elsewhere
 */
export const reachableHome = (binaries, folder, identity) => {
  if (identity.uid === undefined) return { binaries, folder, forget: () => {} };
  mkdirSync(dirname(folder), { recursive: true });
  return { binaries: reachableBinaries(binaries, identity), ...reachableData(folder, identity) };
};

const reachableBinaries = (binaries, identity) => {
  if (canEnter(dirname(binaries.postgres), identity)) return binaries;
  const native = dirname(dirname(binaries.postgres));
  const { name, version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'));
  const copy = join(REACHABLE_HOME, `${name.replace(/^.*\//, 'postgres-')}-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true, mode: 0o755 });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, copy);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') };
};

const reachableData = (folder, identity) => {
  const known = lstatSync(folder, { throwIfNoEntry: false });
  if (!known?.isSymbolicLink() && canEnter(dirname(folder), identity)) return { folder, forget: () => {} };
  const elsewhere = join(REACHABLE_HOME, `data-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  if (!known) {
    // Without the link the data was forgotten.
    rmSync(elsewhere, { recursive: true, force: true });
    mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
    symlinkSync(elsewhere, folder);
  }
  return { folder: elsewhere, forget: () => rmSync(elsewhere, { recursive: true, force: true }) };
};

const canEnter = (folder, { uid, gid }) => {
  try {
    execFileSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
