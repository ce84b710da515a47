import { Body, Controller, Get, HttpCode, Inject, Put } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AgentDirectory, AgentView, AwayReasonList, CommandAccepted, TransferTargets } from '@madoguchi/contracts';
import { agentDirectory, awayReasons, findAgent, transferTargets } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';
import type { SignedIn } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import { agentIdOf, Caller } from '../access/session.guard.js';
import { DeskCommands } from '../commands/desk-commands.js';
import { IdempotencyKey } from '../commands/idempotency-key.js';
import { DATABASE } from '../tokens.js';
import { PresenceBody } from './presence.request.js';

@ApiTags('agents')
@Controller('api/v1')
export class AgentsController {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(DeskCommands) private readonly commands: DeskCommands,
  ) {}

  @ApiOperation({ summary: 'Everybody of the tenant, by name.' })
  @Get('agents')
  directory(@Caller() { tenant }: SignedIn): Promise<AgentDirectory> {
    return agentDirectory(this.database, tenant.id);
  }

  @ApiOperation({
    summary: 'Where a conversation can be given on to: queues with who waits in them, and everybody with presence and load.',
  })
  @Get('transfer-targets')
  targets(@Caller() { tenant }: SignedIn): Promise<TransferTargets> {
    return transferTargets(this.database, tenant.id);
  }

  @ApiOperation({ summary: 'My presence, load and capacity.' })
  @Get('agents/me')
  async me(@Caller() caller: SignedIn): Promise<AgentView> {
    const agent = await findAgent(this.database, caller.tenant.id, agentIdOf(caller));
    if (!agent)
      throw new ProblemException(
        404,
        'no-such-agent',
        'You are not registered as an agent yet. If this was just done, try again in a moment.',
      );
    return agent;
  }

  @ApiOperation({ summary: 'For what one is away: to choose from, and to read what was chosen before.' })
  @Get('away-reasons')
  async reasons(@Caller() { tenant }: SignedIn): Promise<AwayReasonList> {
    const reasons = await awayReasons(this.database, tenant.id);
    return { items: reasons.map(({ key, names, archived = false }) => ({ key, names, archived })) };
  }

  @ApiOperation({ summary: 'Say whether I take work.' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'A new uuid for each action, the same when it is repeated.' })
  @Put('agents/me/presence')
  @HttpCode(200)
  async setPresence(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Body() { presence, reason, workInHand }: PresenceBody,
  ): Promise<CommandAccepted> {
    if (reason !== undefined) await this.refuseUnknown(caller, reason);
    const command = { type: 'SetPresence', presence, reason, ...(workInHand ? { workInHand } : {}) } as const;
    return this.commands.toAgent({ caller, key, id: agentIdOf(caller), command: () => command });
  }

  /** Here and not where it is recorded: what an agent was away for stays, also when the list does not have it any more. */
  private async refuseUnknown({ tenant }: SignedIn, reason: string): Promise<void> {
    const known = (await awayReasons(this.database, tenant.id)).filter(({ archived }) => !archived).map(({ key }) => key);
    if (known.includes(reason)) return;
    throw new ProblemException(422, 'unknown-away-reason', `"${reason}" is not among the reasons to be away: ${known.join(', ')}.`, {
      known,
    });
  }
}
