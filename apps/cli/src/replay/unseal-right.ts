import type { Actor } from '@madoguchi/event-sourcing';
import { SignIn, signInEntities } from '@madoguchi/sign-in';
import { nothingIsSealed, type Unseal } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';

/** Somebody who may see what is personal, in one tenant, and whom the log will name. */
export interface UnsealRight {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly unseal: Unseal;
}

/**
 * Whoever can read the database is not therefore somebody who may read what customers wrote: the right is an administrator's,
 * shown by the token of a session.
 *
 * @throws when `MADOGUCHI_TOKEN` is missing, has ended, or is nobody's who may
 */
export const unsealRight = async (environment: NodeJS.ProcessEnv, databaseUrl: string): Promise<UnsealRight> => {
  const token = environment.MADOGUCHI_TOKEN;
  if (!token) {
    throw new Error(
      '--unseal needs MADOGUCHI_TOKEN: the token of an administrator, as POST /api/v1/sessions gives it with "bearer": true.',
    );
  }
  const database = await new DataSource({ type: 'postgres', url: databaseUrl, entities: signInEntities }).initialize();
  try {
    const signedIn = await new SignIn(database, () => new Date()).sessionFor(token);
    if (!signedIn) throw new Error('MADOGUCHI_TOKEN is the token of no session, or the session has ended. Sign in again.');
    if (signedIn.user.role !== 'admin') throw new Error('MADOGUCHI_TOKEN is not an administrator’s: only administrators may unseal.');
    return { tenantId: signedIn.tenant.id, actor: { kind: 'admin', id: signedIn.user.id }, unseal: nothingIsSealed };
  } finally {
    await database.destroy();
  }
};
