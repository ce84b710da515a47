import {
  Body,
  Controller,
  DefaultValuePipe,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseBoolPipe,
  ParseIntPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import type { EventStore } from '@madoguchi/event-sourcing';
import type { DataSource } from 'typeorm';
import { Needs } from '../needs.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { DATABASE, EVENT_STORE } from '../tokens.js';
import { AccountActions } from './account-actions.service.js';
import { accountHistory } from './account-history.js';
import { forwardingConfirmations } from './forwarding-confirmations.js';
import { IntegrationAccounts } from './integration-accounts.service.js';
import {
  AddIntegrationAccount,
  ApplyIntegrationAccount,
  BindIntegrationAccount,
  DeleteInformation,
  GenerateToken,
  SetUpAgain,
  SetWebhook,
} from './requests.js';

@Controller('api/v1/integration-accounts')
@UseInterceptors(VersionAsETag)
export class IntegrationAccountsController {
  constructor(
    @Inject(IntegrationAccounts) private readonly accounts: IntegrationAccounts,
    @Inject(AccountActions) private readonly actions: AccountActions,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
  ) {}

  @Get()
  @Needs('integration-accounts.view')
  async list(@Admin() admin: SignedInAdmin, @Query('deleted', new DefaultValuePipe(false), ParseBoolPipe) deleted: boolean) {
    return { items: await this.accounts.list(admin, { deleted }) };
  }

  @Post()
  @Needs('integration-accounts.add')
  add(@Admin() admin: SignedInAdmin, @Body() request: AddIntegrationAccount, @IdempotencyKey() key: string) {
    return this.accounts.add(admin, request, key);
  }

  @Get(':id')
  @Needs('integration-accounts.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.accounts.show(admin, id);
  }

  @Get(':id/events')
  @Needs('integration-accounts.view')
  async history(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('cursor', new DefaultValuePipe(0), ParseIntPipe) after: number,
  ) {
    await this.accounts.show(admin, id);
    return accountHistory(this.store, id, Math.max(0, after));
  }

  /** Of a mail account: what Gmail asks before it forwards to the base address. */
  @Get(':id/forwarding-confirmations')
  @Needs('integration-accounts.change')
  async confirmations(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    await this.accounts.show(admin, id);
    return { items: await forwardingConfirmations({ store: this.store, database: this.database }, admin.tenantId, id) };
  }

  @Patch(':id')
  @Needs('integration-accounts.change')
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
  @Needs('integration-accounts.change')
  @HttpCode(200)
  link(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @IdempotencyKey() key: string, @SeenVersion() seen?: number) {
    return this.accounts.link(admin, id, true, key, seen);
  }

  @Post(':id/unlink')
  @Needs('integration-accounts.change')
  @HttpCode(200)
  unlink(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.accounts.link(admin, id, false, key, seen);
  }

  @Post(':id/bind')
  @Needs('integration-accounts.change')
  @HttpCode(200)
  bind(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { contactWindowId }: BindIntegrationAccount,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.accounts.bind(admin, id, contactWindowId, key, seen);
  }

  @Post(':id/test-connection')
  @Needs('integration-accounts.change')
  @HttpCode(200)
  testConnection(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.actions.testConnection(admin, id);
  }

  @Post(':id/set-webhook')
  @Needs('integration-accounts.change')
  @HttpCode(200)
  setWebhook(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @Body() request?: SetWebhook) {
    return this.actions.setWebhook(admin, id, request?.host);
  }

  @Post(':id/generate-token')
  @Needs('integration-accounts.change')
  @HttpCode(200)
  generateToken(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: GenerateToken,
    @IdempotencyKey() key: string,
  ) {
    return this.actions.generateToken(admin, id, request, key);
  }

  /** Cannot be undone; the account's history stays. */
  @Post(':id/delete-information')
  @Needs('integration-accounts.delete')
  @HttpCode(200)
  async deleteInformation(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: DeleteInformation,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    await this.actions.deleteInformation(admin, id, request, key, seen);
    return this.accounts.show(admin, id);
  }

  /** A deleted account, with new data and a new webhook address. */
  @Post(':id/set-up-again')
  @Needs('integration-accounts.add')
  @HttpCode(200)
  setUpAgain(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SetUpAgain,
    @IdempotencyKey() key: string,
  ) {
    return this.accounts.setUpAgain(admin, id, request, key);
  }
}
