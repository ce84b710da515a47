import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bug } from './bugs.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const OURS = '@madoguchi';

/**
 * A copy of everything built, with the bug in it. Packages of others are those of the project.
 *
 * @returns the entry point of the copy's supervisor
 * @throws when the built code has moved on and the bug does not fit any more
 */
export const plant = (bug: Bug): { readonly cli: string; remove(): void } => {
  const copy = mkdtempSync(join(tmpdir(), 'madoguchi-bug-'));
  chmodSync(copy, 0o755);
  const remove = () => rmSync(copy, { recursive: true, force: true });
  try {
    copyBuilt(copy);
    bug.changes.forEach((change) => apply(bug.name, copy, change));
  } catch (error) {
    remove();
    throw error;
  }
  return { cli: join(copy, 'apps/cli/dist/main.js'), remove };
};

const apply = (bug: string, copy: string, { file, from, to }: Bug['changes'][number]): void => {
  const path = join(copy, file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (parts.length !== 2) throw new Error(`"${bug}" does not fit any more: ${file} has ${parts.length - 1} times "${from}"`);
  writeFileSync(path, parts.join(to));
};

const copyBuilt = (copy: string): void => {
  for (const folder of ['apps', 'libs']) {
    for (const name of readdirSync(join(root, folder))) copyPackage(copy, `${folder}/${name}`);
  }
  cpSync(join(root, 'tools'), join(copy, 'tools'), { recursive: true });
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  // The same nats-server, not a second download.
  symlinkSync(join(root, '.madoguchi'), join(copy, '.madoguchi'));

  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, OURS), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== OURS) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  for (const folder of ['apps', 'libs']) {
    for (const name of readdirSync(join(copy, folder))) linkPackage(modules, join(copy, folder, name));
  }
  linkPackage(modules, join(copy, 'tools'));
};

/** What production has of it: no sources. */
const copyPackage = (copy: string, path: string): void => {
  for (const name of ['package.json', 'dist', 'page', 'samples']) {
    if (existsSync(join(root, path, name))) cpSync(join(root, path, name), join(copy, path, name), { recursive: true });
  }
  if (existsSync(join(root, path, 'node_modules'))) symlinkSync(join(root, path, 'node_modules'), join(copy, path, 'node_modules'));
};

const linkPackage = (modules: string, folder: string): void => {
  const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string };
  symlinkSync(folder, join(modules, name));
};
