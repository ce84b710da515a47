import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAccepted, OfferList } from '@madoguchi/contracts';
import { listOffers } from '@madoguchi/read-models';
import type { SignedIn } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import { agentIdOf, Caller } from '../access/session.guard.js';
import { DeskCommands } from '../commands/desk-commands.js';
import { IdempotencyKey } from '../commands/idempotency-key.js';
import { LiveFeed } from '../live/live-feed.js';
import { DATABASE } from '../tokens.js';

const key = { name: 'Idempotency-Key', required: true, description: 'A new uuid for each action, the same when it is repeated.' };

/** An offer is answered on the agent's own stream: another's offer is not found there. */
@ApiTags('offers')
@Controller('api/v1/offers')
export class OffersController {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(DeskCommands) private readonly commands: DeskCommands,
    @Inject(LiveFeed) private readonly feed: LiveFeed,
  ) {}

  @ApiOperation({ summary: 'My open offers, soonest to lapse first.' })
  @Get()
  async list(@Caller() { user, tenant }: SignedIn): Promise<OfferList> {
    const { position } = this.feed;
    return { items: user.agentId === null ? [] : await listOffers(this.database, tenant.id, user.agentId), position };
  }

  @ApiOperation({ summary: 'Take the conversation.' })
  @ApiHeader(key)
  @Post(':offerId/accept')
  @HttpCode(200)
  accept(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('offerId', ParseUUIDPipe) offerId: string,
  ): Promise<CommandAccepted> {
    return this.commands.toAgent({ caller, key, id: agentIdOf(caller), command: () => ({ type: 'AcceptOffer', offerId }) });
  }

  @ApiOperation({ summary: 'Leave the conversation to another.' })
  @ApiHeader(key)
  @Post(':offerId/decline')
  @HttpCode(200)
  decline(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('offerId', ParseUUIDPipe) offerId: string,
  ): Promise<CommandAccepted> {
    return this.commands.toAgent({ caller, key, id: agentIdOf(caller), command: () => ({ type: 'DeclineOffer', offerId }) });
  }
}
