import { Inject, Injectable } from '@nestjs/common';
import { AGENT_COMMANDS, QUEUE_COMMANDS } from '@madoguchi/contracts';
import { derivedId, Refusal, startOf } from '@madoguchi/event-sourcing';
import { CommandClient, CommandUnansweredError } from '@madoguchi/jetstream';
import { agentDirectory, listQueues } from '@madoguchi/read-models';
import type { AgentCommand, QueueCommand } from '@madoguchi/routing';
import { ProblemException } from '@madoguchi/service-kit';
import { createUser, listUsers } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import type { SignedInAdmin } from '../signed-in.js';
import { DATABASE } from '../tokens.js';
import type { AddAgent, AddQueue } from './requests.js';

/** Queues and agents: their streams belong to routing, the log-ins to the people's table. */
@Injectable()
export class People {
  constructor(
    @Inject(CommandClient) private readonly commands: CommandClient,
    @Inject(DATABASE) private readonly database: DataSource,
  ) {}

  async addQueue(admin: SignedInAdmin, { name, offerSeconds }: AddQueue, key: string) {
    const id = derivedId('queue', admin.tenantId, key);
    await this.command<QueueCommand>(admin, QUEUE_COMMANDS, id, { type: 'CreateQueue', name, offerSeconds }, key);
    return { id, name, offerSeconds };
  }

  async queues(admin: SignedInAdmin) {
    return (await listQueues(this.database, admin.tenantId)).map(({ id, name }) => ({ id, name }));
  }

  /** The agent first, then the log-in: repeated with the same key it ends what was begun. */
  async addAgent(admin: SignedInAdmin, request: AddAgent, key: string) {
    const { name, email, password, capacity, queueIds } = request;
    const id = derivedId('agent', admin.tenantId, key);
    await this.command<AgentCommand>(admin, AGENT_COMMANDS, id, { type: 'RegisterAgent', name, capacity, queueIds }, key);
    const known = (await listUsers(this.database, admin.tenantId)).find((user) => user.agentId === id);
    if (!known) {
      try {
        await createUser(this.database, { tenantId: admin.tenantId, email, name, role: 'agent', agentId: id, password }, new Date());
      } catch (error) {
        if (error instanceof Refusal) throw new ProblemException(409, error.code, error.message);
        throw error;
      }
    }
    return { id, name, email, capacity, queueIds };
  }

  async agents(admin: SignedInAdmin) {
    return (await agentDirectory(this.database, admin.tenantId)).items;
  }

  private async command<Command>(admin: SignedInAdmin, subject: string, id: string, command: Command, key: string): Promise<void> {
    const cause = startOf(admin.tenantId, { kind: 'admin', id: admin.userId }, derivedId('admin', admin.tenantId, admin.userId, key));
    try {
      const answer = await this.commands.send(subject, { id, command, cause });
      if (!answer.ok) throw new ProblemException(409, answer.refusal.code, answer.refusal.message);
    } catch (error) {
      if (error instanceof CommandUnansweredError) {
        throw new ProblemException(503, 'no-answer', 'Routing does not answer now. Send the same request with the same Idempotency-Key again.');
      }
      throw error;
    }
  }
}
