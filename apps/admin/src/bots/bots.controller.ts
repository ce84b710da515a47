import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { Needs } from '../needs.js';
import { SettingsQuery } from '../page-query.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { Settings } from '../settings/settings.service.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { bots } from './bot-view.js';
import { Bots } from './bots.service.js';
import { MESSENGER_PREFLIGHT } from './messenger-preflight.js';
import { AddBotBody, ChangeBotBody, SendSampleBody } from './requests.js';

/** Who answers customers before people do. */
@Controller('api/v1/bots')
@UseInterceptors(VersionAsETag)
export class BotsController {
  constructor(
    @Inject(Bots) private readonly bots: Bots,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  @Get()
  @Needs('integration-accounts.view')
  list(@Admin() admin: SignedInAdmin, @Query() query: SettingsQuery) {
    return this.settings.list(admin, bots, query);
  }

  @Post()
  @Needs('integration-accounts.change')
  add(@Admin() admin: SignedInAdmin, @Body() body: AddBotBody, @IdempotencyKey() key: string) {
    return this.bots.add(admin, body, key);
  }

  /** What to have, and to set at Facebook, before a bot platform answers first there; in English, Japanese and Russian. */
  @Get('preflight/messenger')
  @Needs('integration-accounts.view')
  preflight() {
    return { items: MESSENGER_PREFLIGHT };
  }

  @Get(':id')
  @Needs('integration-accounts.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.settings.show(admin, bots, id);
  }

  @Patch(':id')
  @Needs('integration-accounts.change')
  change(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeBotBody,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.bots.change(admin, id, body, { key, seen });
  }

  /** Archives it: it answers nobody any more, and whom it answers now go to people. */
  @Delete(':id')
  @HttpCode(200)
  @Needs('integration-accounts.change')
  archive(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.settings.change(admin, bots, id, { type: 'ArchiveBot' }, { key, seen });
  }

  /** Whether it is there and agrees about the secret. */
  @Post(':id/test')
  @HttpCode(200)
  @Needs('integration-accounts.change')
  test(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.bots.test(admin, id);
  }

  /** What it would answer; no customer sees it. */
  @Post(':id/sample')
  @HttpCode(200)
  @Needs('integration-accounts.change')
  sample(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @Body() { text }: SendSampleBody) {
    return this.bots.sample(admin, id, text);
  }
}
