import { type Position, START } from '@madoguchi/event-sourcing';
import type { DataSource, EntityManager } from 'typeorm';
import type { Projector } from './projector.js';

/** The place that all of these projectors have reached; `START` when one of them has not begun. */
export const positionOf = async (
  database: DataSource | EntityManager,
  projectors: readonly Pick<Projector, 'name'>[],
): Promise<Position> => {
  const names = projectors.map(({ name }) => name);
  const [row] = await database.query<{ begun: number; position: string | null }[]>(
    'select count(*)::int as begun, min(position)::text as position from projector_checkpoints where projector = any($1)',
    [names],
  );
  return row && row.begun === names.length && row.position !== null ? row.position : START;
};
