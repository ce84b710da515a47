import type { Position } from '@madoguchi/event-sourcing';
import type { ReplayPage } from '@madoguchi/use-cases';

const EVERY_MS = 1_000;
const EVERY_MS_IN_A_FILE = 10_000;
const ERASE_LINE = '\r\u001b[2K';

export interface ProgressOptions {
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Between them lies the whole way. */
  readonly after: Position;
  readonly upTo: Position;
  /** Milliseconds, ascending. */
  readonly now?: () => number;
}

/** Tells how far a replay is and how fast: on one line of a terminal that is written over, or now and then on a line of its own. */
export class Progress {
  private readonly began: number;
  private told: number;
  private read = 0;
  private written = 0;
  private position: Position;

  constructor(private readonly options: ProgressOptions) {
    this.began = this.now();
    this.told = this.began;
    this.position = options.after;
  }

  add(page: ReplayPage): void {
    this.read += page.read;
    this.written += page.events.length;
    this.position = page.position;
    const { isTTY = false } = this.options.output;
    if (this.now() - this.told < (isTTY ? EVERY_MS : EVERY_MS_IN_A_FILE)) return;
    this.told = this.now();
    const line = `${count(this.written)} events, ${count(this.read)} read, ${this.percent()} % of the way, ${this.rate()}`;
    this.options.output.write(isTTY ? `${ERASE_LINE}${line}` : `${line}\n`);
  }

  /** The last line: `ending` says how it ended. */
  end(ending: string): void {
    const seconds = ((this.now() - this.began) / 1_000).toFixed(1);
    const erase = this.options.output.isTTY ? ERASE_LINE : '';
    this.options.output.write(`${erase}${ending}: ${count(this.written)} of ${count(this.read)} events in ${seconds} s, ${this.rate()}\n`);
  }

  private rate(): string {
    const seconds = Math.max((this.now() - this.began) / 1_000, 0.001);
    return `${count(Math.round(this.read / seconds))} a second`;
  }

  private percent(): number {
    const way = BigInt(this.options.upTo) - BigInt(this.options.after);
    return way <= 0n ? 100 : Number(((BigInt(this.position) - BigInt(this.options.after)) * 100n) / way);
  }

  private now(): number {
    return (this.options.now ?? (() => performance.now()))();
  }
}

/** With separators, for people. */
export const count = (number: number): string => number.toLocaleString('en');
