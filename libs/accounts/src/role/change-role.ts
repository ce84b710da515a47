import { checkedName } from '../account/write/account-name.js';
import type { Role } from './state.js';
import type { RoleEvent } from './events.js';
import { checkedPermissions } from './role-fields.js';

export interface ChangeRole {
  readonly type: 'ChangeRole';
  readonly name?: string;
  readonly permissions?: readonly string[];
}

/** Only what differs is recorded. */
export const changeRole = (command: ChangeRole, role: Role): readonly RoleEvent[] => {
  const name = command.name === undefined ? role.name : checkedName(command.name);
  const permissions = command.permissions ? checkedPermissions(command.permissions) : role.permissions;
  const data = {
    ...(name === role.name ? {} : { name }),
    ...(String(permissions) === String(role.permissions) ? {} : { permissions }),
  };
  return Object.keys(data).length > 0 ? [{ type: 'RoleChanged', data }] : [];
};
