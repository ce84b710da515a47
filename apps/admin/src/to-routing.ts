import { Inject, Injectable } from '@nestjs/common';
import { AGENT_COMMANDS, QUEUE_COMMANDS } from '@madoguchi/contracts';
import { Refusal } from '@madoguchi/event-sourcing';
import { CommandClient, CommandUnansweredError } from '@madoguchi/jetstream';
import type { AgentCommand, QueueCommand } from '@madoguchi/routing';
import { ProblemException } from '@madoguchi/service-kit';
import { causeOf, problemOfRefusal } from './as-command.js';
import type { SignedInAdmin } from './signed-in.js';

/** How a request becomes a command to a stream that routing owns. */
export interface RoutingOptions {
  readonly key: string;
  /** The version of the stream that the person saw. */
  readonly seen?: number;
}

/** Queues and agents belong to routing: it decides, we ask. */
@Injectable()
export class ToRouting {
  constructor(@Inject(CommandClient) private readonly commands: CommandClient) {}

  /** @throws ProblemException as `asCommand`, and 503 when routing does not answer */
  queue(admin: SignedInAdmin, id: string, command: QueueCommand, options: RoutingOptions): Promise<void> {
    return this.send(admin, QUEUE_COMMANDS, id, command, options);
  }

  /** @throws ProblemException as `asCommand`, and 503 when routing does not answer */
  agent(admin: SignedInAdmin, id: string, command: AgentCommand, options: RoutingOptions): Promise<void> {
    return this.send(admin, AGENT_COMMANDS, id, command, options);
  }

  private async send(admin: SignedInAdmin, subject: string, id: string, command: object, { key, seen }: RoutingOptions): Promise<void> {
    try {
      const answer = await this.commands.send(subject, { id, command, cause: causeOf(admin, key), seenVersion: seen });
      if (!answer.ok) throw new Refusal(answer.refusal.code, answer.refusal.message, answer.refusal.details);
    } catch (error) {
      if (error instanceof CommandUnansweredError) {
        throw new ProblemException(
          503,
          'no-answer',
          'Routing does not answer now. Send the same request with the same Idempotency-Key again.',
        );
      }
      throw problemOfRefusal(error);
    }
  }
}
