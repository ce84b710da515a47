import { setTimeout as sleep } from 'node:timers/promises';
import { comparePositions, type Position } from '@madoguchi/event-sourcing';
import type { DataSource } from 'typeorm';
import { positionOf } from './position-of.js';
import type { Projector } from './projector.js';

const LOOK_EVERY_MS = 25;

/**
 * Resolves when all projectors have reached the position: for who wants to read what they wrote.
 *
 * @throws the signal's reason when it aborts first; always give it a deadline.
 */
export const waitForPosition = async (
  database: DataSource,
  projectors: readonly Pick<Projector, 'name'>[],
  position: Position,
  signal: AbortSignal,
): Promise<void> => {
  while (comparePositions(await positionOf(database, projectors), position) < 0) {
    signal.throwIfAborted();
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
};
