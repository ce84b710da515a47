import { Inject, Injectable } from '@nestjs/common';
import {
  BUILT_IN_ROLES,
  isBuiltInRole,
  type Permission,
  permissionsIn,
  permissionsOfBuiltIn,
  type Role,
  type RoleCommand,
  roleDecider,
  roleStream,
} from '@madoguchi/accounts';
import { derivedId, type EventStore } from '@madoguchi/event-sourcing';
import { ProblemException } from '@madoguchi/service-kit';
import { listRoles, saveRole, usersWithRole } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import { asCommand } from '../as-command.js';
import { currentDocument } from '../settings/current-document.js';
import { refuseWhileBound } from '../settings/bound-things.js';
import type { SignedInAdmin } from '../signed-in.js';
import { DATABASE, EVENT_STORE } from '../tokens.js';
import type { AddRole, ChangeRoleBody } from './requests.js';

/** What somebody may do, under a name. */
export interface RoleView {
  /** `admin`, `supervisor`, `agent`, or a uuid. */
  readonly id: string;
  /** Of a role that everybody has: the same as its id. */
  readonly name: string;
  readonly builtIn: boolean;
  readonly permissions: readonly Permission[];
  readonly archived: boolean;
  /** Also the ETag of the answer: send it as `If-Match`. 0 for a role that everybody has. */
  readonly version: number;
}

/** Roles are decided on their streams and asked for on every request in the table of roles, which is written before the answer. */
@Injectable()
export class Roles {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
  ) {}

  async list({ tenantId }: SignedInAdmin): Promise<readonly RoleView[]> {
    const own = await listRoles(this.database, tenantId);
    return [...BUILT_IN_ROLES.map(builtIn), ...own.map((row) => ({ ...row, builtIn: false })).map(({ tenantId: _, ...view }) => view)];
  }

  /** @throws ProblemException 404 */
  async show({ tenantId }: SignedInAdmin, id: string): Promise<RoleView> {
    if (isBuiltInRole(id)) return builtIn(id);
    const { state, version } = await currentDocument(this.store, roleDecider, roleStream(id), tenantId);
    if (version === 0) throw new ProblemException(404, 'no-such-role', 'There is no such role.');
    return viewOf(id, state, version);
  }

  async add(admin: SignedInAdmin, { name, permissions }: AddRole, key: string): Promise<RoleView> {
    const id = derivedId('role', admin.tenantId, key);
    refuseMoreThanOwn(admin, permissions);
    await this.refuseTakenName(admin, id, name);
    return this.command(admin, id, { type: 'DefineRole', name, permissions }, key);
  }

  async change(admin: SignedInAdmin, id: string, { name, permissions }: ChangeRoleBody, key: string, seen?: number): Promise<RoleView> {
    const before = await this.ownRole(admin, id);
    refuseMoreThanOwn(admin, [...before.permissions, ...(permissions ?? [])]);
    if (name !== undefined) await this.refuseTakenName(admin, id, name);
    return this.command(admin, id, { type: 'ChangeRole', name, permissions }, key, seen);
  }

  /** Refused while somebody has it. */
  async archive(admin: SignedInAdmin, id: string, key: string, seen?: number): Promise<RoleView> {
    const role = await this.ownRole(admin, id);
    const members = await usersWithRole(this.database, admin.tenantId, id);
    refuseWhileBound(
      `"${role.name}"`,
      members.map((member) => ({ kind: 'members', ...member })),
    );
    return this.command(admin, id, { type: 'ArchiveRole' }, key, seen);
  }

  /** What a role allows. @throws ProblemException 404, 409 when it is archived */
  async permissionsOf(admin: SignedInAdmin, role: string): Promise<readonly Permission[]> {
    const { permissions, archived } = await this.show(admin, role);
    if (archived) throw new ProblemException(409, 'role-archived', 'This role is archived. Choose another one.');
    return permissions;
  }

  private async ownRole(admin: SignedInAdmin, id: string): Promise<RoleView> {
    if (isBuiltInRole(id))
      throw new ProblemException(409, 'built-in-role', 'This role is the same for everybody. Add one of your own instead.');
    return this.show(admin, id);
  }

  private async command(admin: SignedInAdmin, id: string, command: RoleCommand, key: string, seen?: number): Promise<RoleView> {
    await asCommand(this.store, admin, roleDecider, roleStream(id), command, key, { expectedVersion: seen });
    const { state, version } = await currentDocument(this.store, roleDecider, roleStream(id), admin.tenantId);
    const view = viewOf(id, state, version);
    const { builtIn: _, ...row } = { ...view, permissions: [...view.permissions], tenantId: admin.tenantId };
    await saveRole(this.database, row);
    return view;
  }

  private async refuseTakenName({ tenantId }: SignedInAdmin, id: string, name: string): Promise<void> {
    const wanted = name.trim().toLowerCase();
    const taken = (await listRoles(this.database, tenantId)).some((role) => role.id !== id && role.name.toLowerCase() === wanted);
    if (taken || isBuiltInRole(wanted))
      throw new ProblemException(409, 'name-taken', 'Another role of this name is there already. Choose another name.');
  }
}

/** Nobody gives what they do not have: else who may change roles could do everything. */
export const refuseMoreThanOwn = ({ permissions }: SignedInAdmin, names: readonly string[]): void => {
  const missing = [...new Set(names.flatMap(permissionsIn))].filter((permission) => !permissions.includes(permission));
  if (missing.length > 0) {
    throw new ProblemException(403, 'more-than-own', `You cannot give what your own role does not allow: ${missing.join(', ')}.`, {
      missing,
    });
  }
};

const builtIn = (id: (typeof BUILT_IN_ROLES)[number]): RoleView => ({
  id,
  name: id,
  builtIn: true,
  permissions: permissionsOfBuiltIn(id),
  archived: false,
  version: 0,
});

const viewOf = (id: string, { name, permissions, status }: Role, version: number): RoleView => ({
  id,
  name,
  builtIn: false,
  permissions,
  archived: status === 'archived',
  version,
});
