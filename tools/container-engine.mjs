import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder, unpackDebianPackage, withLock } from './debian-packages.mjs';
import { run } from './progress.mjs';
import { startWarden } from './warden.mjs';

const ANSWER_DEADLINE_MS = 5_000;
const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 60_000;
const PLUGINS = { 'docker-compose': 'compose', 'docker-buildx': 'buildx' };

/**
 * The engine that answers where `DOCKER_HOST` says, else at the usual socket.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string | undefined>} its version; undefined when there is none, or no `docker` to ask it with
 */
export const engineVersion = async (env = {}) => {
  try {
    return (
      (await run('docker', ['version', '--format', '{{.Server.Version}}'], { env, deadlineMs: ANSWER_DEADLINE_MS })).trim() || undefined
    );
  } catch {
    return undefined;
  }
};

/**
 * Starts an engine of its own, with its data in a folder that goes away with it. Needs root, and Debian's `docker.io`.
 *
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => Promise<void> }>} `env`: how `docker` finds it; `stop` leaves no
 *   process, mount or rule of the firewall behind
 */
export const startEngine = async ({ log = () => {} } = {}) => {
  if (process.getuid?.() !== 0) throw new Error('Only root can start a container engine. Start it yourself, then run this again.');
  const folder = mkdtempSync('/var/tmp/madoguchi-engine-');
  const socket = `unix://${join(folder, 'docker.sock')}`;
  const output = join(folder, 'dockerd.log');
  const before = await networkOf();
  const args = [
    '--data-root',
    join(folder, 'data'),
    '--exec-root',
    join(folder, 'exec'),
    '--pidfile',
    join(folder, 'pid'),
    '--host',
    socket,
  ];
  log(`starting dockerd with its data in ${folder}`);
  const engine = spawn('dockerd', args, { detached: true, stdio: ['ignore', openSync(output, 'w'), openSync(output, 'a')] });
  const gone = new Promise((resolve) => {
    engine.once('exit', resolve);
    engine.once('error', resolve);
  });
  const warden = startWarden();
  if (engine.pid) warden.watch(engine.pid);

  const stop = async () => {
    engine.kill('SIGTERM');
    const forced = setTimeout(() => engine.kill('SIGKILL'), STOP_DEADLINE_MS);
    await gone;
    clearTimeout(forced);
    warden.dismiss();
    await before.restore(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  const env = { DOCKER_HOST: socket };
  for (const deadline = Date.now() + START_DEADLINE_MS; ; await sleep(500)) {
    if (await engineVersion(env)) return { env, stop };
    const ended = engine.exitCode !== null || engine.pid === undefined;
    if (!ended && Date.now() < deadline) continue;
    const said = readFileSync(output, 'utf8').trimEnd().split('\n').slice(-10).join('\n');
    await stop();
    throw new Error(`dockerd does not start here; Debian has it in docker.io (with iptables).\n${said}`);
  }
};

const FORWARDING = '/proc/sys/net/ipv4/ip_forward';
/** As the kernel has them before anybody touches them; then `iptables-save` does not show them. */
const UNTOUCHED = {
  filter: '*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\nCOMMIT\n',
  nat: '*nat\nCOMMIT\n',
};

/** An engine leaves its bridge, its rules and forwarding behind when it ends: this puts back what was before. */
const networkOf = async () => {
  const quietly = (command, args) => run(command, args).catch(() => undefined);
  const hadBridge = existsSync('/sys/class/net/docker0');
  const forwarding = readFileSync(FORWARDING, 'utf8');
  const firewalls = [];
  for (const name of ['iptables', 'ip6tables']) firewalls.push({ name, rules: await quietly(`${name}-save`, []) });
  return {
    restore: async (folder) => {
      for (const { name, rules } of firewalls.filter(({ rules: saved }) => saved !== undefined)) {
        const untouched = Object.keys(UNTOUCHED).filter((table) => !rules.includes(`*${table}\n`));
        const file = join(folder, `${name}.rules`);
        writeFileSync(file, rules + untouched.map((table) => UNTOUCHED[table]).join(''));
        await quietly(`${name}-restore`, [file]);
      }
      if (!hadBridge) await quietly('ip', ['link', 'delete', 'docker0']);
      writeFileSync(FORWARDING, forwarding);
    },
  };
};

/**
 * `docker` with its plugins compose and buildx: those of the machine, else those of Debian sid, unpacked into the project's cache.
 *
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<NodeJS.ProcessEnv>} what `docker` needs in its environment to find them
 */
export const dockerPlugins = async ({ log = () => {} } = {}) => {
  const works = (env) =>
    Promise.all(Object.values(PLUGINS).map((plugin) => run('docker', [plugin, 'version'], { env }))).then(
      () => true,
      () => false,
    );
  if (await works({})) return {};
  const cache = cacheFolder();
  const unpacked = join(cache, `docker-plugins-${process.arch}`);
  mkdirSync(unpacked, { recursive: true });
  await withLock(join(cache, 'docker-plugins.lock'), async () => {
    for (const name of Object.keys(PLUGINS)) {
      const into = join(unpacked, name);
      if (existsSync(into)) continue;
      log(`fetching ${name} from Debian sid, once`);
      await unpackDebianPackage(name, { suite: 'sid', into });
    }
  });
  const env = { DOCKER_CONFIG: join(unpacked, 'config') };
  mkdirSync(env.DOCKER_CONFIG, { recursive: true, mode: 0o700 });
  // What the user has said of registries stays in force.
  const own = join(process.env.DOCKER_CONFIG ?? join(homedir(), '.docker'), 'config.json');
  const config = existsSync(own) ? JSON.parse(readFileSync(own, 'utf8')) : {};
  const folders = Object.keys(PLUGINS).map((name) => join(unpacked, name, 'usr/libexec/docker/cli-plugins'));
  writeFileSync(join(env.DOCKER_CONFIG, 'config.json'), JSON.stringify({ ...config, cliPluginsExtraDirs: folders }), { mode: 0o600 });
  if (!(await works(env))) throw new Error('docker has no plugins compose and buildx, and those of Debian sid do not run here');
  return env;
};
