import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { thingsBoundTo } from '@madoguchi/read-models';
import type { DataSource } from 'typeorm';
import { Needs } from '../needs.js';
import { SettingsQuery } from '../page-query.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { refuseWhileBound } from '../settings/bound-things.js';
import { Settings } from '../settings/settings.service.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { DATABASE } from '../tokens.js';
import { contentProfiles } from './content-profile-view.js';
import { AddContentProfile, ChangeContentProfileBody } from './requests.js';

@Controller('api/v1/content-profiles')
@UseInterceptors(VersionAsETag)
export class ContentProfilesController {
  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(DATABASE) private readonly database: DataSource,
  ) {}

  @Get()
  @Needs('content-profiles.view')
  list(@Admin() admin: SignedInAdmin, @Query() query: SettingsQuery) {
    return this.settings.list(admin, contentProfiles, query);
  }

  @Post()
  @Needs('content-profiles.change')
  add(@Admin() admin: SignedInAdmin, @Body() { name, inbound, outbound }: AddContentProfile, @IdempotencyKey() key: string) {
    return this.settings.add(admin, contentProfiles, { type: 'DefineContentProfile', name, inbound, outbound }, key);
  }

  @Get(':id')
  @Needs('content-profiles.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.settings.show(admin, contentProfiles, id);
  }

  @Patch(':id')
  @Needs('content-profiles.change')
  change(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name, inbound, outbound }: ChangeContentProfileBody,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.settings.change(admin, contentProfiles, id, { type: 'ChangeContentProfile', name, inbound, outbound }, { key, seen });
  }

  /** Archives it; refused while accounts or the organisation use it. */
  @Delete(':id')
  @HttpCode(200)
  @Needs('content-profiles.change')
  async archive(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    const { state } = await this.settings.current(admin, contentProfiles, id);
    refuseWhileBound(`"${state.name}"`, await thingsBoundTo(this.database, admin.tenantId, 'content_profile', id));
    return this.settings.change(admin, contentProfiles, id, { type: 'ArchiveContentProfile' }, { key, seen });
  }

  @Get(':id/bound')
  @Needs('content-profiles.view')
  async bound(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return { items: await thingsBoundTo(this.database, admin.tenantId, 'content_profile', id) };
  }
}
