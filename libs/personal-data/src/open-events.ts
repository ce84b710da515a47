import { createSecretKey } from 'node:crypto';
import type { RecordedEvent } from '@madoguchi/event-sourcing';
import { keyIdOf, openFields } from '@madoguchi/sealing';
import type { PersonKeys } from './person-keys.js';

/** Events with their personal fields opened; those that hold what they say stay as they are. */
export type OpenEvents = <Event extends RecordedEvent>(events: readonly Event[]) => Promise<readonly Event[]>;

/**
 * Opens events as they stand in the log, or as JetStream brings them.
 *
 * @throws StoreUnavailableError when the keys cannot be had now
 * @throws UnsealError when a field is not where it was sealed, or was changed
 */
export const openEvents =
  (keys: PersonKeys): OpenEvents =>
  async (events) => {
    const ids = new Set<string>();
    for (const event of events) {
      const id = keyIdOf(event);
      if (id !== undefined) ids.add(id);
    }
    if (ids.size === 0) return events;
    // Of bytes, node makes a key anew for each field.
    const known = new Map([...(await keys.forOpening(ids))].map(([id, key]) => [id, key && createSecretKey(key)]));
    return events.map((event) => {
      const id = keyIdOf(event);
      return id === undefined ? event : openFields(event, known.get(id) ?? null);
    });
  };
