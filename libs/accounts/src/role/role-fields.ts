import { Refusal } from '@madoguchi/event-sourcing';
import { type Permission, PERMISSIONS, permissionsIn } from './permissions.js';

/**
 * In the order of {@link PERMISSIONS}, each once.
 * @param names permissions, or `<what>.all`
 * @throws Refusal `unknown-permission`
 */
export const checkedPermissions = (names: readonly string[]): readonly Permission[] => {
  const named = new Set<Permission>();
  for (const name of names) {
    const permissions = permissionsIn(name);
    if (permissions.length === 0)
      throw new Refusal('unknown-permission', `There is no permission "${name}". See GET /api/v1/permissions.`, { unknown: name });
    for (const permission of permissions) named.add(permission);
  }
  return PERMISSIONS.filter((permission) => named.has(permission));
};
