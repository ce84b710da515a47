import { START } from '@madoguchi/event-sourcing';
import type { DataSource } from 'typeorm';
import type { Projector } from './projector.js';

/**
 * Empties the projector's tables and sends it back to the start of the log. A runner that is at work finds its
 * checkpoint moved, and begins again; readers see the tables fill up.
 */
export const rebuildProjector = async (database: DataSource, projector: Projector): Promise<void> => {
  await database.transaction(async (transaction) => {
    await transaction.query('update projector_checkpoints set position = $2 where projector = $1', [projector.name, START]);
    for (const table of projector.tables) await transaction.query(`delete from ${table}`);
  });
};
