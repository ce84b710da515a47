import { SHELF, type ShelfEvent } from '@madoguchi/conversation';
import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import { In } from 'typeorm';
import { indexedText } from '../indexed-text.js';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { ShelvedItemRow } from './shelved-item-row.entity.js';

export const accountShelfProjector: Projector = {
  name: 'account_shelf_v2',
  categories: [SHELF],
  tables: ['account_shelf_v2'],
  async apply(events, transaction) {
    const recorded = events as readonly Recorded<ShelfEvent>[];
    const imported = recorded.flatMap(({ type, stream }) => (type === 'ShelvedItemImported' ? [idOf(stream)] : []));
    const known = imported.length > 0 ? await transaction.findBy(ShelvedItemRow, { id: In(imported) }) : [];
    const rows = new Map(known.map((row) => [row.id, row]));
    for (const event of recorded) {
      const id = idOf(event.stream);
      const row = rows.get(id);
      if (event.type === 'WebhookItemShelved') rows.set(id, shelved(id, event));
      else if (event.type === 'ShelvedItemImported' && row) row.importedAt = new Date(event.data.importedAt);
    }
    await upsertRows(transaction, ShelvedItemRow, [...rows.values()]);
  },
};

const shelved = (id: string, { data, metadata, position }: Extract<Recorded<ShelfEvent>, { type: 'WebhookItemShelved' }>): ShelvedItemRow =>
  Object.assign(new ShelvedItemRow(), {
    id,
    tenantId: metadata.tenantId,
    accountId: data.accountId,
    kind: indexedText(data.kind),
    why: data.why ?? null,
    position,
    receivedAt: new Date(data.receivedAt),
    importedAt: null,
  } satisfies ShelvedItemRow);
