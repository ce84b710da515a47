import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { LiveFigures } from '@madoguchi/contracts';
import { liveFigures } from '@madoguchi/read-models';
import type { SignedIn } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import { Caller, Needs } from '../access/session.guard.js';
import { LiveFeed } from '../live/live-feed.js';
import { DATABASE, NOW } from '../tokens.js';
import { LiveFiguresQuery } from './live-figures.query.js';

@ApiTags('live figures')
@Controller('api/v1')
export class LiveFiguresController {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(LiveFeed) private readonly feed: LiveFeed,
    @Inject(NOW) private readonly now: () => Date,
  ) {}

  @ApiOperation({
    summary: 'The state of queues and agents, for a wall board.',
    description:
      'Read it again when the live connection tells of conversations or agents behind its position, a few times a minute anyway: waits grow, and hours pass, without an event.',
  })
  @Get('live-figures')
  @Needs('live-figures.view')
  async figures(@Caller() { tenant }: SignedIn, @Query() { timeZone }: LiveFiguresQuery): Promise<LiveFigures> {
    const { position } = this.feed;
    return { ...(await liveFigures(this.database, tenant.id, this.now(), timeZone)), position };
  }
}
