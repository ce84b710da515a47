/** A process that has become ready. */
export interface Running {
  readonly pid: number;
  /** How it ended, asked for or not: `SIGKILL`, `code 1`. Never rejects. */
  readonly ended: Promise<string>;
  /** Resolves when the process is gone: asked first, then forced. */
  stop(): Promise<void>;
}
