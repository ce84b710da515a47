import { readEnvironment } from './environment.js';
import { startPlatforms } from './start.js';

try {
  const { listening, stop } = await startPlatforms(readEnvironment(process.env));
  console.log(JSON.stringify({ listening }));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().then(() => process.exit(0)));
} catch (error) {
  console.error(`platforms: ${(error as Error).message}`);
  process.exitCode = 1;
}
