import { createTenant, createUser, signInEntities } from '@madoguchi/sign-in';
import { DataSource, type EntityManager } from 'typeorm';

export interface NewAdministrator {
  /** The name of their tenant; a tenant that is not there yet is made. */
  readonly tenant: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/**
 * Lets somebody in who may let in everybody else: before there is an administrator nobody may use the API.
 *
 * @returns the tenant's id
 * @throws Refusal as `createUser`; then no tenant was made either
 * @throws Error when several tenants have this name
 */
export const addAdministrator = async (databaseUrl: string, administrator: NewAdministrator, now: Date): Promise<string> => {
  const database = await new DataSource({ type: 'postgres', url: databaseUrl, entities: signInEntities }).initialize();
  try {
    return await database.transaction(async (manager) => {
      const { tenant, email, name, password } = administrator;
      const tenantId = (await tenantNamed(manager, tenant)) ?? (await createTenant(manager, { name: tenant }, now));
      await createUser({ manager }, { tenantId, email, name, role: 'admin', password }, now);
      return tenantId;
    });
  } finally {
    await database.destroy();
  }
};

const tenantNamed = async (manager: EntityManager, name: string): Promise<string | undefined> => {
  const found = await manager.query<{ id: string }[]>('select id from tenants where name = $1', [name]);
  if (found.length > 1) throw new Error(`${found.length} tenants are called "${name}"; one of their administrators can let somebody in.`);
  return found[0]?.id;
};
