import { Body, Controller, Get, Inject, Patch, UseInterceptors } from '@nestjs/common';
import { type AwayReason, awayReasonsOf, organisationDecider, organisationStream } from '@madoguchi/accounts';
import type { EventStore } from '@madoguchi/event-sourcing';
import { ProblemException } from '@madoguchi/service-kit';
import { asCommand } from '../as-command.js';
import { contentProfiles } from '../content-profiles/content-profile-view.js';
import { Needs } from '../needs.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { currentDocument } from '../settings/current-document.js';
import { Settings } from '../settings/settings.service.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { EVENT_STORE } from '../tokens.js';
import { ChangeOrganisation } from './requests.js';

/** What is set once for a whole tenant. */
export interface OrganisationView {
  readonly timeZone: string;
  readonly pendingMinutes: number;
  readonly defaultContentProfileId: string | null;
  /** All that agents are away for, in the order in which it is offered. */
  readonly awayReasons: readonly (Omit<AwayReason, 'archived'> & { readonly archived: boolean })[];
  /** Also the ETag of the answer: send it as `If-Match`. 0: nobody has set anything. */
  readonly version: number;
}

@Controller('api/v1/organisation')
@UseInterceptors(VersionAsETag)
export class OrganisationController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  @Get()
  @Needs('organisation.view')
  async show(@Admin() { tenantId }: SignedInAdmin): Promise<OrganisationView> {
    const { state, version } = await currentDocument(this.store, organisationDecider, organisationStream(tenantId), tenantId);
    const { timeZone, pendingMinutes, defaultContentProfileId = null } = state;
    const awayReasons = awayReasonsOf(state).map((reason) => ({ ...reason, archived: reason.archived ?? false }));
    return { timeZone, pendingMinutes, defaultContentProfileId, awayReasons, version };
  }

  @Patch()
  @Needs('organisation.change')
  async change(
    @Admin() admin: SignedInAdmin,
    @Body() { awayReasons, ...rest }: ChangeOrganisation,
    @IdempotencyKey() key: string,
    @SeenVersion() expectedVersion?: number,
  ): Promise<OrganisationView> {
    if (rest.defaultContentProfileId) await this.refuseArchived(admin, rest.defaultContentProfileId);
    const reasons = awayReasons?.map(({ archived, ...reason }): AwayReason => ({ ...reason, ...(archived ? { archived } : {}) }));
    const command = { type: 'SetOrganisation', ...rest, awayReasons: reasons } as const;
    await asCommand(this.store, admin, organisationDecider, organisationStream(admin.tenantId), command, key, { expectedVersion });
    return this.show(admin);
  }

  private async refuseArchived(admin: SignedInAdmin, contentProfileId: string): Promise<void> {
    const { state } = await this.settings.current(admin, contentProfiles, contentProfileId);
    if (state.status === 'archived')
      throw new ProblemException(409, 'content-profile-archived', 'This content profile is archived. Choose another one.');
  }
}
