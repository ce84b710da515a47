import type { Actor } from '@madoguchi/event-sourcing';
import { SignIn, signInEntities } from '@madoguchi/sign-in';
import { DataSource } from 'typeorm';

/** Somebody who may see what is personal, in one tenant, and whom the log will name. */
export interface UnsealRight {
  readonly tenantId: string;
  readonly actor: Actor;
  /** Opens the keys of persons. */
  readonly masterKey: string;
}

/**
 * Whoever can read the database is not therefore somebody who may read what customers wrote: the right is one of its own,
 * shown by the token of a session.
 *
 * @throws when `MADOGUCHI_MASTER_KEY` or `MADOGUCHI_TOKEN` is missing, or the token has ended, or is nobody's who may
 */
export const unsealRight = async (environment: NodeJS.ProcessEnv, databaseUrl: string): Promise<UnsealRight> => {
  const token = environment.MADOGUCHI_TOKEN;
  if (!token) {
    throw new Error(
      '--unseal needs MADOGUCHI_TOKEN: the token of somebody who may unseal, as POST /api/v1/sessions gives it with "bearer": true.',
    );
  }
  const masterKey = environment.MADOGUCHI_MASTER_KEY;
  if (!masterKey) throw new Error('--unseal needs MADOGUCHI_MASTER_KEY, as the services have it: with it the keys of persons are opened.');
  const database = await new DataSource({ type: 'postgres', url: databaseUrl, entities: signInEntities }).initialize();
  try {
    const signedIn = await new SignIn(database, () => new Date()).sessionFor(token);
    if (!signedIn) throw new Error('MADOGUCHI_TOKEN is the token of no session, or the session has ended. Sign in again.');
    if (!signedIn.permissions.includes('events.unseal'))
      throw new Error('MADOGUCHI_TOKEN is of somebody whose role does not allow to unseal: it needs the permission "events.unseal".');
    return { tenantId: signedIn.tenant.id, actor: { kind: 'admin', id: signedIn.user.id }, masterKey };
  } finally {
    await database.destroy();
  }
};
