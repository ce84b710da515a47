import type { DataSource } from 'typeorm';
import { ask } from './ask.js';

export interface KeyRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly subject: string;
  readonly wrapped_key: Buffer | null;
}

interface Question {
  readonly tenantId: string;
  readonly subject: string;
  answer(row: KeyRow | undefined): void;
  fail(error: unknown): void;
}

/**
 * Finds the key in use of a person. While one question is under way the next ones wait and go together: a thousand people who write at
 * once cost a few questions.
 *
 * @throws StoreUnavailableError when the keys cannot be had now
 */
export const findKeys = (database: Pick<DataSource, 'query'>): ((tenantId: string, subject: string) => Promise<KeyRow | undefined>) => {
  let waiting: Question[] = [];
  let asking = false;

  const askAll = async (): Promise<void> => {
    asking = true;
    while (waiting.length > 0) {
      const questions = waiting;
      waiting = [];
      try {
        const rows = await ask<KeyRow>(
          database,
          `select k.id, k.tenant_id, k.subject, k.wrapped_key from unnest($1::text[], $2::text[]) as asked (tenant_id, subject)
           join personal_keys k on k.tenant_id = asked.tenant_id and k.subject = asked.subject and k.wrapped_key is not null`,
          [questions.map(({ tenantId }) => tenantId), questions.map(({ subject }) => subject)],
        );
        const found = new Map(rows.map((row) => [placeOf(row.tenant_id, row.subject), row]));
        for (const { tenantId, subject, answer } of questions) answer(found.get(placeOf(tenantId, subject)));
      } catch (error) {
        for (const { fail } of questions) fail(error);
      }
    }
    asking = false;
  };

  return (tenantId, subject) =>
    new Promise((answer, fail) => {
      waiting.push({ tenantId, subject, answer, fail });
      if (!asking) void askAll();
    });
};

const placeOf = (tenantId: string, subject: string): string => `${tenantId}/${subject}`;
