import { StoreUnavailableError } from '@madoguchi/event-sourcing';
import pg from 'pg';
import { type DataSource, QueryFailedError } from 'typeorm';

/**
 * One statement about keys.
 *
 * @throws StoreUnavailableError when the database does not answer: it is asked before anything is stored, so nothing was
 */
export const ask = async <Row>(database: Pick<DataSource, 'query'>, text: string, values: readonly unknown[]): Promise<Row[]> => {
  try {
    return await database.query<Row[]>(text, [...values]);
  } catch (error) {
    const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
    if (cause instanceof pg.DatabaseError && !/^(08|53|57P)/.test(cause.code ?? ''))
      throw new Error(`The keys of personal data cannot be read: ${cause.code} ${cause.message}`);
    throw new StoreUnavailableError('The keys of personal data cannot be reached now; nothing was stored');
  }
};
