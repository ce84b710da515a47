import type { Position } from '@madoguchi/event-sourcing';
import { type AuditedPages, type EventFilter, type ReadableLog, replay, type Unseal } from '@madoguchi/use-cases';
import type { Destination } from './destination.js';
import type { Progress } from './progress.js';
import { ReaderGoneError } from './standard-output.js';

export interface RunReplay {
  readonly log: ReadableLog;
  readonly filter: EventFilter;
  readonly after: Position;
  readonly upTo: Position;
  readonly unseal?: Unseal;
  /** Records who took what, where somebody must answer for it. */
  readonly audited?: AuditedPages;
  readonly destination: Destination;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** @returns false when it was broken off: what is there stays good, and `--resume` goes on */
export const runReplay = async ({ log, audited, destination, progress, signal, ...options }: RunReplay): Promise<boolean> => {
  const pages = replay(log, { ...options, signal });
  try {
    for await (const page of audited ? audited(pages) : pages) {
      await destination.write(page);
      progress.add(page);
    }
    const made = await destination.finish();
    progress.end(`Done, ${made}`);
    return true;
  } catch (error) {
    if (error instanceof ReaderGoneError) return true;
    const left = await destination.leave();
    progress.end(`Broken off, ${left}`);
    if (signal.aborted) return false;
    throw error;
  }
};
