import type { ShelfEvent } from '@madoguchi/conversation';
import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { ShelvedItemRow } from './shelved-item-row.entity.js';

export const accountShelfProjector: Projector = {
  name: 'account_shelf_v1',
  categories: ['shelf'],
  tables: ['account_shelf_v1'],
  async apply(events, transaction) {
    const rows = (events as readonly Recorded<ShelfEvent>[])
      .filter(({ type }) => type === 'WebhookItemShelved')
      .map(({ stream, data, metadata }) =>
        Object.assign(new ShelvedItemRow(), {
          id: idOf(stream),
          tenantId: metadata.tenantId,
          accountId: data.accountId,
          kind: data.kind,
          receivedAt: new Date(data.receivedAt),
        } satisfies ShelvedItemRow),
      );
    await upsertRows(transaction, ShelvedItemRow, rows);
  },
};
