import { ProblemException } from '@madoguchi/service-kit';
import { listUsers } from '@madoguchi/sign-in';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Whatever may leave a tenant with one administrator fewer is done here, one after the other across all processes.
 *
 * @param work asks the database through `inside` only: a second connection may never come when all of them wait here
 */
export const oneAtATime = <Result>(
  database: DataSource,
  tenantId: string,
  work: (inside: EntityManager) => Promise<Result>,
): Promise<Result> =>
  database.transaction(async (inside) => {
    await inside.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`administrators of ${tenantId}`]);
    return work(inside);
  });

/** @throws ProblemException 409 `last-administrator` when nobody else administers */
export const refuseLastAdministrator = async (inside: EntityManager, tenantId: string, userId: string): Promise<void> => {
  const others = (await listUsers({ manager: inside }, tenantId)).filter(
    ({ id, role, suspendedAt }) => role === 'admin' && id !== userId && suspendedAt === null,
  );
  if (others.length === 0)
    throw new ProblemException(
      409,
      'last-administrator',
      'Nobody would be left who administers. Make somebody else an administrator first.',
    );
};
