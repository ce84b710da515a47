/** Looked at every second; a process that was frozen for so long has missed what was said. */
const FROZEN_MS = 5_000;

/**
 * Since when heartbeats are heard without a gap: from the start, and anew after everything that may have swallowed one. Who was silent in
 * a gap is not lost.
 */
export class Listening {
  private from: Date;
  private looked: Date;
  private isDeaf = false;

  constructor(private readonly now: () => Date) {
    this.from = now();
    this.looked = this.from;
  }

  /** While nothing can be heard, now. */
  get since(): Date {
    return this.isDeaf ? this.now() : this.from;
  }

  /** A heartbeat may have been missed. */
  anew(): void {
    this.from = this.now();
  }

  /** To be called every second at least: when it was not, the process stood still. */
  look(): void {
    const now = this.now();
    if (now.getTime() - this.looked.getTime() > FROZEN_MS) this.anew();
    this.looked = now;
  }

  /** @throws what the work throws; then, and when it took long, what was said in between may not be known yet */
  async throughout<Result>(work: () => Promise<Result>): Promise<Result> {
    const began = this.now().getTime();
    let done = false;
    try {
      const result = await work();
      done = true;
      return result;
    } finally {
      if (!done || this.now().getTime() - began > FROZEN_MS) this.anew();
    }
  }

  /** Ends with the statuses: of the connection by which heartbeats come. */
  async follow(statuses: AsyncIterable<{ readonly type: string }>): Promise<void> {
    for await (const { type } of statuses) {
      if (type !== 'disconnect' && type !== 'reconnect') continue;
      this.isDeaf = type === 'disconnect';
      this.anew();
    }
  }
}
