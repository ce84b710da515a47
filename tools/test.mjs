import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap, nx, projectRoot } from './bootstrap.mjs';
import { ensureChromium } from './chromium.mjs';
import { CommandFailedError, main, run, seconds } from './progress.mjs';
import { findEngine, stopRequest, testCompose } from './test-compose.mjs';
import { countTests, tableOf } from './test-report.mjs';

const PART_DEADLINE_MS = 20 * 60_000;
/** Beside one per core: specs also wait, for servers to start, for deadlines, for what must not come. */
const MORE_WORKERS = 1;
/** Modules of finished spec files stay in a worker's memory; one that has grown so far is started anew. */
const WORKER_MEMORY = '3GB';
const results = mkdtempSync(join(tmpdir(), 'madoguchi-tests-'));
const esm = ['--experimental-vm-modules', '--no-warnings'];

const jest = async (name, args, env) => {
  const file = join(results, `${name}.json`);
  const command = [...esm, 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${file}`, ...args];
  return reported(file, () => run(process.execPath, command, { cwd: projectRoot, env, deadlineMs: PART_DEADLINE_MS }));
};

const endToEnd = (name, pattern) => async () =>
  jest(name, ['--config=e2e/jest.config.mjs', '--runInBand', `--testPathPatterns=${pattern}`]);

const vitest = async () => {
  const file = join(results, 'web.json');
  const command = [join(projectRoot, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=json', `--outputFile=${file}`];
  return reported(file, () => run(process.execPath, command, { cwd: join(projectRoot, 'apps/web'), deadlineMs: PART_DEADLINE_MS }));
};

/** A runner that ends badly has still written what it knows; one that wrote nothing has crashed. */
const reported = async (file, work) => {
  let crash;
  try {
    await work();
  } catch (error) {
    crash = error;
  }
  if (!existsSync(file)) throw crash ?? new Error('The test runner wrote no result');
  const counted = countTests(JSON.parse(readFileSync(file, 'utf8')));
  if (crash && counted.failed === 0) throw crash;
  return counted;
};

/** What people run by hand, as it stands in package.json. */
const script = (name) => () => run('npm', ['run', '--silent', name], { cwd: projectRoot, deadlineMs: PART_DEADLINE_MS });

/** Only where a container engine answers already. */
const containers = async () => {
  const env = await findEngine({ log: () => {} });
  if (!env) return { leftOut: 'no container engine answers (npm run test:compose -- --start-engine starts one)' };
  return testCompose({ env, signal: stopRequest(), log: () => {}, step: (_, work) => work() });
};

const unit = () => jest('unit', [`--maxWorkers=${availableParallelism() + MORE_WORKERS}`, `--workerIdleMemoryLimit=${WORKER_MEMORY}`]);

const chromium = async () =>
  jest('chromium', ['--config=e2e/jest.config.mjs', '--runInBand', '--testPathPatterns=e2e/src/browser/'], {
    CHROMIUM_PATH: await ensureChromium(),
  });

/** Those of one `stage` go side by side: while one waits, the other works. The system as a whole is tried alone. */
const PARTS = [
  { stage: 1, name: 'lint', work: script('lint') },
  { stage: 1, name: 'typecheck', work: script('typecheck') },
  { stage: 2, name: 'build', work: () => nx('build') },
  { stage: 3, name: 'unit', work: unit },
  { stage: 4, name: 'web', work: vitest },
  { stage: 5, name: 'e2e', needs: 'build', work: endToEnd('e2e', 'e2e/src/stories/') },
  { stage: 6, name: 'chromium', needs: 'build', work: chromium },
  { stage: 7, name: 'kill', needs: 'build', work: endToEnd('kill', 'e2e/src/kill/') },
  { stage: 8, name: 'compose', work: containers },
  { stage: 9, name: 'planted-bugs', needs: 'build', onRequest: true, work: endToEnd('planted-bugs', 'e2e/src/planted-bugs/') },
];

const chosenParts = () => {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  if (!values.only) return PARTS.filter((part) => !part.onRequest);
  const wanted = new Set(values.only.flatMap((names) => names.split(',')));
  for (const name of wanted) {
    if (!PARTS.some((part) => part.name === name))
      throw new Error(`There is no part "${name}". Parts: ${PARTS.map((part) => part.name).join(', ')}`);
  }
  for (const part of PARTS) if (wanted.has(part.name) && part.needs) wanted.add(part.needs);
  return PARTS.filter((part) => wanted.has(part.name));
};

const runPart = async ({ name, work }) => {
  process.stdout.write(`  ${name} …\n`);
  const began = performance.now();
  const row = { name, passed: 0, failed: 0, messages: [] };
  try {
    const counted = await work();
    if (typeof counted === 'object') Object.assign(row, counted);
  } catch (error) {
    row.failed = 1;
    row.messages = [error instanceof CommandFailedError ? `${error.tail}\n${error.message}` : (error.stack ?? String(error))];
  }
  row.milliseconds = performance.now() - began;
  process.stdout.write(
    `  ${name}: ${seconds(row.milliseconds)}${row.failed > 0 ? '  FAILED' : ''}${row.leftOut ? `  left out: ${row.leftOut}` : ''}\n`,
  );
  for (const message of row.messages) process.stdout.write(`\n${message}\n`);
  return row;
};

/** `npm test [-- --only unit,e2e]`: everything, and in the last line how many tests passed and failed. */
await main(async () => {
  const parts = chosenParts();
  process.on('exit', () => rmSync(results, { recursive: true, force: true }));
  const began = performance.now();
  await bootstrap();
  const rows = [];
  for (const stage of new Set(parts.map((part) => part.stage)))
    rows.push(...(await Promise.all(parts.filter((part) => part.stage === stage).map(runPart))));
  const sum = (field) => rows.reduce((total, row) => total + row[field], 0);
  process.stdout.write(`\n${tableOf(rows, performance.now() - began)}\n\nTests: ${sum('passed')} passed, ${sum('failed')} failed\n`);
  if (sum('failed') > 0) process.exitCode = 1;
});
