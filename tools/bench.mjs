import { spawnSync } from 'node:child_process';
import { bootstrap, nx, projectRoot } from './bootstrap.mjs';
import { main, step } from './progress.mjs';

await main(async () => {
  await bootstrap();
  await step('Building', () => nx('build').then(() => {}));
  process.exitCode = spawnSync(process.execPath, ['bench/src/run.mjs'], { cwd: projectRoot, stdio: 'inherit' }).status ?? 1;
});
