import { Clock } from './clock.js';
import { until } from './testing/stand-ins.js';

describe('the clock', () => {
  const never = new AbortController().signal;
  let real: number;
  let clock: Clock;
  beforeEach(() => {
    real = Date.parse('2026-11-23T00:00:00Z');
    clock = new Clock(() => real);
  });

  const finished = (wait: Promise<void>) => {
    const state = { done: false };
    void wait.then(() => (state.done = true));
    return state;
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  it('is real time plus what it was advanced by', () => {
    clock.advance(60_000);
    real += 1_000;
    expect(clock.view()).toEqual({ now: '2026-11-23T00:01:01.000Z', offsetMs: 60_000, delayScale: 1 });
  });

  it('ends waits that an advance makes due, and no others', async () => {
    const short = finished(clock.wait(1_000, never));
    const long = finished(clock.wait(3_600_000, never));
    clock.advance(999);
    await settle();
    expect(short.done).toBe(false);
    clock.advance(1);
    await settle();
    expect([short.done, long.done]).toEqual([true, false]);
    clock.advance(3_600_000);
    await settle();
    expect(long.done).toBe(true);
  });

  it('shortens waits by the scale, from the next one on', async () => {
    const before = finished(clock.wait(10_000, never));
    clock.setDelayScale(0.1);
    const after = finished(clock.wait(10_000, never));
    clock.advance(1_000);
    await settle();
    expect([before.done, after.done]).toEqual([false, true]);
  });

  it('ends a wait by itself when real time passes', async () => {
    const wait = finished(new Clock().wait(20, never));
    await until(
      () => wait.done,
      () => 'the wait did not end',
    );
  });

  it('ends waits when it is stopped', async () => {
    const stop = new AbortController();
    const wait = finished(clock.wait(3_600_000, stop.signal));
    stop.abort();
    await settle();
    expect(wait.done).toBe(true);
    await clock.wait(3_600_000, stop.signal);
  });
});
