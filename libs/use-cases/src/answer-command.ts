import type { CommandReply, CommandRequest } from '@madoguchi/contracts';
import {
  type Decider,
  type DomainEvent,
  type EventStore,
  handleCommand,
  type RecordedEvent,
  Refusal,
  type StreamName,
} from '@madoguchi/event-sourcing';

/**
 * Runs a command that another service asked for. A refusal, also of a request that is not whole, travels back as a value; what else
 * goes wrong is thrown, because it says nothing about the command.
 */
export const answerCommand = async <State, Command extends { readonly type: string }, Event extends DomainEvent>(
  store: EventStore,
  decider: Decider<State, Command, Event>,
  streamOf: (id: string) => StreamName,
  request: CommandRequest<Command>,
  now: () => Date,
): Promise<CommandReply> =>
  answered(() => {
    const { id, command, cause, seenVersion } = whole(request);
    return handleCommand(store, decider, readStream(streamOf, id), command, cause, { now, seenVersion });
  });

/** What was recorded, or why nothing was. */
export const answered = async (work: () => Promise<readonly RecordedEvent[]>): Promise<CommandReply> => {
  try {
    const recorded = await work();
    const events = recorded.map((event) => ({ id: event.id, type: event.type, position: event.position }));
    return { ok: true, version: recorded.at(-1)?.version ?? null, events };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, refusal: { code: error.code, message: error.message, details: error.details } };
  }
};

/** @throws Refusal `malformed-command` */
export const whole = <Command extends { readonly type: string }>(request: CommandRequest<Command>): CommandRequest<Command> => {
  const { command, cause } = request ?? {};
  if (typeof command?.type !== 'string' || typeof cause?.tenantId !== 'string' || typeof cause.commandId !== 'string') {
    throw new Refusal('malformed-command', 'A command needs an id, a command with its type, and a cause.');
  }
  return request;
};

/** @throws Refusal `malformed-command` */
export const readStream = (streamOf: (id: string) => StreamName, id: string): StreamName => {
  try {
    return streamOf(id);
  } catch {
    throw new Refusal('malformed-command', 'The id of a command is a lower-case uuid.');
  }
};
