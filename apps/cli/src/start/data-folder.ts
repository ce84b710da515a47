import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { masterKeysFrom } from '@madoguchi/secrets';

const MARKER = 'madoguchi-data.json';
const LOCK = 'supervisor.json';
/** Whatever a start makes in its folder; `--fresh` deletes these and nothing else. */
const OURS = [
  'postgres',
  'nats',
  'postgres.new',
  'logs',
  'media',
  'master.key',
  'master.key.new',
  'ports.json',
  'demo.json',
  'platforms.json',
  'addresses.json',
];
/** Downloads, which a start does not make. */
const NOT_OURS_BUT_EXPECTED = ['cache'];

/** Where one machine keeps everything between starts. */
export interface DataFolder {
  readonly path: string;
  file(name: string): string;
  /** Lets the next start in. */
  unlock(): void;
}

/**
 * Opens the folder for one supervisor, making it when it is missing.
 *
 * @param options.fresh forget what earlier starts left
 * @throws when the folder belongs to something else, or a supervisor runs in it
 */
export const openDataFolder = (path: string, options: { fresh: boolean }): DataFolder => {
  const folder = resolve(path);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  claim(folder);
  const unlock = lock(folder);
  if (options.fresh) for (const name of OURS) rmSync(join(folder, name), { recursive: true, force: true });
  return { path: folder, file: (name) => join(folder, name), unlock };
};

const claim = (folder: string) => {
  const marker = join(folder, MARKER);
  if (existsSync(marker)) return;
  const strangers = readdirSync(folder).filter((name) => !NOT_OURS_BUT_EXPECTED.includes(name));
  if (strangers.length > 0) {
    throw new Error(
      `${folder} holds files that are not Madoguchi's (${strangers.slice(0, 3).join(', ')}). Name an empty or a new folder with --data.`,
    );
  }
  writeFileSync(marker, `${JSON.stringify({ what: 'data of madoguchi start', layout: 1 })}\n`);
};

/** Two supervisors in one folder would start two of everything over the same files. */
const lock = (folder: string): (() => void) => {
  const path = join(folder, LOCK);
  for (;;) {
    try {
      const handle = openSync(path, 'wx');
      writeFileSync(handle, JSON.stringify({ pid: process.pid, startedAt: startOfProcess(process.pid) }));
      closeSync(handle);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = holderOf(path);
    if (holder && startOfProcess(holder.pid) === holder.startedAt) {
      throw new Error(
        `Madoguchi already runs with ${folder} (process ${holder.pid}). Stop it first, or start another one with --data <folder>.`,
      );
    }
    // Moved before it is deleted: of two that find it stale, one takes it away.
    const stale = `${path}.${process.pid}`;
    try {
      renameSync(path, stale);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    rmSync(stale, { force: true });
  }
};

const holderOf = (path: string): { pid: number; startedAt: string } | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { pid: number; startedAt: string };
  } catch {
    return undefined;
  }
};

/** When a process began, so that a number used again is not mistaken for it; empty when there is none. */
const startOfProcess = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; the 22nd field of the whole is the 20th behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    if (existsSync('/proc/self/stat')) return '';
  }
  try {
    process.kill(pid, 0);
    return 'running';
  } catch {
    return '';
  }
};

/**
 * The key under which secrets are encrypted at rest: made once, readable by its owner only, and safe on the disk before anything is
 * sealed with it.
 *
 * @throws when there is a file and no key in it; it is left as it is
 */
export const masterKey = (folder: DataFolder): string => {
  const path = folder.file('master.key');
  if (!existsSync(path)) {
    const beside = `${path}.new`;
    rmSync(beside, { force: true });
    writeFileSync(beside, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx', flush: true });
    renameSync(beside, path);
  }
  const key = keyIn(path);
  chmodSync(path, 0o600);
  // Also one that an earlier start has made: it may have been killed before this.
  for (const name of [path, folder.path]) sync(name);
  return key;
};

const keyIn = (path: string): string => {
  let why = 'it is empty or damaged';
  try {
    const key = readFileSync(path, 'utf8').trim();
    masterKeysFrom(key);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) why = (error as Error).message;
  }
  throw new Error(
    `${path} holds no key that can be read (${why}). What is sealed in this folder opens with that key only. ` +
      'Put the key back from your safe, readable by its owner. If there is none, madoguchi start --fresh begins anew and forgets everything here.',
  );
};

const sync = (path: string): void => {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } catch (error) {
    // Some network file systems do not know it for folders.
    if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
  } finally {
    closeSync(opened);
  }
};

/** Written beside and moved into place: a reader sees the old file or the new one, whole. */
export const writeWhole = (path: string, value: unknown, mode = 0o644): void => {
  const beside = `${path}.${process.pid}.new`;
  writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`, { mode });
  renameSync(beside, path);
};
