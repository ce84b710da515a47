import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { derivedId } from '@madoguchi/event-sourcing';
import { thingsBoundTo } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import { issuingHost } from '../integration-accounts/account-form.js';
import { Needs } from '../needs.js';
import { SettingsQuery } from '../page-query.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { refuseWhileBound } from '../settings/bound-things.js';
import { Settings } from '../settings/settings.service.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { DATABASE, MAIL_DOMAIN } from '../tokens.js';
import { contactWindows } from './contact-window-view.js';
import { ChangeContactWindowBody, OpenContactWindowBody } from './requests.js';

const RANDOM_CHARACTERS = 26;

/** The units that a business shows to its customers. Accounts are bound to one: `POST /integration-accounts/{id}/bind`. */
@Controller('api/v1/contact-windows')
@UseInterceptors(VersionAsETag)
export class ContactWindowsController {
  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(MAIL_DOMAIN) private readonly mailDomain: string | undefined,
  ) {}

  @Get()
  @Needs('contact-windows.view')
  list(@Admin() admin: SignedInAdmin, @Query() query: SettingsQuery) {
    return this.settings.list(admin, contactWindows, query);
  }

  /** Its base address is issued with it, where this installation takes mail. */
  @Post()
  @Needs('contact-windows.add')
  open(@Admin() admin: SignedInAdmin, @Body() { name }: OpenContactWindowBody, @IdempotencyKey() key: string) {
    const at = new Date().toISOString();
    return this.settings.add(admin, contactWindows, { type: 'OpenContactWindow', name, baseAddress: this.newAddress(), at }, key);
  }

  @Get(':id')
  @Needs('contact-windows.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.settings.show(admin, contactWindows, id);
  }

  @Patch(':id')
  @Needs('contact-windows.change')
  async change(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name, businessHoursId, baseAddress }: ChangeContactWindowBody,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    if (baseAddress !== undefined) {
      const fixed = { type: 'ChangeBaseAddress', baseAddress } as const;
      await this.settings.change(admin, contactWindows, id, fixed, { key: derivedId('base address', key), seen });
    }
    return this.settings.change(admin, contactWindows, id, { type: 'ChangeContactWindow', name, businessHoursId }, { key, seen });
  }

  /** Archives it; refused while an account is bound to it. */
  @Delete(':id')
  @HttpCode(200)
  @Needs('contact-windows.delete')
  async archive(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    const { state } = await this.settings.current(admin, contactWindows, id);
    refuseWhileBound(`"${state.name}"`, await thingsBoundTo(this.database, admin.tenantId, 'contact_window', id));
    return this.settings.change(admin, contactWindows, id, { type: 'ArchiveContactWindow', at: new Date().toISOString() }, { key, seen });
  }

  /** The accounts that are bound to it. */
  @Get(':id/bound')
  @Needs('contact-windows.view')
  async bound(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return { items: await thingsBoundTo(this.database, admin.tenantId, 'contact_window', id) };
  }

  /** For a window that was opened while this installation took no mail. */
  @Post(':id/base-address')
  @HttpCode(200)
  @Needs('contact-windows.change')
  issueAddress(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @IdempotencyKey() key: string) {
    const baseAddress = this.newAddress();
    if (baseAddress === undefined) {
      throw new ProblemException(
        409,
        'no-mail-domain',
        'This installation takes no mail yet. Tell its operator to set MADOGUCHI_MAIL_DOMAIN.',
      );
    }
    return this.settings.change(admin, contactWindows, id, { type: 'IssueBaseAddress', baseAddress }, { key });
  }

  /** Always refused, with the reason. */
  @Delete(':id/base-address')
  @Needs('contact-windows.change')
  deleteAddress(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @IdempotencyKey() key: string) {
    return this.settings.change(admin, contactWindows, id, { type: 'ChangeBaseAddress', baseAddress: null }, { key });
  }

  private newAddress(): string | undefined {
    return this.mailDomain && `w-${issuingHost(this.mailDomain).random(RANDOM_CHARACTERS)}@${this.mailDomain}`;
  }
}
