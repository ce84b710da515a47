import type { Position } from '@madoguchi/event-sourcing';
import type { ReplayPage } from '@madoguchi/use-cases';

/** How far an earlier replay had come that goes on now. */
export interface ResumePoint {
  readonly position: Position;
  /** The end that it had set itself. */
  readonly upTo: Position;
  /** Events that are there already. */
  readonly count: number;
}

/** Where a replay leaves its events. */
export interface Destination {
  /** Resolves when the next page may come. */
  write(page: ReplayPage): Promise<void>;
  /** Everything is there. @returns what was made, in words */
  finish(): Promise<string>;
  /** It was broken off: what is there stays good, and how far it came is kept. @returns what there is, in words */
  leave(): Promise<string>;
}
