import { Body, Controller, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAccepted } from '@madoguchi/contracts';
import { derivedId } from '@madoguchi/event-sourcing';
import { findAgent, findConversation, queuePolicy, queuesOfAgent } from '@madoguchi/read-models';
import { WHOLE_PLACE } from '@madoguchi/routing';
import { ProblemException } from '@madoguchi/service-kit';
import type { SignedIn } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import { agentIdOf, Caller, Needs } from '../access/session.guard.js';
import { DeskCommands } from '../commands/desk-commands.js';
import { IdempotencyKey } from '../commands/idempotency-key.js';
import { DATABASE } from '../tokens.js';
import { existing } from './existing.js';
import { AssignBody, LanguageBody, ReopenBody, SnoozeBody, TransferBody, WrapUpBody } from './work-in-hand.requests.js';

const YEAR_MS = 366 * 86_400_000;

@ApiTags('conversations')
@ApiHeader({ name: 'Idempotency-Key', required: true, description: 'A new uuid for each action, the same when it is repeated.' })
@Controller('api/v1/conversations/:id')
export class WorkInHandController {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(DeskCommands) private readonly commands: DeskCommands,
  ) {}

  @ApiOperation({ summary: 'Give it on to a queue, and there to an agent first, with a note.' })
  @Post('transfer')
  @HttpCode(200)
  async transfer(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { queueId, agentId: toAgentId, note, version }: TransferBody,
  ): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    await this.find(caller, id);
    await this.checkTarget(caller, queueId, toAgentId);
    return this.commands.toConversation({
      caller,
      key,
      id,
      seenVersion: version,
      command: (commandId) => ({
        type: 'TransferConversation',
        agentId,
        queueId,
        ...(toAgentId === undefined ? {} : { toAgentId }),
        ...(note === undefined ? {} : { note: { noteId: derivedId('note', commandId), text: note } }),
      }),
    });
  }

  @ApiOperation({ summary: 'Give it back to the queue that it came from.' })
  @Post('return')
  @HttpCode(200)
  async giveBack(@Caller() caller: SignedIn, @IdempotencyKey() key: string, @Param('id') id: string): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    await this.find(caller, id);
    return this.commands.toConversation({ caller, key, id, command: () => ({ type: 'ReturnToQueue', agentId, reason: 'back to queue' }) });
  }

  @ApiOperation({ summary: 'Take it out of the queue, where the policy of the queue lets agents choose.' })
  @Post('claim')
  @HttpCode(202)
  async claim(@Caller() caller: SignedIn, @IdempotencyKey() key: string, @Param('id') id: string): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    const { status, queue, channel, waitingSince } = await this.find(caller, id);
    if (status !== 'waiting' || !queue) throw new ProblemException(409, 'not-waiting', 'This conversation does not wait for anybody.');
    const inForce = await queuePolicy(this.database, caller.tenant.id, queue.id);
    if (!inForce?.policy.mayClaim) {
      throw new ProblemException(403, 'not-allowed', 'In this queue conversations are offered; nobody chooses.');
    }
    const { policy, policyVersion } = inForce;
    const weight = policy.weights[channel] ?? WHOLE_PLACE;
    const waitedSeconds = waitingSince === null ? 0 : Math.max(0, Math.floor((Date.now() - Date.parse(waitingSince)) / 1_000));
    return this.commands.toAgent({
      caller,
      key,
      id: agentId,
      command: () => ({
        type: 'ClaimWork',
        offerId: derivedId('claim', id, agentId, key),
        conversationId: id,
        queueId: queue.id,
        agentId,
        waitedSeconds,
        policyVersion,
        ...(weight === WHOLE_PLACE ? {} : { weight }),
        ...(policy.interruptible.includes(channel) ? { interruptible: true as const } : {}),
      }),
    });
  }

  @ApiOperation({ summary: 'As a supervisor: say who goes on with it, whoever has it now.' })
  @Post('assign')
  @HttpCode(202)
  @Needs('conversations.all')
  async assign(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { queueId, agentId: toAgentId }: AssignBody,
  ): Promise<CommandAccepted> {
    const { queue } = await this.find(caller, id);
    const target = queueId ?? queue?.id;
    if (target === undefined) throw new ProblemException(422, 'no-queue', 'This conversation has no queue yet. Name one.');
    await this.checkTarget(caller, target, toAgentId);
    const by = caller.user.agentId ?? caller.user.id;
    return this.commands.toConversation({
      caller,
      key,
      id,
      command: () => ({ type: 'AssignBySupervisor', by, queueId: target, ...(toAgentId === undefined ? {} : { toAgentId }) }),
    });
  }

  @ApiOperation({
    summary: 'Let it sleep until a time, or until the customer writes (without a time: only until then); it comes back to you first.',
  })
  @Post('snooze')
  @HttpCode(200)
  async snooze(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { until, version }: SnoozeBody,
  ): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    await this.find(caller, id);
    const time = until === undefined ? undefined : new Date(until);
    if (time && !(time.getTime() > Date.now() && time.getTime() < Date.now() + YEAR_MS)) {
      throw new ProblemException(422, 'bad-time', 'It can sleep until a time in the future, at most a year.');
    }
    const command = { type: 'SnoozeConversation', agentId, ...(time ? { until: time.toISOString() } : {}) } as const;
    return this.commands.toConversation({ caller, key, id, seenVersion: version, command: () => command });
  }

  @ApiOperation({ summary: 'Wake it before its time: whoever put it to sleep, or a supervisor. It is offered again, to its agent first.' })
  @Post('wake')
  @HttpCode(200)
  async wake(@Caller() caller: SignedIn, @IdempotencyKey() key: string, @Param('id') id: string): Promise<CommandAccepted> {
    const { snoozed } = await this.find(caller, id);
    if (snoozed && snoozed.agentId !== caller.user.agentId && !caller.permissions.includes('conversations.all')) {
      throw new ProblemException(403, 'not-yours', 'Another agent put this conversation to sleep.');
    }
    // What is awake already, stays awake.
    const until = snoozed ? (snoozed.until ?? undefined) : '';
    return this.commands.toConversation({ caller, key, id, command: () => ({ type: 'WakeConversation', until }) });
  }

  @ApiOperation({
    summary: 'Go on with a closed conversation within the days of its queue: who had it, who serves the queue, or a supervisor.',
    description: 'The answer bears the id of the conversation that goes on with it. It is offered to who had the closed one first.',
  })
  @Post('reopen')
  @HttpCode(200)
  async reopen(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { why }: ReopenBody,
  ): Promise<CommandAccepted> {
    const { owner, queue } = await this.find(caller, id);
    const { agentId, id: userId } = caller.user;
    const had = agentId !== null && owner?.agentId === agentId;
    if (!had && !caller.permissions.includes('conversations.all') && !(await this.serves(caller, queue?.id))) {
      throw new ProblemException(403, 'not-allowed', 'Only who had it, who serves its queue, or a supervisor goes on with it.');
    }
    const command = { type: 'ReopenClosed', by: agentId ?? userId, ...(agentId === null ? {} : { agentId }), why } as const;
    return this.commands.reopen({ caller, key, id, command: () => command });
  }

  @ApiOperation({ summary: 'Say what a closed conversation was about, by a code of its queue; the place is free then.' })
  @Post('wrap-up')
  @HttpCode(200)
  async wrapUp(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { code, note }: WrapUpBody,
  ): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    const { status, queue, owner } = await this.find(caller, id);
    if (owner?.agentId !== agentId) throw new ProblemException(403, 'not-yours', 'Another agent had this conversation.');
    if (status !== 'closed') throw new ProblemException(409, 'not-closed', 'Close the conversation first.');
    const inForce = queue ? await queuePolicy(this.database, caller.tenant.id, queue.id) : undefined;
    const codes = (inForce?.policy.wrapUp.codes ?? []).map((known) => known.code);
    if (!codes.includes(code)) throw new ProblemException(422, 'no-such-code', 'The queue has no such code.', { codes });
    if (note !== undefined) {
      const command = (commandId: string) => ({ type: 'AddNote', noteId: derivedId('note', commandId), agentId, text: note }) as const;
      await this.commands.toConversation({ caller, key, id, command });
    }
    return this.commands.toAgent({ caller, key, id: agentId, command: () => ({ type: 'FinishWrapUp', conversationId: id, code }) });
  }

  @ApiOperation({ summary: 'Say which language the customer really speaks.' })
  @Put('language')
  @HttpCode(200)
  async correctLanguage(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { language }: LanguageBody,
  ): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    await this.find(caller, id);
    return this.commands.toConversation({ caller, key, id, command: () => ({ type: 'CorrectLanguage', agentId, language }) });
  }

  private async checkTarget({ tenant }: SignedIn, queueId: string, agentId: string | undefined): Promise<void> {
    if (!(await queuePolicy(this.database, tenant.id, queueId)))
      throw new ProblemException(404, 'no-such-queue', 'There is no such queue.');
    if (agentId !== undefined && !(await findAgent(this.database, tenant.id, agentId))) {
      throw new ProblemException(404, 'no-such-agent', 'There is no such agent.');
    }
  }

  private async serves({ tenant, user }: SignedIn, queueId: string | undefined): Promise<boolean> {
    if (user.agentId === null || queueId === undefined) return false;
    const queues = await queuesOfAgent(this.database, tenant.id, user.agentId);
    return queues.includes(queueId);
  }

  private async find({ tenant }: SignedIn, id: string) {
    return existing(await findConversation(this.database, tenant.id, id));
  }
}
