import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Needs } from '../needs.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { AccountShelf } from './account-shelf.service.js';

/** While the link of an account is off, what comes for it is kept and shown to nobody. */
@Controller('api/v1/integration-accounts/:accountId/shelf')
export class AccountShelfController {
  constructor(@Inject(AccountShelf) private readonly shelf: AccountShelf) {}

  /** How much is kept. */
  @Get()
  @Needs('integration-accounts.view')
  count(@Admin() admin: SignedInAdmin, @Param('accountId', ParseUUIDPipe) accountId: string) {
    return this.shelf.count(admin, accountId);
  }

  /** Lets what is kept into its conversations, in its order, up to 200 messages; they show that they come late. */
  @Post('import')
  @HttpCode(200)
  @Needs('integration-accounts.change')
  import(@Admin() admin: SignedInAdmin, @Param('accountId', ParseUUIDPipe) accountId: string, @IdempotencyKey() key: string) {
    return this.shelf.import(admin, accountId, key);
  }
}
