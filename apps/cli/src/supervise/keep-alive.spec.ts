import { keepAlive } from './keep-alive.js';
import type { Running } from './running.js';

/** A process that ends when the test says so. */
const fakeProcess = (pid: number) => {
  let end = (_how: string) => {};
  const ended = new Promise<string>((resolve) => (end = resolve));
  const running: Running = { pid, ended, stop: async () => end('SIGTERM') };
  return { running, end };
};

/** Time passes only by pauses and by `lives`. */
const bench = () => {
  const stopping = new AbortController();
  const said: string[] = [];
  const pauses: number[] = [];
  let time = 0;
  const processes: ReturnType<typeof fakeProcess>[] = [];
  const refusals: string[] = [];
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    said,
    pauses,
    processes,
    refusals,
    stopping,
    lives: (milliseconds: number) => (time += milliseconds),
    dies: async (how: string) => {
      processes.at(-1)?.end(how);
      await settle();
    },
    run: () =>
      keepAlive({
        name: 'routing',
        start: async () => {
          const refusal = refusals.shift();
          if (refusal) throw new Error(refusal);
          const next = fakeProcess(processes.length + 1);
          processes.push(next);
          return next.running;
        },
        signal: stopping.signal,
        say: (line) => said.push(line),
        pause: async (milliseconds) => {
          pauses.push(milliseconds);
          time += milliseconds;
        },
        now: () => time,
      }),
  };
};

describe('a process that is kept alive', () => {
  it('is started again when it dies, and says so', async () => {
    const it = bench();
    const kept = await it.run();
    await it.dies('SIGKILL');
    expect(kept.pid()).toBe(2);
    expect(it.said).toEqual(['routing ended (SIGKILL); starting it again', 'routing is back']);
  });

  it('is started again after longer and longer pauses when it keeps dying, and at once when it had lived well', async () => {
    const it = bench();
    await it.run();
    for (let death = 0; death < 8; death += 1) await it.dies('code 1');
    expect(it.pauses).toEqual([400, 800, 1600, 3200, 6400, 10_000, 10_000, 10_000]);
    it.lives(60_000);
    await it.dies('code 1');
    expect(it.pauses.at(-1)).toBe(200);
  });

  it('is tried again when it does not start', async () => {
    const it = bench();
    const kept = await it.run();
    it.refusals.push('no database', 'no database');
    await it.dies('SIGKILL');
    expect(kept.pid()).toBe(2);
    expect(it.said.filter((line) => line === 'routing does not start: no database')).toHaveLength(2);
  });

  it('tells at once when the very first start fails', async () => {
    const it = bench();
    it.refusals.push('no database');
    await expect(it.run()).rejects.toThrow('no database');
  });

  it('is not started again once everything is to end', async () => {
    const it = bench();
    const kept = await it.run();
    it.stopping.abort();
    await kept.stop();
    expect(it.processes).toHaveLength(1);
    expect(it.said).toEqual([]);
  });
});
