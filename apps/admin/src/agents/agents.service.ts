import { Inject, Injectable } from '@nestjs/common';
import { businessHoursDecider, businessHoursStream } from '@madoguchi/accounts';
import type { AgentDirectory } from '@madoguchi/contracts';
import { derivedId, type EventStore, fold, type Recorded, Refusal } from '@madoguchi/event-sourcing';
import { agentDirectory, agentSettings, type AgentSettings, listSettings } from '@madoguchi/read-models';
import { AGENT, type AgentEvent, agentStream, type NamedSkill, skillsOfAgent } from '@madoguchi/routing';
import { ProblemException } from '@madoguchi/service-kit';
import { createUser, listUsers, refuseTakenEmail } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import { problemOfRefusal } from '../as-command.js';
import type { SettingsQuery } from '../page-query.js';
import { Queues } from '../queues/queues.service.js';
import { currentDocument } from '../settings/current-document.js';
import type { SignedInAdmin } from '../signed-in.js';
import { Skills } from '../skills/skills.service.js';
import { type RoutingOptions, ToRouting } from '../to-routing.js';
import { DATABASE, EVENT_STORE } from '../tokens.js';
import { agentProfileView, type AgentProfileView } from './agent-profile-view.js';
import type { AddAgent, AgentProfileBody, ChangeAgentBody } from './requests.js';

/** Of the events of an agent those that set something. */
const SETTING: readonly string[] = ['AgentRegistered', 'AgentChanged', 'AgentArchived', 'AgentRestored'];

/** Agents: what they can do belongs to routing, the log-ins to the people's table. */
@Injectable()
export class Agents {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(ToRouting) private readonly routing: ToRouting,
    @Inject(Queues) private readonly queues: Queues,
    @Inject(Skills) private readonly skills: Skills,
  ) {}

  async directory({ tenantId }: SignedInAdmin): Promise<AgentDirectory['items']> {
    return (await agentDirectory(this.database, tenantId)).items;
  }

  async list({ tenantId }: SignedInAdmin, { archived, cursor, limit }: SettingsQuery) {
    const { items, nextCursor } = await listSettings(this.database, { tenantId, kind: AGENT, archived, cursor, limit });
    const emails = await this.emails(tenantId);
    return {
      items: items.map((row) => agentProfileView(row.id, emails.get(row.id) ?? null, row.body as AgentSettings, row.version)),
      nextCursor,
    };
  }

  /** @throws ProblemException 404 */
  async show({ tenantId }: SignedInAdmin, id: string): Promise<AgentProfileView> {
    const events = (await this.store.readStream(agentStream(id))) as readonly Recorded<AgentEvent>[];
    if (events[0]?.metadata.tenantId !== tenantId) throw new ProblemException(404, 'no-such-agent', 'There is no such agent.');
    const last = events.findLast(({ type }) => SETTING.includes(type));
    return agentProfileView(id, (await this.emails(tenantId)).get(id) ?? null, fold(agentSettings, events), last?.version ?? 0);
  }

  /**
   * The agent first, then the log-in: repeated with the same key it ends what was begun.
   *
   * @throws ProblemException 409 `email-taken`, by whatever tenant
   */
  async add(admin: SignedInAdmin, { email, password, ...fields }: AddAgent, key: string): Promise<AgentProfileView> {
    const id = derivedId('agent', admin.tenantId, key);
    if (await this.signsIn(admin, id)) return this.show(admin, id);
    await this.refuseUnusable(admin, fields.queueIds, fields);
    try {
      await refuseTakenEmail(this.database, email);
      await this.routing.agent(admin, id, { type: 'RegisterAgent', ...fields }, { key });
      const login = { tenantId: admin.tenantId, email, name: fields.name, role: 'agent', agentId: id, password };
      await createUser(this.database, login, new Date());
    } catch (error) {
      if (await this.signsIn(admin, id)) return this.show(admin, id);
      if (error instanceof Refusal && error.code === 'email-taken') await this.takeBack(admin, id, key);
      throw problemOfRefusal(error);
    }
    return this.show(admin, id);
  }

  /** Whoever lost the address at the last moment is not listed without a log-in. */
  private async takeBack(admin: SignedInAdmin, id: string, key: string): Promise<void> {
    const registered = (await this.store.readStream(agentStream(id))).length > 0;
    if (registered) await this.routing.agent(admin, id, { type: 'ArchiveAgent' }, { key: derivedId('without log-in', key) });
  }

  private async signsIn({ tenantId }: SignedInAdmin, id: string): Promise<boolean> {
    return (await this.emails(tenantId)).has(id);
  }

  async change(admin: SignedInAdmin, id: string, request: ChangeAgentBody, { key, seen }: RoutingOptions): Promise<AgentProfileView> {
    const before = await this.show(admin, id);
    refuseOtherVersion(before, seen);
    await this.refuseUnusable(admin, request.queueIds ?? [], request, skillsOfAgent(before));
    await this.routing.agent(admin, id, { type: 'ChangeAgent', ...request }, { key });
    return this.show(admin, id);
  }

  private async refuseUnusable(
    admin: SignedInAdmin,
    queueIds: readonly string[],
    { workingHoursId, skills, languages }: AgentProfileBody,
    skillsBefore: readonly NamedSkill[] = [],
  ): Promise<void> {
    await this.queues.refuseUnusable(admin, queueIds);
    await this.skills.refuseUnknown(admin, skillsOfAgent({ skills, languages }), skillsBefore);
    if (!workingHoursId) return;
    const { state } = await currentDocument(this.store, businessHoursDecider, businessHoursStream(workingHoursId), admin.tenantId);
    if (state.status !== 'defined')
      throw new ProblemException(409, 'no-such-business-hours', 'There are no such business hours, or they are archived.');
  }

  private async emails(tenantId: string): Promise<ReadonlyMap<string, string>> {
    const users = await listUsers(this.database, tenantId);
    return new Map(users.flatMap(({ agentId, email }) => (agentId === null ? [] : [[agentId, email] as const])));
  }
}

/** Of the whole stream it would be a version that every offer moves on. @throws ProblemException 412 */
export const refuseOtherVersion = ({ version }: AgentProfileView, seen: number | undefined): void => {
  if (seen !== undefined && seen !== version)
    throw new ProblemException(412, 'it-changed', 'It has changed since you looked. Look again, then decide.', { version });
};
