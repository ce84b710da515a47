import { Body, Controller, Get, Inject, Patch } from '@nestjs/common';
import { Needs } from '../needs.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { BotMakers } from './bot-makers.js';
import { ChangeBotMaker } from './requests.js';

/** The ClientApp that makes bots inside LINE WORKS for the contact windows of a tenant. */
@Controller('api/v1/organisation/bot-maker')
export class BotMakerController {
  constructor(@Inject(BotMakers) private readonly makers: BotMakers) {}

  @Get()
  @Needs('organisation.view')
  show(@Admin() admin: SignedInAdmin) {
    return this.makers.show(admin);
  }

  @Patch()
  @Needs('organisation.change')
  change(@Admin() admin: SignedInAdmin, @Body() { credentials }: ChangeBotMaker, @IdempotencyKey() key: string) {
    return this.makers.change(admin, credentials, key);
  }
}
