import { AppendOutcomeUnknownError, FencedError, StoreUnavailableError } from '@madoguchi/event-sourcing';
import pg from 'pg';
import { FENCED_SQLSTATE } from './schema.js';

/** The server answered, and what it answered is an error of this one statement: the transaction is certainly undone. */
const statementFailed = (error: unknown): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && !/^(08|57P)/.test(error.code ?? '');

export const connectionFailed = (error: unknown): boolean => !statementFailed(error);

/** Classes 22 and 42: the statement or its values are wrong, and stay wrong when it is tried again. */
const isOurMistake = (error: pg.DatabaseError): boolean => /^(22|42)/.test(error.code ?? '');

/** Code and message only: PostgreSQL's `detail` may quote a row, and rows hold what customers wrote. */
const reasonOf = (error: unknown): string =>
  error instanceof pg.DatabaseError ? `${error.code} ${error.message}` : error instanceof Error ? error.message : String(error);

export const unavailable = (error: unknown): StoreUnavailableError =>
  new StoreUnavailableError(`PostgreSQL cannot be used now (${reasonOf(error)}); nothing was stored`);

/** Why a read failed. */
export const readFailure = (error: unknown): Error =>
  statementFailed(error) && isOurMistake(error) ? new Error(`PostgreSQL refused to read the log: ${reasonOf(error)}`) : unavailable(error);

/**
 * Why a statement that appends failed after it was sent. Server errors undo it; also a cancelled one, because
 * PostgreSQL heeds no time-out any more once it commits. A lost connection says nothing about what it did.
 */
export const appendFailure = (error: unknown): Error => {
  if (!statementFailed(error)) {
    return new AppendOutcomeUnknownError(`The connection to PostgreSQL was lost during an append (${reasonOf(error)})`);
  }
  return error.code === FENCED_SQLSTATE ? new FencedError() : unavailable(error);
};
