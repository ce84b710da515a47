import type { Addresses } from './addresses.js';

/** A Madoguchi that runs. */
export interface System {
  /** Read anew each time: process numbers change when something is started again. */
  addresses(): Addresses;
  readonly supervisorPid: number;
  readonly dataFolder: string;
  /** As `MADOGUCHI_MASTER_KEY` has it: who looks into the log needs it. */
  masterKey(): string;
  /** What the supervisor has said so far. */
  output(): string;
  /** Ends everything and starts it again over the same data. @param meanwhile what somebody does to them while nothing runs */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  /** Ends everything; the data goes away. @returns the supervisor's exit code */
  stop(): Promise<number | null>;
}
