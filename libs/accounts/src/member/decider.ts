import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import { isBuiltInRole } from '../role/built-in-roles.js';
import type { MemberEvent } from './events.js';

/** `role`: undefined for whoever still has the role with which the log-in was made. */
export interface Member {
  readonly role?: string;
}

/** The caller has seen that there is such a role, and somebody left who administers. */
export interface GiveRole {
  readonly type: 'GiveRole';
  readonly role: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Which role somebody has, and had. */
export const memberDecider: Decider<Member, GiveRole, MemberEvent> = {
  initialState: () => ({}),
  evolve: (member, event) => (event.type === 'MemberRoleGiven' ? { role: event.data.role } : member),
  decide: ({ type, role }, member) => {
    if (type !== 'GiveRole') throw new Refusal('no-such-command', `A member knows no command "${String(type)}".`);
    if (!isBuiltInRole(role) && !UUID.test(role)) throw new Refusal('no-such-role', 'There is no such role.');
    return role === member.role ? [] : [{ type: 'MemberRoleGiven', data: { role } }];
  },
};
