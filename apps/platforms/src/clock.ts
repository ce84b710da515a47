import type { ClockView } from './control-api.js';

interface Waiting {
  readonly dueAt: number;
  wake(): void;
}

/** Waits are not shortened below that: who tries again without a pause keeps the machine from starting what it waits for. */
const SHORTEST_MS = 200;

/**
 * The platforms' own time: real time plus what the control API advanced it by. Waits of the platforms (retries,
 * redelivery) are measured on it, so advancing brings them nearer, and `delayScale` shortens those that begin from now on.
 */
export class Clock {
  private offsetMs = 0;
  private delayScale = 1;
  private readonly waiting = new Set<Waiting>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly realNow: () => number = () => Date.now()) {}

  now(): Date {
    return new Date(this.realNow() + this.offsetMs);
  }

  view(): ClockView {
    return { now: this.now().toISOString(), offsetMs: this.offsetMs, delayScale: this.delayScale };
  }

  advance(milliseconds: number): void {
    this.offsetMs += milliseconds;
    this.wakeThoseDue();
  }

  setDelayScale(scale: number): void {
    this.delayScale = scale;
  }

  /** A wait as the platform would do it, in its own milliseconds. Ends early and silently when the signal is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const waiting: Waiting = {
        dueAt: this.now().getTime() + Math.max(milliseconds * this.delayScale, Math.min(milliseconds, SHORTEST_MS)),
        wake: () => {
          this.waiting.delete(waiting);
          signal.removeEventListener('abort', waiting.wake);
          resolve();
        },
      };
      this.waiting.add(waiting);
      signal.addEventListener('abort', waiting.wake, { once: true });
      this.arm();
    });
  }

  private wakeThoseDue(): void {
    const now = this.now().getTime();
    for (const waiting of [...this.waiting]) if (waiting.dueAt <= now) waiting.wake();
    this.arm();
  }

  private arm(): void {
    clearTimeout(this.timer);
    if (this.waiting.size === 0) return;
    const next = Math.min(...[...this.waiting].map((waiting) => waiting.dueAt));
    this.timer = setTimeout(() => this.wakeThoseDue(), Math.min(Math.max(next - this.now().getTime(), 0), 2 ** 31 - 1));
    this.timer.unref();
  }
}
