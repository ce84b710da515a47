import type { Actor } from '@madoguchi/event-sourcing';
import { SignIn, signInEntities } from '@madoguchi/sign-in';
import { DataSource } from 'typeorm';

/** Somebody whose role allows to erase persons of one tenant; the certificate names them. */
export interface Eraser {
  readonly tenantId: string;
  readonly actor: Actor;
}

/** @throws when `MADOGUCHI_TOKEN` is missing, or has ended, or is nobody's who may */
export const eraserOf = async (token: string | undefined, databaseUrl: string): Promise<Eraser> => {
  if (!token)
    throw new Error(
      '--contact needs MADOGUCHI_TOKEN: the token of an administrator, as POST /api/v1/sessions gives it with "bearer": true.',
    );
  const database = await new DataSource({ type: 'postgres', url: databaseUrl, entities: signInEntities }).initialize();
  try {
    const signedIn = await new SignIn(database, () => new Date()).sessionFor(token);
    if (!signedIn) throw new Error('MADOGUCHI_TOKEN is the token of no session, or the session has ended. Sign in again.');
    if (!signedIn.permissions.includes('contacts.erase'))
      throw new Error('MADOGUCHI_TOKEN is of somebody whose role does not allow to erase contacts.');
    return { tenantId: signedIn.tenant.id, actor: { kind: 'admin', id: signedIn.user.id } };
  } finally {
    await database.destroy();
  }
};
