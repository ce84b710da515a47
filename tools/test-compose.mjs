import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bootstrap, projectRoot } from './bootstrap.mjs';
import { dockerPlugins, engineVersion, startEngine } from './container-engine.mjs';
import { cacheFolder, withLock } from './debian-packages.mjs';
import { freePort } from './ports.mjs';
import { main, run, step } from './progress.mjs';
import { ensureBaseImages } from './stand-in-images.mjs';
import { countTests } from './test-report.mjs';

const PROJECT = 'madoguchi-test';
const DEMO_DEADLINE_MS = 5 * 60_000;
const SPECS_DEADLINE_MS = 25 * 60_000;
const DEMO = ['--env-file', 'deploy/compose/demo.env'];
const FILES = ['--file', 'docker-compose.yml', '--file', 'tools/compose-for-tests.yml'];
const BASE_IMAGES = { node: 'node:20.20.2-bookworm-slim', nats: 'nats:2.14.5-alpine', postgres: 'postgres:18.3-bookworm' };
/** One system for all: first those that leave it as they found it. */
const SPECS = [
  'e2e/src/stories/a-message-reaches-an-agent',
  'e2e/src/containers/a-first-administrator',
  'e2e/src/containers/the-boxes',
  'e2e/src/containers/three-senders',
  'e2e/src/containers/nothing-is-lost',
];
const esm = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

/**
 * Builds the images, starts everything from docker-compose.yml in a project of its own, and runs the end-to-end tests against
 * the containers. Whatever happens, containers, networks and volumes go away.
 *
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal, log: (line: string) => void, step: typeof step }} options
 *   `env`: how `docker` finds engine and plugins
 * @returns {Promise<{ passed: number, failed: number, messages: string[], standIns: string[], figures: string[] }>} `figures`: what
 *   specs have counted, a line of JSON each
 */
export const testCompose = ({ env: engine, signal, log, step: show }) =>
  withLock(join(cacheFolder(), 'test-compose.lock'), async () => {
    const folder = mkdtempSync(join(tmpdir(), 'madoguchi-compose-'));
    const env = { ...engine, ...(await settings(folder)) };
    const compose = ['docker', 'compose', ...DEMO, ...FILES];
    const docker = (args, more = {}) => run('docker', ['compose', ...DEMO, ...FILES, ...args], { cwd: projectRoot, env, signal, ...more });
    const down = () => docker(['down', '--volumes', '--remove-orphans', '--timeout', '20'], { signal: undefined });
    try {
      await run('sh', ['deploy/compose/make-secrets.sh', env.MADOGUCHI_SECRETS], { cwd: projectRoot });
      await show('Reading docker-compose.yml in every profile', () => checkProfiles(env, signal));
      const standIns = await ensureBaseImages(BASE_IMAGES, { env, signal, log });
      await show('Building images', () => docker(['build']).then(() => {}));
      await down();
      try {
        await show('Starting containers', () => docker(['up', '--detach']).then(() => {}));
        const demo = await show('Preparing the demo', () => demoOf(docker));
        const addresses = join(folder, 'addresses.json');
        writeFileSync(addresses, JSON.stringify(addressesOf(env, demo)), { mode: 0o600 });
        const specs = { ...env, MADOGUCHI_ADDRESSES: addresses, MADOGUCHI_COMPOSE: JSON.stringify(compose) };
        const total = { passed: 0, failed: 0, messages: [], standIns, figures: [] };
        for (const pattern of SPECS) {
          const counted = await show(`Testing ${pattern.slice(pattern.lastIndexOf('/') + 1)}`, () =>
            specsOf(pattern, folder, specs, signal),
          );
          total.passed += counted.passed;
          total.failed += counted.failed;
          total.messages.push(...counted.messages);
          total.figures.push(...counted.figures);
        }
        if (total.failed > 0) total.messages.push(await docker(['logs', '--tail', '40'], { signal: undefined }));
        return total;
      } catch (error) {
        if (!signal.aborted) error.output = `${error.output ?? ''}\n${await docker(['logs', '--tail', '40']).catch(() => '')}`;
        throw error;
      } finally {
        await show('Taking everything down', () => down().then(() => {}));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

const settings = async (folder) => {
  const ports = {};
  let next = 5100;
  for (const name of ['DESK_PORT', 'INGRESS_PORT', 'MAIL_PORT', 'BOT_PORT', 'PLAY_PORT', 'DATABASE_PORT']) {
    const port = await freePort(next);
    ports[name] = String(port);
    next = port + 1;
  }
  return {
    ...ports,
    MADOGUCHI_PROJECT: PROJECT,
    MADOGUCHI_REGISTRY: PROJECT,
    MADOGUCHI_SECRETS: join(folder, 'secrets'),
    // Where Node needs another authority here, npm needs it in the images too.
    ...(process.env.NODE_EXTRA_CA_CERTS && { MADOGUCHI_BUILD_CA: process.env.MADOGUCHI_BUILD_CA ?? process.env.NODE_EXTRA_CA_CERTS }),
  };
};

/** Of what cannot be run here, at least that it can be read. */
const checkProfiles = async (env, signal) => {
  for (const profile of ['postgres', 'eventstoredb', 'demo']) {
    const more = { ...env, EVENT_STORE: profile === 'eventstoredb' ? profile : 'postgres', MADOGUCHI_PUBLIC_URL: 'https://desk.example' };
    await run('docker', ['compose', '--profile', profile, 'config', '--quiet'], { cwd: projectRoot, env: more, signal });
  }
};

/** What the job said when it was done. */
const demoOf = async (docker) => {
  for (const deadline = Date.now() + DEMO_DEADLINE_MS; ; await sleep(1_000)) {
    const { State, ExitCode } = JSON.parse(await docker(['ps', '--all', '--format', 'json', 'demo']));
    if (State === 'exited') {
      const said = await docker(['logs', '--no-log-prefix', 'demo']);
      if (ExitCode !== 0) throw new Error(`The demo cannot be prepared: ${said}`);
      return JSON.parse(said.slice(said.indexOf('{')));
    }
    if (Date.now() > deadline) throw new Error('The demo was not prepared in time');
  }
};

const addressesOf = (env, demo) => {
  const at = (port) => `http://127.0.0.1:${env[port]}`;
  const database = new URL(readFileSync(join(env.MADOGUCHI_SECRETS, 'database_url'), 'utf8'));
  database.hostname = '127.0.0.1';
  database.port = env.DATABASE_PORT;
  return {
    desk: at('DESK_PORT'),
    admin: at('DESK_PORT'),
    ingress: at('INGRESS_PORT'),
    botHandover: at('BOT_PORT'),
    mail: `smtp://127.0.0.1:${env.MAIL_PORT}`,
    platforms: { play: at('PLAY_PORT') },
    database: database.href,
    pids: {},
    demo,
  };
};

const specsOf = async (pattern, folder, env, signal) => {
  const file = join(folder, 'report.json');
  rmSync(file, { force: true });
  const args = [
    ...esm,
    '--config=e2e/jest.config.mjs',
    '--runInBand',
    '--forceExit',
    '--json',
    `--outputFile=${file}`,
    `--testPathPatterns=${pattern}`,
  ];
  let crash;
  let said = '';
  try {
    said = await run(process.execPath, args, { cwd: projectRoot, env, signal, deadlineMs: SPECS_DEADLINE_MS });
  } catch (error) {
    crash = error;
  }
  if (!existsSync(file)) throw crash ?? new Error('The test runner wrote no result');
  return { ...countTests(JSON.parse(readFileSync(file, 'utf8'))), figures: said.match(/^\{.*\}$/gm) ?? [] };
};

/** How `docker` is asked, or undefined when no engine answers. */
export const findEngine = async ({ log }) => ((await engineVersion()) ? dockerPlugins({ log }) : undefined);

const say = (line) => process.stdout.write(`\n    ${line}\n`);

/** Aborts when somebody wants this process to end; from then on it ends by itself, with everything taken down. */
export const stopRequest = () => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopping.abort(new Error('Stopped.')));
  return stopping.signal;
};

const runAlone = async () => {
  const { values } = parseArgs({ options: { 'start-engine': { type: 'boolean', default: false } } });
  const signal = stopRequest();

  await bootstrap();
  let engine = values['start-engine'] ? undefined : await findEngine({ log: say });
  let stop = async () => {};
  if (!engine && !values['start-engine']) {
    throw new Error('No container engine answers. Start one, or let this start one: npm run test:compose -- --start-engine');
  }
  try {
    if (!engine) {
      const own = await step('Starting a container engine', () => startEngine());
      stop = own.stop;
      engine = { ...own.env, ...(await dockerPlugins({ log: say })) };
    }
    const { passed, failed, messages, standIns, figures } = await testCompose({ env: engine, signal, log: say, step });
    for (const message of messages) process.stdout.write(`\n${message}\n`);
    for (const line of figures) process.stdout.write(`\n${line}\n`);
    if (standIns.length > 0)
      process.stdout.write(`\nNot the official images, but something of ours in their place: ${standIns.join(', ')}\n`);
    process.stdout.write(`\nTests: ${passed} passed, ${failed} failed\n`);
    if (failed > 0) process.exitCode = 1;
  } finally {
    await stop();
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(runAlone);
