import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { type Hours, isOpen, nextChange } from '@madoguchi/accounts';
import { thingsBoundTo } from '@madoguchi/read-models';
import type { DataSource } from 'typeorm';
import { Needs } from '../needs.js';
import { SettingsQuery } from '../page-query.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { refuseWhileBound } from '../settings/bound-things.js';
import { Settings } from '../settings/settings.service.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { DATABASE } from '../tokens.js';
import { businessHours, type OpeningPreview } from './business-hours-view.js';
import { AddBusinessHours, ChangeBusinessHoursBody, PreviewQuery } from './requests.js';

@Controller('api/v1/business-hours')
@UseInterceptors(VersionAsETag)
export class BusinessHoursController {
  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(DATABASE) private readonly database: DataSource,
  ) {}

  @Get()
  @Needs('business-hours.view')
  list(@Admin() admin: SignedInAdmin, @Query() query: SettingsQuery) {
    return this.settings.list(admin, businessHours, query);
  }

  @Post()
  @Needs('business-hours.change')
  add(@Admin() admin: SignedInAdmin, @Body() { name, hours }: AddBusinessHours, @IdempotencyKey() key: string) {
    return this.settings.add(admin, businessHours, { type: 'DefineBusinessHours', name, hours }, key);
  }

  @Get(':id')
  @Needs('business-hours.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.settings.show(admin, businessHours, id);
  }

  @Patch(':id')
  @Needs('business-hours.change')
  change(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name, hours }: ChangeBusinessHoursBody,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.settings.change(admin, businessHours, id, { type: 'ChangeBusinessHours', name, hours }, { key, seen });
  }

  /** Archives them; refused while something is bound to them. */
  @Delete(':id')
  @HttpCode(200)
  @Needs('business-hours.change')
  async archive(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    const { state } = await this.settings.current(admin, businessHours, id);
    refuseWhileBound(`"${state.name}"`, await thingsBoundTo(this.database, admin.tenantId, 'business_hours', id));
    return this.settings.change(admin, businessHours, id, { type: 'ArchiveBusinessHours' }, { key, seen });
  }

  @Get(':id/bound')
  @Needs('business-hours.view')
  async bound(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return { items: await thingsBoundTo(this.database, admin.tenantId, 'business_hours', id) };
  }

  /** Whether it is open then, and when that changes next. */
  @Get(':id/preview')
  @Needs('business-hours.view')
  async preview(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { at }: PreviewQuery,
  ): Promise<OpeningPreview> {
    const { hours } = await this.settings.show(admin, businessHours, id);
    return openingOf(hours, at === undefined ? new Date() : new Date(at));
  }
}

const openingOf = (hours: Hours, at: Date): OpeningPreview => {
  const change = nextChange(hours, at);
  return {
    at: at.toISOString(),
    open: isOpen(hours, at),
    nextChange: change ? { at: change.at.toISOString(), opens: change.opens } : null,
  };
};
