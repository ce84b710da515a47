import { Controller, Inject } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import {
  CONTACT_COMMANDS,
  CONVERSATION_COMMANDS,
  type CommandReply,
  type CommandRequest,
  IMPORT_COMMANDS,
  type InboundMessage,
  REOPEN_COMMANDS,
  type ReopenClosed,
} from '@madoguchi/contracts';
import {
  type ContactCommand,
  contactDecider,
  contactStream,
  type ConversationCommand,
  conversationDecider,
  conversationStream,
} from '@madoguchi/conversation';
import type { EventStore } from '@madoguchi/event-sourcing';
import { answerCommand, type receiveInbound, type reopenClosed } from '@madoguchi/use-cases';
import { EVENT_STORE, RECEIVE_INBOUND, REOPEN_CLOSED } from './tokens.js';

const now = () => new Date();

/** Commands from other services, answered with what was recorded or with the refusal. */
@Controller()
export class CommandsController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(RECEIVE_INBOUND) private readonly receive: ReturnType<typeof receiveInbound>,
    @Inject(REOPEN_CLOSED) private readonly reopening: ReturnType<typeof reopenClosed>,
  ) {}

  @MessagePattern(CONVERSATION_COMMANDS)
  conversation(@Payload() request: CommandRequest<ConversationCommand>): Promise<CommandReply> {
    return answerCommand(this.store, conversationDecider, conversationStream, lookingAtTheCustomer(request), now);
  }

  @MessagePattern(CONTACT_COMMANDS)
  contact(@Payload() request: CommandRequest<ContactCommand>): Promise<CommandReply> {
    return answerCommand(this.store, contactDecider, contactStream, request, now);
  }

  @MessagePattern(REOPEN_COMMANDS)
  reopen(@Payload() request: CommandRequest<ReopenClosed>): Promise<CommandReply> {
    return this.reopening(request);
  }

  /** As if it came now: known already, it changes nothing. */
  @MessagePattern(IMPORT_COMMANDS)
  async import(@Payload() { command }: CommandRequest<InboundMessage>): Promise<CommandReply> {
    await this.receive(command);
    return { ok: true, version: null, events: [] };
  }
}

/** What happens while an answer is sent also moves the version; only a new message of the customer makes a person's view stale. */
const lookingAtTheCustomer = (request: CommandRequest<ConversationCommand>): CommandRequest<ConversationCommand> => {
  const { command, seenVersion, ...rest } = request;
  const person = command?.type === 'ReplyToCustomer' || command?.type === 'CloseConversation';
  return { ...rest, command: person ? { ...command, seenVersion } : command };
};
