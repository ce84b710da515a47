import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { businessHoursDecider, businessHoursStream } from '@madoguchi/accounts';
import { derivedId, type EventStore } from '@madoguchi/event-sourcing';
import { isNameTaken, listSettings, thingsBoundTo } from '@madoguchi/read-models';
import { type Queue, QUEUE, queueDecider, type QueuePolicy, queueStream, skillsOfPolicy } from '@madoguchi/routing';
import { ProblemException } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import { causeOf, problemOfRefusal } from '../as-command.js';
import type { SettingsQuery } from '../page-query.js';
import { refuseWhileBound } from '../settings/bound-things.js';
import { currentDocument } from '../settings/current-document.js';
import { Names, namesBeside, nameTaken, type ScopedName } from '../settings/names.service.js';
import type { SignedInAdmin } from '../signed-in.js';
import { Skills } from '../skills/skills.service.js';
import { type RoutingOptions, ToRouting } from '../to-routing.js';
import { DATABASE, EVENT_STORE } from '../tokens.js';
import { queueView, type QueueView } from './queue-view.js';
import type { AddQueue, ChangeQueueBody } from './requests.js';

@Injectable()
export class Queues {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(ToRouting) private readonly routing: ToRouting,
    @Inject(Skills) private readonly skills: Skills,
    @Inject(Names) private readonly names: Names,
  ) {}

  /** By name. */
  async list({ tenantId }: SignedInAdmin, { archived, cursor, limit }: SettingsQuery) {
    const { items, nextCursor } = await listSettings(this.database, { tenantId, kind: QUEUE, archived, cursor, limit });
    return { items: items.map((row) => queueView(row.id, row.body as Queue, row.version)), nextCursor };
  }

  /** @throws ProblemException 404 */
  async show({ tenantId }: SignedInAdmin, id: string): Promise<QueueView> {
    const { state, version } = await currentDocument(this.store, queueDecider, queueStream(id), tenantId);
    if (version === 0) throw new ProblemException(404, 'no-such-queue', 'There is no such queue.');
    return queueView(id, state, version);
  }

  /** The queue first, then its policy: repeated with the same key it ends what was begun. */
  async add(admin: SignedInAdmin, { name, offerSeconds, policy }: AddQueue, key: string): Promise<QueueView> {
    const id = derivedId('queue', admin.tenantId, key);
    if (policy) await this.refuseWrongPolicy(admin, id, policy);
    await this.claimName(admin, id, name);
    await this.routing.queue(admin, id, { type: 'CreateQueue', name, offerSeconds }, { key });
    if (policy) await this.setPolicy(admin, id, policy, { key });
    return this.show(admin, id);
  }

  async change(
    admin: SignedInAdmin,
    id: string,
    { name, offerSeconds, policy }: ChangeQueueBody,
    { key, seen }: RoutingOptions,
  ): Promise<QueueView> {
    const { version, name: nameBefore, policy: before } = await this.show(admin, id);
    if (policy) await this.refuseWrongPolicy(admin, id, policy, before);
    if (name !== undefined) await this.claimName(admin, id, name);
    await this.routing.queue(admin, id, { type: 'ChangeQueue', name, offerSeconds }, { key, seen });
    // What the first command wrote was seen by nobody else: only who came between would be overwritten.
    const afterOwn = seen === undefined ? undefined : version === seen ? (await this.show(admin, id)).version : seen;
    if (policy) await this.setPolicy(admin, id, policy, { key, seen: afterOwn });
    return this.letGo(admin, id, [nameBefore, name]);
  }

  /** Refused while accounts, agents, other queues or open conversations are bound to it. */
  async archive(admin: SignedInAdmin, id: string, options: RoutingOptions): Promise<QueueView> {
    const { name } = await this.show(admin, id);
    refuseWhileBound(`"${name}"`, await this.bound(admin, id));
    await this.routing.queue(admin, id, { type: 'ArchiveQueue' }, options);
    return this.letGo(admin, id, [name]);
  }

  /** Refused while its name is another's, or what its policy names is archived: that comes back first. */
  async restore(admin: SignedInAdmin, id: string, options: RoutingOptions): Promise<QueueView> {
    const { name, policy, archived } = await this.show(admin, id);
    if (archived) {
      await this.refuseUnknownNeighbours(admin, policy);
      await this.claimName(admin, id, name);
    }
    await this.routing.queue(admin, id, { type: 'RestoreQueue' }, options);
    return this.show(admin, id);
  }

  bound({ tenantId }: SignedInAdmin, id: string) {
    return thingsBoundTo(this.database, tenantId, 'queue', id);
  }

  /** @throws ProblemException 404, 409 for one that is archived */
  async refuseUnusable(admin: SignedInAdmin, ids: readonly string[]): Promise<void> {
    for (const id of new Set(ids)) {
      const { archived, name } = await this.show(admin, id);
      if (archived) throw new ProblemException(409, 'queue-archived', `The queue "${name}" is archived. Choose another one.`);
    }
  }

  private setPolicy(admin: SignedInAdmin, id: string, policy: Partial<QueuePolicy>, { key, seen }: RoutingOptions): Promise<void> {
    return this.routing.queue(admin, id, { type: 'SetQueuePolicy', policy, queueId: id }, { key: derivedId('policy', key), seen });
  }

  /** Before anything is written: a queue shall not stand there without the policy that it was asked for with. */
  private async refuseWrongPolicy(
    admin: SignedInAdmin,
    id: string,
    policy: Partial<QueuePolicy>,
    before: Partial<QueuePolicy> = {},
  ): Promise<void> {
    try {
      queueDecider.decide({ type: 'SetQueuePolicy', policy, queueId: id }, { ...queueDecider.initialState(), created: true });
    } catch (error) {
      throw problemOfRefusal(error);
    }
    await this.refuseUnknownNeighbours(admin, policy);
    await this.skills.refuseUnknown(admin, skillsOfPolicy(policy), skillsOfPolicy(before));
  }

  private async refuseUnknownNeighbours(admin: SignedInAdmin, { overflow, businessHoursId }: Partial<QueuePolicy>): Promise<void> {
    if (overflow) await this.refuseUnusable(admin, [overflow.queueId]);
    if (businessHoursId) {
      const { state } = await currentDocument(this.store, businessHoursDecider, businessHoursStream(businessHoursId), admin.tenantId);
      if (state.status !== 'defined')
        throw new ProblemException(409, 'no-such-business-hours', 'There are no such business hours, or they are archived.');
    }
  }

  /** What was called so before names were claimed is found in the list. */
  private async claimName(admin: SignedInAdmin, id: string, name: string): Promise<void> {
    if (await isNameTaken(this.database, { tenantId: admin.tenantId, kind: QUEUE, id, name })) throw nameTaken('queue');
    await this.names.claim(causeOf(admin, randomUUID()), [nameOf(name)], {
      id,
      title: 'queue',
      namesOf: (other) => this.namesOf(admin, other),
    });
  }

  /** Those of the names that it does not have any more. */
  private async letGo(admin: SignedInAdmin, id: string, names: readonly (string | undefined)[]): Promise<QueueView> {
    const given = names.filter((name) => name !== undefined).map(nameOf);
    await this.names.release(causeOf(admin, randomUUID()), namesBeside(given, await this.namesOf(admin, id)), id);
    return this.show(admin, id);
  }

  private async namesOf({ tenantId }: SignedInAdmin, id: string): Promise<readonly ScopedName[]> {
    const { state } = await currentDocument(this.store, queueDecider, queueStream(id), tenantId);
    return state.created && !state.archived ? [nameOf(state.name)] : [];
  }
}

const nameOf = (name: string): ScopedName => ({ scope: QUEUE, name });
