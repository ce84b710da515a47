import { Controller, Inject } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { CONTACT_COMMANDS, CONVERSATION_COMMANDS, type CommandReply, type CommandRequest } from '@madoguchi/contracts';
import {
  type ContactCommand,
  contactDecider,
  contactStream,
  type ConversationCommand,
  conversationDecider,
  conversationStream,
} from '@madoguchi/conversation';
import type { EventStore } from '@madoguchi/event-sourcing';
import { answerCommand } from '@madoguchi/use-cases';
import { EVENT_STORE } from './tokens.js';

const now = () => new Date();

/** Commands from other services, answered with what was recorded or with the refusal. */
@Controller()
export class CommandsController {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  @MessagePattern(CONVERSATION_COMMANDS)
  conversation(@Payload() request: CommandRequest<ConversationCommand>): Promise<CommandReply> {
    return answerCommand(this.store, conversationDecider, conversationStream, lookingAtTheCustomer(request), now);
  }

  @MessagePattern(CONTACT_COMMANDS)
  contact(@Payload() request: CommandRequest<ContactCommand>): Promise<CommandReply> {
    return answerCommand(this.store, contactDecider, contactStream, request, now);
  }
}

/** What happens while an answer is sent also moves the version; only a new message of the customer makes a person's view stale. */
const lookingAtTheCustomer = (request: CommandRequest<ConversationCommand>): CommandRequest<ConversationCommand> => {
  const { command, seenVersion, ...rest } = request;
  const person = command?.type === 'ReplyToCustomer' || command?.type === 'CloseConversation';
  return { ...rest, command: person ? { ...command, seenVersion } : command };
};
