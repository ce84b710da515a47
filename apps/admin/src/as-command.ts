import {
  type Decider,
  derivedId,
  type DomainEvent,
  type EventStore,
  handleCommand,
  type RecordedEvent,
  Refusal,
  startOf,
  type StreamName,
} from '@madoguchi/event-sourcing';
import { ProblemException } from '@madoguchi/service-kit';
import type { SignedInAdmin } from './signed-in.js';

export interface AsCommandOptions {
  /** The version of the stream that the person saw (`If-Match`, or a version in the body). */
  readonly expectedVersion?: number;
  /** Default: the clock of this machine. */
  readonly now?: () => Date;
}

/** Refusals that are no conflict with what somebody else did. */
const STATUS: Readonly<Record<string, number>> = {
  'it-changed': 412,
  'too-busy': 503,
  'no-such-stream': 404,
  'form-gone': 410,
  'no-text': 422,
  'periods-overlap': 422,
};

/** What was asked for is not as it should be, whatever the state. */
const WRONG_INPUT = /^(bad|unknown)-/;

/**
 * The one way in which a request of an administrator becomes a command: the same idempotency key is the same command, however often it
 * comes, as long as it goes to the same stream.
 *
 * @returns the events of the command; empty when there was nothing to do
 * @throws ProblemException with the refusal's code and details: 412 `it-changed` when somebody was faster, 404 when the stream belongs to
 *   another tenant or does not exist, else 409
 */
export const asCommand = async <State, Command, Event extends DomainEvent>(
  store: EventStore,
  admin: Pick<SignedInAdmin, 'tenantId' | 'userId'>,
  decider: Decider<State, Command, Event>,
  stream: StreamName,
  command: Command,
  idempotencyKey: string,
  { expectedVersion, now = () => new Date() }: AsCommandOptions = {},
): Promise<readonly RecordedEvent<Event>[]> => {
  const cause = causeOf(admin, idempotencyKey);
  try {
    return await handleCommand(store, decider, stream, command, cause, { now, seenVersion: expectedVersion });
  } catch (error) {
    throw problemOfRefusal(error);
  }
};

/** Whether this very request was recorded before: what it brought beside its events, such as secrets, is not taken again. */
export const wasRecorded = async (
  store: Pick<EventStore, 'readStream'>,
  admin: Pick<SignedInAdmin, 'tenantId' | 'userId'>,
  stream: StreamName,
  idempotencyKey: string,
): Promise<boolean> => {
  const { commandId } = causeOf(admin, idempotencyKey);
  return (await store.readStream(stream)).some(({ metadata }) => metadata.commandId === commandId);
};

/** What an administrator asked for, as the start of a chain. */
export const causeOf = ({ tenantId, userId }: Pick<SignedInAdmin, 'tenantId' | 'userId'>, idempotencyKey: string) =>
  startOf(tenantId, { kind: 'admin', id: userId }, derivedId('admin', tenantId, userId, idempotencyKey));

/** The problem that tells of a refusal; anything else as it is. */
export const problemOfRefusal = (error: unknown): unknown => {
  if (!(error instanceof Refusal)) return error;
  const status = STATUS[error.code] ?? (WRONG_INPUT.test(error.code) ? 422 : error.code.startsWith('no-such-') ? 404 : 409);
  return new ProblemException(status, error.code, error.message, error.details);
};
