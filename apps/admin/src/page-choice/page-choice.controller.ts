import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Needs } from '../needs.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { PAGE_APP, preflightOf } from './page-app.js';
import type { PageAppSettings } from './page-app-settings.js';
import { PageChoices } from './page-choice.service.js';
import { PageLogIns } from './page-log-in.service.js';
import { ChoosePagesRequest, PageLogInReturn, PageSearch } from './requests.js';
import { SessionHash } from './session-hash.js';

/** Facebook pages by log-in, in three steps: log in, choose, done. */
@Controller('api/v1/page-choices')
@Needs('integration-accounts.add')
export class PageChoiceController {
  constructor(
    @Inject(PageLogIns) private readonly logIns: PageLogIns,
    @Inject(PageChoices) private readonly choices: PageChoices,
    @Inject(PAGE_APP) private readonly settings: PageAppSettings,
  ) {}

  /** What is missing before the first step, and who can fill it. */
  @Get('preflight')
  preflight() {
    return preflightOf(this.settings);
  }

  @Post()
  begin(@Admin() admin: SignedInAdmin, @SessionHash() session: { readonly hash: string }, @IdempotencyKey() key: string) {
    return this.logIns.begin(admin, session.hash, key);
  }

  /** With what the browser brought back from Facebook. */
  @Post('log-in')
  @HttpCode(200)
  async comeBack(
    @Admin() admin: SignedInAdmin,
    @SessionHash() session: { readonly hash: string },
    @Body() returned: PageLogInReturn,
    @IdempotencyKey() key: string,
  ) {
    return this.choices.show(admin, await this.logIns.comeBack(admin, session.hash, returned, key));
  }

  @Get(':id')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @Query() { search }: PageSearch) {
    return this.choices.show(admin, id, search);
  }

  /** Also once more, for pages that were not connected. */
  @Post(':id/pages')
  @HttpCode(200)
  choose(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChoosePagesRequest,
    @IdempotencyKey() key: string,
  ) {
    return this.choices.choose(admin, id, request, key);
  }
}
