import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '@madoguchi/event-sourcing';
import { type SkillInUse, skillsInUse, thingsBoundTo } from '@madoguchi/read-models';
import { type NamedSkill, skillDecider, skillId, skillKey, skillStream } from '@madoguchi/routing';
import { ProblemException } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import { problemOfRefusal } from '../as-command.js';
import { refuseWhileBound } from '../settings/bound-things.js';
import { currentDocument } from '../settings/current-document.js';
import { Settings } from '../settings/settings.service.js';
import type { SignedInAdmin } from '../signed-in.js';
import { DATABASE, EVENT_STORE } from '../tokens.js';
import type { AddSkill, RenameSkillBody, SkillsQuery } from './requests.js';
import { skills, type SkillView } from './skill-view.js';

interface SkillRequest {
  readonly key: string;
  readonly seen?: number;
}

/** The catalogue of skills and languages. What agents and queues name must stand in it. */
@Injectable()
export class Skills {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  list(admin: SignedInAdmin, { kind, ...query }: SkillsQuery) {
    return this.settings.list(admin, skills, query, kind === undefined ? undefined : { kind });
  }

  inUse({ tenantId }: SignedInAdmin): Promise<SkillInUse[]> {
    return skillsInUse(this.database, tenantId);
  }

  show(admin: SignedInAdmin, id: string): Promise<SkillView> {
    return this.settings.show(admin, skills, id);
  }

  async add(admin: SignedInAdmin, { kind, key: written, names }: AddSkill, key: string): Promise<SkillView> {
    const id = skillId(
      admin.tenantId,
      kind,
      asProblem(() => skillKey(kind, written)),
    );
    return this.settings.add(admin, skills, { type: 'DefineSkill', kind, key: written, names }, key, id);
  }

  rename(admin: SignedInAdmin, id: string, { names }: RenameSkillBody, request: SkillRequest): Promise<SkillView> {
    return this.settings.change(admin, skills, id, { type: 'RenameSkill', names }, request);
  }

  /** Refused while agents have it or queues ask for it. */
  async archive(admin: SignedInAdmin, id: string, request: SkillRequest): Promise<SkillView> {
    const { state } = await this.settings.current(admin, skills, id);
    refuseWhileBound(`"${state.name}"`, await thingsBoundTo(this.database, admin.tenantId, state.kind, state.key));
    return this.settings.change(admin, skills, id, { type: 'ArchiveSkill' }, request);
  }

  restore(admin: SignedInAdmin, id: string, request: SkillRequest): Promise<SkillView> {
    return this.settings.change(admin, skills, id, { type: 'RestoreSkill' }, request);
  }

  async bound(admin: SignedInAdmin, id: string) {
    const { state } = await this.settings.current(admin, skills, id);
    return thingsBoundTo(this.database, admin.tenantId, state.kind, state.key);
  }

  /**
   * @param before what stood there already: it may stay, known or not
   * @throws ProblemException 422 `unknown-skill` that names those that are not in the catalogue
   */
  async refuseUnknown({ tenantId }: SignedInAdmin, named: readonly NamedSkill[], before: readonly NamedSkill[] = []): Promise<void> {
    const unknown: NamedSkill[] = [];
    for (const { kind, key: written } of named) {
      const key = asProblem(() => skillKey(kind, written));
      if (before.some((one) => one.kind === kind && one.key === key)) continue;
      const { state } = await currentDocument(this.store, skillDecider, skillStream(skillId(tenantId, kind, key)), tenantId);
      if (state.status !== 'defined') unknown.push({ kind, key });
    }
    if (unknown.length === 0) return;
    const listed = unknown.map(({ kind, key }) => `the ${kind} "${key}"`).join(', ');
    throw new ProblemException(422, 'unknown-skill', `Not in the catalogue: ${listed}. Add it first: POST /api/v1/skills.`, { unknown });
  }
}

const asProblem = <T>(check: () => T): T => {
  try {
    return check();
  } catch (error) {
    throw problemOfRefusal(error);
  }
};
