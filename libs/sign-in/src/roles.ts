import { isBuiltInRole, isPermission, type Permission, permissionsOfBuiltIn } from '@madoguchi/accounts';
import type { DataSource } from 'typeorm';
import { RoleRow } from './role.entity.js';
import { User } from './user.entity.js';

/** `own`: what the tenant's role of that id allows; null when there is none, or it is archived. */
export const permissionsOf = (role: string, own: readonly string[] | null): readonly Permission[] =>
  isBuiltInRole(role) ? permissionsOfBuiltIn(role) : (own ?? []).filter(isPermission);

/** Takes over what a role's stream says now. Older than what is there already, it changes nothing. */
export const saveRole = async (database: DataSource, { id, tenantId, name, permissions, archived, version }: RoleRow): Promise<void> => {
  await database.query(
    `insert into roles as known (id, tenant_id, name, permissions, archived, version) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set name = $3, permissions = $4, archived = $5, version = $6
     where known.version < $6 and known.tenant_id = $2`,
    [id, tenantId, name, permissions, archived, version],
  );
};

/** Of one tenant, by name; archived ones only when they are asked for. */
export const listRoles = (database: DataSource, tenantId: string, archived = false): Promise<RoleRow[]> =>
  database.manager.find(RoleRow, { where: { tenantId, ...(archived ? {} : { archived: false }) }, order: { name: 'asc', id: 'asc' } });

export const findRole = (database: DataSource, tenantId: string, id: string): Promise<RoleRow | null> =>
  database.manager.findOneBy(RoleRow, { tenantId, id });

/** Takes over which role a member's stream says they have. It counts from their next request on, in sessions that are open too. */
export const giveRole = async (
  database: Pick<DataSource, 'query'>,
  {
    tenantId,
    userId,
    role,
    version,
  }: { readonly tenantId: string; readonly userId: string; readonly role: string; readonly version: number },
): Promise<void> => {
  await database.query('update users set role = $3, role_version = $4 where tenant_id = $1 and id = $2 and role_version < $4', [
    tenantId,
    userId,
    role,
    version,
  ]);
};

/** Who has a role, by name. Password hashes are left out. */
export const usersWithRole = (database: DataSource, tenantId: string, role: string): Promise<Pick<User, 'id' | 'name'>[]> =>
  database.manager.find(User, {
    select: { id: true, name: true },
    where: { tenantId, role },
    order: { name: 'asc', id: 'asc' },
  });
