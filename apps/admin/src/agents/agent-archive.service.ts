import { Inject, Injectable } from '@nestjs/common';
import { businessHoursDecider, businessHoursStream } from '@madoguchi/accounts';
import { derivedId, type EventStore } from '@madoguchi/event-sourcing';
import { queueDecider, queueStream } from '@madoguchi/routing';
import { ProblemException } from '@madoguchi/service-kit';
import { listUsers, SignIn } from '@madoguchi/sign-in';
import type { DataSource, EntityManager } from 'typeorm';
import { oneAtATime, refuseLastAdministrator } from '../roles/administrators.js';
import { refuseMoreThanOwn, Roles } from '../roles/roles.service.js';
import { currentDocument } from '../settings/current-document.js';
import type { SignedInAdmin } from '../signed-in.js';
import { type RoutingOptions, ToRouting } from '../to-routing.js';
import { DATABASE, EVENT_STORE } from '../tokens.js';
import type { AgentProfileView } from './agent-profile-view.js';
import { Agents, refuseOtherVersion } from './agents.service.js';

/** Agents who go, and who come back. The event first, then the log-in: repeated with the same key it ends what was begun. */
@Injectable()
export class AgentArchive {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(ToRouting) private readonly routing: ToRouting,
    @Inject(Roles) private readonly roles: Roles,
    @Inject(SignIn) private readonly signIn: SignIn,
  ) {}

  /** @throws ProblemException 403 `more-than-own`, 404, 409 `has-open-work`, `own-sign-in` or `last-administrator`, 412 */
  async archive(
    admin: SignedInAdmin,
    id: string,
    workInHand: 'return' | undefined,
    { key, seen }: RoutingOptions,
  ): Promise<AgentProfileView> {
    const before = await this.agents.show(admin, id);
    if (!before.archived) refuseOtherVersion(before, seen);
    await oneAtATime(this.database, admin.tenantId, async (inside) => {
      const user = await this.userOf(admin, id, inside);
      if (user?.role === 'admin') await refuseLastAdministrator(inside, admin.tenantId, user.id);
      await this.routing.agent(admin, id, { type: 'ArchiveAgent', ...(workInHand ? { workInHand } : {}) }, { key });
      if (user) await this.signIn.suspend(admin.tenantId, user.id, inside);
    });
    return this.agents.show(admin, id);
  }

  /** @throws ProblemException 403 `more-than-own`, 404, 412 */
  async restore(admin: SignedInAdmin, id: string, { key, seen }: RoutingOptions): Promise<AgentProfileView> {
    const before = await this.agents.show(admin, id);
    if (before.archived) refuseOtherVersion(before, seen);
    const user = await this.userOf(admin, id, this.database.manager);
    await this.routing.agent(admin, id, { type: 'RestoreAgent' }, { key });
    await this.routing.agent(
      admin,
      id,
      { type: 'ChangeAgent', ...(await this.stillThere(admin, before)) },
      { key: derivedId('usable', key) },
    );
    if (user) await this.signIn.liftSuspension(admin.tenantId, user.id);
    return this.agents.show(admin, id);
  }

  /** Nobody ends or gives back a log-in that may do more than theirs. */
  private async userOf(admin: SignedInAdmin, agentId: string, inside: EntityManager) {
    const user = (await listUsers({ manager: inside }, admin.tenantId)).find((one) => one.agentId === agentId);
    if (!user) return undefined;
    if (user.id === admin.userId) throw new ProblemException(409, 'own-sign-in', 'You cannot archive yourself. Somebody else has to.');
    refuseMoreThanOwn(admin, await this.roles.permissionsOf(admin, user.role).catch(() => []));
    return user;
  }

  /** While somebody is archived, nothing keeps their queues and hours from being archived too. */
  private async stillThere({ tenantId }: SignedInAdmin, { queueIds, workingHoursId }: AgentProfileView) {
    const usable: string[] = [];
    for (const id of queueIds) {
      const { state } = await currentDocument(this.store, queueDecider, queueStream(id), tenantId);
      if (state.created && !state.archived) usable.push(id);
    }
    if (workingHoursId === null) return { queueIds: usable };
    const { state } = await currentDocument(this.store, businessHoursDecider, businessHoursStream(workingHoursId), tenantId);
    return { queueIds: usable, ...(state.status === 'defined' ? {} : { workingHoursId: null }) };
  }
}
