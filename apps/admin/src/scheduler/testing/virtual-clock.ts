import type { Clock } from '../clock.js';

interface Sleeper {
  readonly moment: Date | undefined;
  readonly wake: () => void;
}

/** Stands still until a test puts it forward. */
export class VirtualClock implements Clock {
  private readonly sleepers = new Set<Sleeper>();
  private time: number;

  constructor(start: string) {
    this.time = Date.parse(start);
  }

  now(): Date {
    return new Date(this.time);
  }

  until(moment: Date | undefined, signal: AbortSignal): Promise<void> {
    if (signal.aborted || (moment && moment.getTime() <= this.time)) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper: Sleeper = {
        moment,
        wake: () => {
          this.sleepers.delete(sleeper);
          signal.removeEventListener('abort', sleeper.wake);
          resolve();
        },
      };
      signal.addEventListener('abort', sleeper.wake);
      this.sleepers.add(sleeper);
    });
  }

  advanceTo(moment: string | Date): void {
    this.time = Math.max(this.time, new Date(moment).getTime());
    for (const sleeper of [...this.sleepers]) if (sleeper.moment && sleeper.moment.getTime() <= this.time) sleeper.wake();
  }

  /** Which moments are waited for, ascending, in ISO 8601. */
  waitedFor(): readonly string[] {
    return [...this.sleepers].flatMap(({ moment }) => moment?.toISOString() ?? []).sort();
  }
}
