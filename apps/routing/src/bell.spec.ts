import { Bell } from './bell.js';

const LONG_MS = 60_000;
const never = new AbortController().signal;

describe('a bell', () => {
  it('wakes who sleeps', async () => {
    const bell = new Bell();
    const waiting = bell.wait(LONG_MS, never);
    bell.ring();
    await waiting;
  });

  it('is heard when it rang before, once', async () => {
    const bell = new Bell();
    bell.ring();
    bell.ring();
    await bell.wait(LONG_MS, never);
    let woken = false;
    const waiting = bell.wait(LONG_MS, never).then(() => (woken = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(woken).toBe(false);
    bell.ring();
    await waiting;
  });

  it('lets nobody sleep when the end has come', async () => {
    const end = new AbortController();
    const bell = new Bell();
    const waiting = bell.wait(LONG_MS, end.signal);
    end.abort();
    await waiting;
    await bell.wait(LONG_MS, end.signal);
  });

  it('lets nobody sleep longer than the time given', async () => {
    await new Bell().wait(1, never);
  });
});
