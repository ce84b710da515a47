import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import { checkedName } from '../account/write/account-name.js';
import { type ChangeRole, changeRole } from './change-role.js';
import type { RoleEvent } from './events.js';
import { checkedPermissions } from './role-fields.js';
import type { Role } from './state.js';

export interface DefineRole {
  readonly type: 'DefineRole';
  readonly name: string;
  /** Permissions, or `<what>.all`. */
  readonly permissions: readonly string[];
}

/** The caller has seen that nobody has it. */
export interface ArchiveRole {
  readonly type: 'ArchiveRole';
}

export type RoleCommand = DefineRole | ChangeRole | ArchiveRole;

const decide = (command: RoleCommand, role: Role): readonly RoleEvent[] => {
  if (command.type === 'DefineRole') {
    if (role.status !== 'none') throw new Refusal('role-exists', 'This role exists already; change it instead.');
    return [{ type: 'RoleDefined', data: { name: checkedName(command.name), permissions: checkedPermissions(command.permissions) } }];
  }
  if (role.status === 'none') throw new Refusal('no-such-role', 'There is no such role.');
  switch (command.type) {
    case 'ChangeRole':
      if (role.status === 'archived') throw new Refusal('role-archived', 'This role is archived.');
      return changeRole(command, role);
    case 'ArchiveRole':
      return role.status === 'archived' ? [] : [{ type: 'RoleArchived', data: {} }];
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A role knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** What somebody may do, under a name. */
export const roleDecider: Decider<Role, RoleCommand, RoleEvent> = {
  initialState: () => ({ status: 'none', name: '', permissions: [] }),
  evolve: (role, event) => {
    switch (event.type) {
      case 'RoleDefined':
        return { ...event.data, status: 'defined' };
      case 'RoleChanged':
        return { ...role, ...event.data };
      case 'RoleArchived':
        return { ...role, status: 'archived' };
      default:
        return role;
    }
  },
  decide,
};
