import type { NatsConnection } from '@madoguchi/jetstream';
import type { SealedLog } from '@madoguchi/personal-data';
import type { DataSource } from 'typeorm';

/** What the service is made of, opened by `main.ts` and closed at its end. */
export interface ConversationStoreParts {
  readonly log: Pick<SealedLog, 'store' | 'raw' | 'pseudonyms' | 'erasures'>;
  /** Of the read models. */
  readonly database: DataSource;
  readonly connection: NatsConnection;
}
