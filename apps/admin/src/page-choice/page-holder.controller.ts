import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Needs } from '../needs.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { PageHolders } from './page-holder.service.js';

@Controller('api/v1/integration-accounts/:id')
export class PageHolderController {
  constructor(@Inject(PageHolders) private readonly holders: PageHolders) {}

  /** Asks the platform: to be shown before a page is linked. */
  @Get('page-holder')
  @Needs('integration-accounts.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.holders.show(admin, id);
  }

  @Post('take-back')
  @HttpCode(200)
  @Needs('integration-accounts.change')
  takeBack(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @IdempotencyKey() key: string) {
    return this.holders.takeBack(admin, id, key);
  }
}
