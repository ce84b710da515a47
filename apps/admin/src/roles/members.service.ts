import { Inject, Injectable } from '@nestjs/common';
import { memberDecider, memberStream } from '@madoguchi/accounts';
import type { EventStore } from '@madoguchi/event-sourcing';
import { ProblemException } from '@madoguchi/service-kit';
import { createUser, giveRole, listUsers } from '@madoguchi/sign-in';
import type { DataSource, EntityManager } from 'typeorm';
import { asCommand, problemOfRefusal } from '../as-command.js';
import type { SignedInAdmin } from '../signed-in.js';
import { DATABASE, EVENT_STORE } from '../tokens.js';
import { oneAtATime, refuseLastAdministrator } from './administrators.js';
import type { AddMember } from './requests.js';
import { refuseMoreThanOwn, Roles } from './roles.service.js';

/** Somebody of the tenant who signs in. */
export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** `admin`, `supervisor`, `agent`, or the id of a role of the tenant. */
  readonly role: string;
  /** The agent that this person is; null for who only administers. */
  readonly agentId: string | null;
}

type User = Awaited<ReturnType<typeof listUsers>>[number];

/** Log-ins, and which role each of them has. A role is given on the member's stream and counts from the next request on. */
@Injectable()
export class Members {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(Roles) private readonly roles: Roles,
  ) {}

  async list({ tenantId }: SignedInAdmin): Promise<readonly MemberView[]> {
    return (await listUsers(this.database, tenantId)).map(viewOf);
  }

  /** Repeated after it was done, it says that the address is taken: an address is one person. */
  async add(admin: SignedInAdmin, { email, name, password, role }: AddMember, key: string): Promise<MemberView> {
    refuseMoreThanOwn(admin, await this.roles.permissionsOf(admin, role));
    try {
      // Without rights until the log says which: nobody may act before it stands there who let them in.
      const id = await createUser(this.database, { tenantId: admin.tenantId, email, name, password, role: 'agent' }, new Date());
      return await this.give(admin, id, role, key, this.database.manager);
    } catch (error) {
      throw problemOfRefusal(error);
    }
  }

  /** @throws ProblemException 403 `more-than-own`, 404, 409 `last-administrator` */
  async giveRole(admin: SignedInAdmin, id: string, role: string, key: string): Promise<MemberView> {
    return oneAtATime(this.database, admin.tenantId, async (inside) => {
      const member = await userOf(inside, admin, id);
      refuseMoreThanOwn(admin, await this.roles.permissionsOf(admin, role));
      refuseMoreThanOwn(admin, await this.roles.permissionsOf(admin, member.role).catch(() => []));
      if (member.role === 'admin' && role !== 'admin') await refuseLastAdministrator(inside, admin.tenantId, id);
      return this.give(admin, id, role, key, inside);
    });
  }

  private async give(admin: SignedInAdmin, id: string, role: string, key: string, inside: EntityManager): Promise<MemberView> {
    const { tenantId } = admin;
    const recorded = await asCommand(this.store, admin, memberDecider, memberStream(id), { type: 'GiveRole', role }, key);
    const given = recorded.at(-1);
    if (given) await giveRole(inside, { tenantId, userId: id, role: given.data.role, version: given.version });
    return viewOf(await userOf(inside, admin, id));
  }
}

const userOf = async (inside: EntityManager, { tenantId }: SignedInAdmin, id: string): Promise<User> => {
  const user = (await listUsers({ manager: inside }, tenantId)).find((one) => one.id === id);
  if (!user) throw new ProblemException(404, 'no-such-member', 'There is nobody with this id.');
  return user;
};

const viewOf = ({ id, name, email, role, agentId }: User): MemberView => ({ id, name, email, role, agentId });
