import { AnotherLogError, type EventStore, originOfLog, START } from '@madoguchi/event-sourcing';
import type { DataSource } from 'typeorm';
import type { Projector } from './projector.js';

/**
 * Looks whether the rows that there are were made of this log. Somebody who names another store would else see a desk that stands still,
 * or conversations that are not there.
 *
 * @throws AnotherLogError that says what to do; nothing was changed
 */
export const madeOfThisLog = async (
  database: Pick<DataSource, 'query'>,
  store: Pick<EventStore, 'readAll'>,
  projectors: readonly Pick<Projector, 'name'>[],
): Promise<void> => {
  const origin = await originOfLog(store);
  const names = projectors.map(({ name }) => name);
  const strangers = await database.query<{ projector: string }[]>(
    `select projector from projector_checkpoints
     where projector = any ($1) and position <> $2 and ($3::text is null or log <> $3)`,
    [names, START, origin ?? null],
  );
  if (strangers.length > 0) {
    throw new AnotherLogError(
      `The read models ${strangers.map(({ projector }) => projector).join(', ')} were made of another log than EVENT_STORE names now. ` +
        'Name that log again; or, if this one is meant, stop the services and run "madoguchi rebuild --empty", and start them.',
    );
  }
  // Rows of an older version do not say of which log they are: of the one that was there when they were first asked.
  await database.query('update projector_checkpoints set log = $2 where projector = any ($1) and position <> $3 and log is null', [
    names,
    origin ?? null,
    START,
  ]);
};
