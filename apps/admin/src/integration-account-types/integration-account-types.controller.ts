import { Controller, Get, Inject } from '@nestjs/common';
import type { ChannelType } from '@madoguchi/conversation';
import type { Channel } from '@madoguchi/use-cases';
import { Needs } from '../needs.js';
import { CHANNELS, PUBLIC_URL } from '../tokens.js';
import { type AccountType, accountType } from './account-type.js';

/** One schema for each type: what its form asks, what of it is secret, which buttons it has. */
@Controller('api/v1/integration-account-types')
export class IntegrationAccountTypesController {
  private readonly types: readonly AccountType[];

  constructor(@Inject(CHANNELS) channels: ReadonlyMap<ChannelType, Channel>, @Inject(PUBLIC_URL) publicUrl: string) {
    this.types = [...channels.values()].map((channel) => accountType(channel, publicUrl));
  }

  @Get()
  @Needs('integration-accounts.view')
  list() {
    return { items: this.types };
  }
}
