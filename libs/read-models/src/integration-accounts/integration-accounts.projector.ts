import type { IntegrationAccountEvent } from '@madoguchi/accounts';
import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import { In } from 'typeorm';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { foldAccount } from './fold-account.js';
import { IntegrationAccountRow } from './integration-account-row.entity.js';

export const integrationAccountsProjector: Projector = {
  name: 'integration_accounts_v3',
  categories: ['integration_account'],
  tables: ['integration_accounts_v3'],
  async apply(events, transaction) {
    const recorded = events as readonly Recorded<IntegrationAccountEvent>[];
    const ids = [...new Set(recorded.map((event) => idOf(event.stream)))];
    const rows = new Map((await transaction.findBy(IntegrationAccountRow, { id: In(ids) })).map((row) => [row.id, row]));
    for (const event of recorded) {
      const id = idOf(event.stream);
      const row = foldAccount(rows.get(id), event);
      if (row) rows.set(id, row);
    }
    await upsertRows(transaction, IntegrationAccountRow, [...rows.values()]);
  },
};
