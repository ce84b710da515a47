import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { until } from '../system/until.js';

const run = promisify(execFile);
const BACK_DEADLINE_MS = 300_000;

/** `docker compose …` with files, project and settings, as JSON: tools/test-compose.mjs says which. */
const composeCommand = (): readonly string[] => JSON.parse(process.env.MADOGUCHI_COMPOSE ?? '[]') as string[];

const docker = async (...args: string[]): Promise<string> => (await run('docker', args)).stdout.trim();

export const compose = async (...args: string[]): Promise<string> => {
  const [program, ...before] = composeCommand();
  if (!program) throw new Error('MADOGUCHI_COMPOSE is not set: run this by "npm run test:compose"');
  return (await run(program, [...before, ...args])).stdout.trim();
};

/** The same, with something piped in. */
export const composeWith = async (input: string, ...args: string[]): Promise<string> => {
  const [program = '', ...before] = composeCommand();
  const running = run(program, [...before, ...args]);
  running.child.stdin?.end(input);
  return (await running).stdout.trim();
};

/** Ids of the containers of a service, the first one first. */
export const containersOf = async (service: string): Promise<readonly string[]> => {
  const lines = (await compose('ps', '--format', 'json', service)).split('\n').filter(Boolean);
  return lines
    .map((line) => JSON.parse(line) as { ID: string; Name: string })
    .sort((a, b) => a.Name.localeCompare(b.Name))
    .map(({ ID }) => ID);
};

export const stop = (container: string): Promise<string> => docker('stop', container);
export const start = (container: string): Promise<string> => docker('start', container);

/** The container's program dies as by the kernel's hand; the engine starts it again, because nobody asked for its end. */
const CRASH = 'for process in /proc/[0-9]*; do [ "$(cut -d" " -f4 $process/stat)" = 1 ] && kill -9 "${process#/proc/}"; done; true';

/** Kills what runs in a container, and waits until the engine has it healthy again. */
export const crash = async (container: string): Promise<void> => {
  const before = await restarts(container);
  await docker('exec', container, 'sh', '-c', CRASH).catch(() => {
    // The shell dies with the container.
  });
  await until(
    `${container} to be healthy again`,
    async () => (await restarts(container)) > before && (await isHealthy(container)),
    BACK_DEADLINE_MS,
  );
};

const restarts = async (container: string): Promise<number> => Number(await docker('inspect', '--format', '{{.RestartCount}}', container));

export const isHealthy = async (container: string): Promise<boolean> =>
  (await docker('inspect', '--format', '{{.State.Health.Status}}', container)) === 'healthy';
