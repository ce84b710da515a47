import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { Needs } from '../needs.js';
import { SettingsQuery } from '../page-query.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { Agents } from './agents.service.js';
import { AddAgent, ChangeAgentBody } from './requests.js';

@Controller('api/v1')
@UseInterceptors(VersionAsETag)
export class AgentsController {
  constructor(@Inject(Agents) private readonly agents: Agents) {}

  /** Everybody of the tenant, with presence and load. */
  @Get('agents')
  @Needs('agents.view')
  async directory(@Admin() admin: SignedInAdmin) {
    return { items: await this.agents.directory(admin) };
  }

  @Post('agents')
  @Needs('agents.change')
  add(@Admin() admin: SignedInAdmin, @Body() request: AddAgent, @IdempotencyKey() key: string) {
    return this.agents.add(admin, request, key);
  }

  /** What is set for each agent. */
  @Get('agent-profiles')
  @Needs('agents.view')
  list(@Admin() admin: SignedInAdmin, @Query() query: SettingsQuery) {
    return this.agents.list(admin, query);
  }

  @Get('agent-profiles/:id')
  @Needs('agents.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.agents.show(admin, id);
  }

  @Patch('agent-profiles/:id')
  @Needs('agents.change')
  change(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChangeAgentBody,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.agents.change(admin, id, request, { key, seen });
  }
}
