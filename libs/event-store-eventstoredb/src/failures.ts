import { type CommandError, convertToCommandError, ErrorType, isCommandError } from '@eventstore/db-client';
import { StoreUnavailableError } from '@madoguchi/event-sourcing';

/** The stream was deleted for good (a tombstone): nothing can be recorded in it any more. */
export class StreamDeletedError extends Error {
  override readonly name = 'StreamDeletedError';
  constructor(stream: string) {
    super(`${stream} was deleted for good in EventStoreDB; nothing was stored`);
  }
}

/** No answer came in time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(milliseconds: number) {
    super(`no answer within ${Math.round(milliseconds)} ms`);
  }
}

/** There was no connection through which to ask. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
  constructor(override readonly cause: unknown) {
    super(reasonOf(cause));
  }
}

/** The server's user may not do this. */
export class AccessRefused extends StoreUnavailableError {}

export const closed = (): StoreUnavailableError => new StoreUnavailableError('This event store is closed');

export const unavailable = (error: unknown): StoreUnavailableError =>
  error instanceof StoreUnavailableError
    ? error
    : new StoreUnavailableError(`EventStoreDB cannot be used now (${reasonOf(error)}); nothing was stored`);

export const accessRefused = (): AccessRefused =>
  new AccessRefused('EventStoreDB refuses the user of this address: check its name, its password and what it may do; nothing was stored');

/** Server's words and ours, no address: an address may bear a password. */
export const reasonOf = (error: unknown): string => {
  const { type, message } = asCommandError(error) ?? { type: undefined, message: error instanceof Error ? error.message : String(error) };
  return [type, message].filter(Boolean).join(': ');
};

export const isStreamNotFound = (error: unknown): boolean => asCommandError(error)?.type === ErrorType.STREAM_NOT_FOUND;

/** Why a question got no answer. StoreUnavailableError: it may be asked again. */
export const readFailure = (error: unknown): Error => {
  const failure = asCommandError(error);
  switch (failure?.type) {
    case ErrorType.ACCESS_DENIED:
      return accessRefused();
    case ErrorType.STREAM_DELETED:
      return new StreamDeletedError(String((failure as { streamName?: string }).streamName));
    case ErrorType.UNKNOWN:
      if (/invalid ?position/i.test(failure.message)) {
        return new Error(
          'There is no such place in this log: it was noted in another one. What was built from that one must be built again.',
        );
      }
      return isOurMistake(error) ? new Error(`EventStoreDB refused to read the log: ${reasonOf(error)}`) : unavailable(error);
    default:
      return unavailable(error);
  }
};

/** gRPC's INVALID_ARGUMENT, UNIMPLEMENTED: wrong today and tomorrow. */
const isOurMistake = (error: unknown): boolean => [3, 12].includes((error as { code?: number }).code ?? -1);

const asCommandError = (error: unknown): CommandError | undefined => {
  const converted: unknown = error instanceof Error ? convertToCommandError(error) : error;
  return converted instanceof Error && isCommandError(converted) ? converted : undefined;
};
