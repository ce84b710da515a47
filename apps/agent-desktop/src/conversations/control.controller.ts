import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAccepted } from '@madoguchi/contracts';
import { derivedId } from '@madoguchi/event-sourcing';
import { findBotOfAccount, findConversation, queuePolicy } from '@madoguchi/read-models';
import { WHOLE_PLACE } from '@madoguchi/routing';
import { ProblemException } from '@madoguchi/service-kit';
import type { SignedIn } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import { agentIdOf, Caller } from '../access/session.guard.js';
import { DeskCommands } from '../commands/desk-commands.js';
import { IdempotencyKey } from '../commands/idempotency-key.js';
import { DATABASE } from '../tokens.js';
import { existing } from './existing.js';

/** Who speaks to the customer: the bot, or the agent. */
@ApiTags('conversations')
@ApiHeader({ name: 'Idempotency-Key', required: true, description: 'A new uuid for each action, the same when it is repeated.' })
@Controller('api/v1/conversations/:id')
export class ControlController {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(DeskCommands) private readonly commands: DeskCommands,
  ) {}

  @ApiOperation({ summary: 'Take over from the bot that is answering. It is yours at once, if you have a place for it.' })
  @Post('take-over')
  @HttpCode(200)
  async takeOver(@Caller() caller: SignedIn, @IdempotencyKey() key: string, @Param('id') id: string): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    const offerId = derivedId('take over', id, agentId, key);
    const take = () => this.commands.toConversation({ caller, key, id, command: () => ({ type: 'TakeOver', agentId, offerId }) });
    const { bot, queue, channel, waitingSince } = existing(await findConversation(this.database, caller.tenant.id, id));
    // Repeated after it was done, it is answered as it was then.
    if (!bot) return take();
    if (!queue) throw new ProblemException(409, 'not-routed', 'This conversation has no queue yet, so nobody can hold it.');
    const policy = (await queuePolicy(this.database, caller.tenant.id, queue.id))?.policy;
    const weight = policy?.weights[channel] ?? WHOLE_PLACE;
    await this.commands.toAgent({
      caller,
      key: derivedId('place', key),
      id: agentId,
      command: () => ({
        type: 'ClaimWork',
        offerId,
        conversationId: id,
        queueId: queue.id,
        agentId,
        waitedSeconds: waitingSince === null ? 0 : Math.max(0, Math.floor((Date.now() - Date.parse(waitingSince)) / 1_000)),
        policyVersion: 0,
        ...(weight === WHOLE_PLACE ? {} : { weight }),
        ...(policy?.interruptible.includes(channel) ? { interruptible: true as const } : {}),
      }),
    });
    return take();
  }

  @ApiOperation({ summary: 'Let the bot of the account go on; you hold it no more.' })
  @Post('back-to-bot')
  @HttpCode(200)
  async backToBot(@Caller() caller: SignedIn, @IdempotencyKey() key: string, @Param('id') id: string): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    const { account } = existing(await findConversation(this.database, caller.tenant.id, id));
    const bot = await findBotOfAccount(this.database, caller.tenant.id, account.id);
    if (!bot) throw new ProblemException(404, 'no-such-bot', 'No bot answers on this account.');
    return this.commands.toConversation({ caller, key, id, command: () => ({ type: 'GiveToBot', botId: bot.id, agentId }) });
  }
}
