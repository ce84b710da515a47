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
import { type Decider, type DomainEvent, type EventStore, handleCommand, Refusal, type StreamName } from '@madoguchi/event-sourcing';
import { EVENT_STORE } from './tokens.js';

/** Commands from other services, answered with what was recorded or with the refusal. */
@Controller()
export class CommandsController {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  @MessagePattern(CONVERSATION_COMMANDS)
  conversation(@Payload() { id, command, cause, seenVersion }: CommandRequest<ConversationCommand>): Promise<CommandReply> {
    // What happens while an answer is sent also moves the version; only a new message of the customer makes a view stale.
    const withView = command.type === 'ReplyToCustomer' || command.type === 'CloseConversation' ? { ...command, seenVersion } : command;
    return this.handle(conversationDecider, conversationStream(id), { id, command: withView, cause });
  }

  @MessagePattern(CONTACT_COMMANDS)
  contact(@Payload() request: CommandRequest<ContactCommand>): Promise<CommandReply> {
    return this.handle(contactDecider, contactStream(request.id), request);
  }

  private async handle<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    stream: StreamName,
    { command, cause }: CommandRequest<Command>,
  ): Promise<CommandReply> {
    try {
      const recorded = await handleCommand(this.store, decider, stream, command, cause, { now: () => new Date() });
      const events = recorded.map(({ id, type, position }) => ({ id, type, position }));
      return { ok: true, version: recorded.at(-1)?.version ?? null, events };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, refusal: { code: error.code, message: error.message, details: error.details } };
      throw error;
    }
  }
}
