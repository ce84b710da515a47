import type { IntegrationAccountEvent } from '@madoguchi/accounts';
import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import { In } from 'typeorm';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { IntegrationAccountRow } from './integration-account-row.entity.js';

export const integrationAccountsProjector: Projector = {
  name: 'integration_accounts_v2',
  categories: ['integration_account'],
  tables: ['integration_accounts_v2'],
  async apply(events, transaction) {
    const recorded = events as readonly Recorded<IntegrationAccountEvent>[];
    const ids = [...new Set(recorded.map((event) => idOf(event.stream)))];
    const rows = new Map((await transaction.findBy(IntegrationAccountRow, { id: In(ids) })).map((row) => [row.id, row]));
    for (const event of recorded) {
      const id = idOf(event.stream);
      const row = event.type === 'IntegrationAccountAdded' ? added(event, id) : rows.get(id);
      if (!row) continue;
      change(row, event);
      row.version = event.version;
      rows.set(id, row);
    }
    await upsertRows(transaction, IntegrationAccountRow, [...rows.values()]);
  },
};

type Added = Extract<Recorded<IntegrationAccountEvent>, { type: 'IntegrationAccountAdded' }>;

const added = ({ data, metadata }: Added, id: string): IntegrationAccountRow =>
  Object.assign(new IntegrationAccountRow(), {
    id,
    tenantId: metadata.tenantId,
    type: data.accountType,
    name: data.name,
    webhookKey: data.webhookKey,
    platformAccountId: null,
    queueId: null,
    linked: false,
    unlinkedReason: null,
    addedAt: new Date(metadata.occurredAt),
  } satisfies Omit<IntegrationAccountRow, 'version'>);

const change = (row: IntegrationAccountRow, event: Recorded<IntegrationAccountEvent>): void => {
  switch (event.type) {
    case 'IntegrationAccountRenamed':
      row.name = event.data.name;
      return;
    case 'IntegrationAccountApplied':
      row.platformAccountId = event.data.platformAccountId ?? row.platformAccountId;
      return;
    case 'IntegrationAccountRouted':
      row.queueId = event.data.queueId;
      return;
    case 'IntegrationAccountLinked':
      row.linked = true;
      row.unlinkedReason = null;
      return;
    case 'IntegrationAccountUnlinked':
      row.linked = false;
      row.unlinkedReason = event.data.reason;
      return;
    default:
      return;
  }
};
