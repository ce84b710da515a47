import { Controller, Inject } from '@nestjs/common';
import { EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import {
  AGENT_COMMANDS,
  AGENT_HEARTBEATS,
  type AgentHeartbeats,
  type CommandReply,
  type CommandRequest,
  QUEUE_COMMANDS,
} from '@madoguchi/contracts';
import { recordHeartbeats } from '@madoguchi/read-models';
import { type AgentCommand, agentDecider, agentStream, type QueueCommand, queueDecider, queueStream } from '@madoguchi/routing';
import { answerCommand } from '@madoguchi/use-cases';
import { Listening } from './listening.js';
import { PARTS } from './tokens.js';
import type { RoutingParts } from './parts.js';

/** Commands from the desk and from the administrators, to the streams that routing owns. */
@Controller()
export class CommandsController {
  constructor(
    @Inject(PARTS) private readonly parts: RoutingParts,
    @Inject(Listening) private readonly listening: Listening,
  ) {}

  @MessagePattern(AGENT_COMMANDS)
  agent(@Payload() request: CommandRequest<AgentCommand>): Promise<CommandReply> {
    const { store, now } = this.parts;
    return answerCommand(store, agentDecider(now()), agentStream, request, now);
  }

  @EventPattern(AGENT_HEARTBEATS)
  heartbeats(@Payload() { tenantId, agentIds }: AgentHeartbeats): Promise<void> {
    const { database, now } = this.parts;
    return this.listening.throughout(() => recordHeartbeats(database, tenantId, agentIds, now()));
  }

  @MessagePattern(QUEUE_COMMANDS)
  queue(@Payload() request: CommandRequest<QueueCommand>): Promise<CommandReply> {
    const { store, now } = this.parts;
    return answerCommand(store, queueDecider, queueStream, request, now);
  }
}
