import { Inject, Injectable } from '@nestjs/common';
import type { CommandAccepted, CommandReply, CommandRequest, ReopenClosed } from '@madoguchi/contracts';
import { AGENT_COMMANDS, CONVERSATION_COMMANDS, REOPEN_COMMANDS } from '@madoguchi/contracts';
import type { ConversationCommand } from '@madoguchi/conversation';
import { type Actor, comparePositions, derivedId, startOf } from '@madoguchi/event-sourcing';
import { CommandUnansweredError } from '@madoguchi/jetstream';
import type { AgentCommand } from '@madoguchi/routing';
import { ProblemException } from '@madoguchi/service-kit';
import type { SignedIn } from '@madoguchi/sign-in';
import { COMMANDS } from '../tokens.js';
import { statusOfRefusal } from './status-of-refusal.js';

/** Asks the service that owns a stream; see `CommandClient`. */
export interface CommandSender {
  send<Command>(subject: string, request: CommandRequest<Command>): Promise<CommandReply>;
}

/** What an agent may ask of the agent's own stream. */
export type OwnAgentCommand = Extract<
  AgentCommand,
  { readonly type: 'SetPresence' | 'AcceptOffer' | 'DeclineOffer' | 'ClaimWork' | 'FinishWrapUp' }
>;

interface Request<Command> {
  readonly caller: SignedIn;
  readonly key: string;
  /** Of the stream. */
  readonly id: string;
  /** Made from the command's id, from which the ids of what it makes are derived. */
  readonly command: (commandId: string) => Command;
  readonly seenVersion?: number;
}

/** Sends what people decided. The same key of the same person for the same stream is the same command, for ever. */
@Injectable()
export class DeskCommands {
  constructor(@Inject(COMMANDS) private readonly sender: CommandSender) {}

  toConversation(request: Request<ConversationCommand>): Promise<CommandAccepted> {
    return this.send(CONVERSATION_COMMANDS, request);
  }

  /** The answer's `id` is that of the conversation which goes on with it. */
  reopen(request: Request<ReopenClosed>): Promise<CommandAccepted> {
    return this.send(REOPEN_COMMANDS, request);
  }

  toAgent(request: Request<OwnAgentCommand>): Promise<CommandAccepted> {
    return this.send(AGENT_COMMANDS, request);
  }

  private async send<Command>(subject: string, { caller, key, id, command, seenVersion }: Request<Command>): Promise<CommandAccepted> {
    const commandId = derivedId('api', caller.tenant.id, caller.user.id, id, key);
    const cause = startOf(caller.tenant.id, actorOf(caller), commandId);
    const reply = await this.ask(subject, { id, command: command(commandId), cause, seenVersion });
    if (!reply.ok) {
      const { code, message, details } = reply.refusal;
      throw new ProblemException(statusOfRefusal(code), code, message, details);
    }
    const positions = reply.events.map((event) => event.position).sort(comparePositions);
    const made = reply.id === undefined ? {} : { id: reply.id };
    return { position: positions.at(-1) ?? null, version: reply.version, ...made };
  }

  private async ask<Command>(subject: string, request: CommandRequest<Command>): Promise<CommandReply> {
    try {
      return await this.sender.send(subject, request);
    } catch (error) {
      if (!(error instanceof CommandUnansweredError)) throw error;
      throw error.outcome === 'unknown'
        ? new ProblemException(
            503,
            'no-answer',
            'There was no answer in time; it may have been done. Repeat it with the same Idempotency-Key.',
          )
        : new ProblemException(503, 'not-available', 'It was not done: the service for it does not answer now. Try again in a moment.');
    }
  }
}

const actorOf = ({ user }: SignedIn): Actor =>
  user.agentId === null ? { kind: 'admin', id: user.id } : { kind: 'agent', id: user.agentId };
