import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Needs } from '../needs.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { ChannelHealths } from './channel-health.service.js';

@Controller('api/v1/channel-health')
@Needs('integration-accounts.view')
export class ChannelHealthController {
  constructor(@Inject(ChannelHealths) private readonly healths: ChannelHealths) {}

  @Get()
  async list(@Admin() admin: SignedInAdmin) {
    return { items: await this.healths.list(admin) };
  }

  @Get(':id')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.healths.show(admin, id);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Needs('messages.send-again')
  resend(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @IdempotencyKey() key: string) {
    return this.healths.resend(admin, id, key);
  }
}
