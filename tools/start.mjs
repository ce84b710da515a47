import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap, nx, projectRoot } from './bootstrap.mjs';
import { main, step } from './progress.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_CHECK_MS = 1_000;

/** `npm start`: makes a fresh clone ready, then hands over to `madoguchi start`. */
await main(async () => {
  process.stdout.write('Madoguchi\n');
  await bootstrap();
  await step('Building', () => nx('build').then(() => {}));

  // The channel lets the supervisor notice when this process is gone without a word.
  const supervisor = spawn(process.execPath, [join(projectRoot, 'apps/cli/dist/main.js'), 'start', ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of SIGNALS) process.on(signal, () => supervisor.kill(signal));
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) supervisor.kill('SIGTERM');
  }, PARENT_CHECK_MS);

  const code = await new Promise((resolve, reject) => {
    supervisor.once('error', reject);
    supervisor.once('exit', (exitCode, signal) => resolve(exitCode ?? (signal ? 1 : 0)));
  });
  clearInterval(watch);
  process.exitCode = code;
});
