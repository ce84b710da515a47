import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HEAP_MEGABYTES = 64;
const script = fileURLToPath(new URL('testing/replay-process.ts', import.meta.url));

/** In a process of its own, with a heap that would not hold them. */
const replayed = async (...args: readonly string[]): Promise<{ readonly events: number; readonly bytes: number }> => {
  const command = [
    `--max-old-space-size=${HEAP_MEGABYTES}`,
    '--import',
    '@madoguchi/tools/typescript.mjs',
    '--conditions=@madoguchi/source',
    script,
    ...args,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, command, { env: { ...process.env, NODE_OPTIONS: '' } });
  return JSON.parse(stdout) as { events: number; bytes: number };
};

describe(`in a heap of ${HEAP_MEGABYTES} MB`, () => {
  it.each([
    ['ndjson', 200_000],
    ['parquet', 60_000],
  ])('%s is made of %i events', async (format, count) => {
    expect(await replayed(format, String(count))).toMatchObject({ events: count });
  });

  it('whoever keeps them does not get through', async () => {
    await expect(replayed('ndjson', '200000', 'hold')).rejects.toThrow('Command failed');
  });
});
