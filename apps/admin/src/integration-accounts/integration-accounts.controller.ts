import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, UseInterceptors } from '@nestjs/common';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { IntegrationAccounts } from './integration-accounts.service.js';
import { AddIntegrationAccount, ApplyIntegrationAccount } from './requests.js';

@Controller('api/v1/integration-accounts')
@UseInterceptors(VersionAsETag)
export class IntegrationAccountsController {
  constructor(@Inject(IntegrationAccounts) private readonly accounts: IntegrationAccounts) {}

  @Get()
  async list(@Admin() admin: SignedInAdmin) {
    return { items: await this.accounts.list(admin) };
  }

  @Post()
  add(@Admin() admin: SignedInAdmin, @Body() request: AddIntegrationAccount, @IdempotencyKey() key: string) {
    return this.accounts.add(admin, request, key);
  }

  @Get(':id')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.accounts.show(admin, id);
  }

  @Patch(':id')
  apply(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ApplyIntegrationAccount,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.accounts.apply(admin, id, request, key, seen);
  }

  @Post(':id/link')
  @HttpCode(200)
  link(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @IdempotencyKey() key: string, @SeenVersion() seen?: number) {
    return this.accounts.link(admin, id, true, key, seen);
  }

  @Post(':id/unlink')
  @HttpCode(200)
  unlink(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.accounts.link(admin, id, false, key, seen);
  }

  @Post(':id/test-connection')
  @HttpCode(200)
  async testConnection(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return { checks: await this.accounts.testConnection(admin, id) };
  }

  @Post(':id/set-webhook')
  @HttpCode(200)
  async setWebhook(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return { checks: await this.accounts.setWebhook(admin, id) };
  }
}
