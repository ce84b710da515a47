import { setMaxListeners } from 'node:events';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from './logger.js';

/** Every loop listens for the end, and every partition of a consumer; so many more than Node's ten are no leak. */
const MOST_LISTENERS = 100;

/**
 * What a service does beside answering: loops that run until it ends. On SIGTERM they are told first and waited for;
 * then transports close; then connections. A loop that fails for good ends the process: whoever supervises it starts it anew.
 */
@Injectable()
export class Background implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly ending = new AbortController();
  private readonly loops: Promise<void>[] = [];
  private readonly closers: (() => Promise<unknown>)[] = [];

  constructor(private readonly logger: Logger) {
    setMaxListeners(MOST_LISTENERS, this.ending.signal);
  }

  get signal(): AbortSignal {
    return this.ending.signal;
  }

  /** `work` ends when the signal aborts. */
  run(name: string, work: (signal: AbortSignal) => Promise<void>): void {
    this.loops.push(
      work(this.signal).then(
        () => {
          if (!this.signal.aborted) this.fail(name, new Error('ended by itself'));
        },
        (error: unknown) => this.fail(name, error),
      ),
    );
  }

  /** Called last, in the reverse order of registration. */
  atEnd(close: () => Promise<unknown>): void {
    this.closers.unshift(close);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.loops);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const close of this.closers) {
      try {
        await close();
      } catch (error) {
        this.logger.warn({ err: error }, 'a connection did not close cleanly');
      }
    }
  }

  private fail(name: string, error: unknown): void {
    if (this.signal.aborted) return;
    this.logger.fatal({ err: error }, `${name} cannot go on`);
    process.exit(70);
  }
}
