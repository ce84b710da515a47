import type { RecordedEvent } from '@madoguchi/event-sourcing';
import type { EntityManager } from 'typeorm';

/**
 * Folds the log into tables. It gets a transaction and nothing else, publishes nothing, and must give the same rows
 * whatever the borders of the batches. The version is in its name and its tables: a new shape is a new projector.
 */
export interface Projector {
  /** For example `agent_inbox_v3`. */
  readonly name: string;
  /** Categories of streams that it wants to see. */
  readonly categories: readonly string[];
  /** Every table it writes; nobody else writes them. */
  readonly tables: readonly string[];
  apply(events: readonly RecordedEvent[], transaction: EntityManager): Promise<void>;
}
