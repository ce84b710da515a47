import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { Needs } from '../needs.js';
import { SettingsQuery } from '../page-query.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { AgentArchive } from './agent-archive.service.js';
import { Agents } from './agents.service.js';
import { AddAgent, ArchiveAgentQuery, ChangeAgentBody } from './requests.js';

@Controller('api/v1')
@UseInterceptors(VersionAsETag)
export class AgentsController {
  constructor(
    @Inject(Agents) private readonly agents: Agents,
    @Inject(AgentArchive) private readonly archiving: AgentArchive,
  ) {}

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

  /** Archives the agent: the log-in ends now, what was done stays. Refused while conversations are in hand, or returns them. */
  @Delete('agent-profiles/:id')
  @HttpCode(200)
  @Needs('agents.change')
  archive(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { workInHand }: ArchiveAgentQuery,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.archiving.archive(admin, id, workInHand, { key, seen });
  }

  /** Takes the agent out of the archive, with the log-in; queues and hours that are archived meanwhile are left out. */
  @Post('agent-profiles/:id/restore')
  @HttpCode(200)
  @Needs('agents.change')
  restore(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.archiving.restore(admin, id, { key, seen });
  }
}
