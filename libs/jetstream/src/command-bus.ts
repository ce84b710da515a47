import { ClientNats, type MicroserviceOptions, Transport } from '@nestjs/microservices';
import { COMMAND_DEADLINE_MS, type CommandReply, type CommandRequest } from '@madoguchi/contracts';
import { firstValueFrom, timeout, TimeoutError } from 'rxjs';
import { serverAddress } from './server-address.js';

/** Nobody listens: certainly nothing was done. No answer in time: it may have been done. */
export class CommandUnansweredError extends Error {
  override readonly name = 'CommandUnansweredError';
  constructor(
    readonly subject: string,
    readonly outcome: 'not done' | 'unknown',
  ) {
    super(outcome === 'unknown' ? `No answer from ${subject} in time; it may have been done` : `Nobody listens on ${subject}`);
  }
}

const connection = (url: string, name: string) => ({
  ...serverAddress(url),
  name,
  maxReconnectAttempts: -1,
  reconnectTimeWait: 250,
  pingInterval: 5_000,
  maxPingOut: 2,
});

/** The side that answers, for `connectMicroservice`: copies of one service share the work. */
export const commandServer = (url: string, service: string): MicroserviceOptions => ({
  transport: Transport.NATS,
  options: { ...connection(url, `${service} commands`), queue: service, gracefulShutdown: true, gracePeriod: 500 },
});

/** The side that asks, over core NATS: every command gets an answer or an error within its deadline. */
export class CommandClient {
  private readonly client: ClientNats;

  constructor(url: string, service: string) {
    this.client = new ClientNats(connection(url, `${service} asks`));
  }

  connect(): Promise<unknown> {
    return this.client.connect();
  }

  /** @throws CommandUnansweredError */
  send<Command>(subject: string, request: CommandRequest<Command>): Promise<CommandReply> {
    return this.ask(subject, request, COMMAND_DEADLINE_MS);
  }

  /** A question that changes nothing. @throws CommandUnansweredError */
  async ask<Answer>(subject: string, question: object, deadlineMs: number): Promise<Answer> {
    try {
      return await firstValueFrom(this.client.send<Answer>(subject, question).pipe(timeout(deadlineMs)));
    } catch (error) {
      if (error instanceof TimeoutError) throw new CommandUnansweredError(subject, 'unknown');
      const message = error instanceof Error ? error.message : String(error);
      if (/no responders|empty response|connection lost|503/i.test(message)) throw new CommandUnansweredError(subject, 'not done');
      throw error;
    }
  }

  /** Something that nobody has to answer, and that may get lost. */
  tell(subject: string, fact: object): void {
    this.client.emit(subject, fact).subscribe({ error: () => undefined });
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
