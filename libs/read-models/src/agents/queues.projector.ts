import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import type { QueueEvent } from '@madoguchi/routing';
import { In } from 'typeorm';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { QueueRow } from './queue-row.entity.js';

export const queuesProjector: Projector = {
  name: 'queues_v1',
  categories: ['queue'],
  tables: ['queues_v1'],
  async apply(events, transaction) {
    const recorded = events as readonly Recorded<QueueEvent>[];
    const ids = [...new Set(recorded.map((event) => idOf(event.stream)))];
    const rows = new Map((await transaction.findBy(QueueRow, { id: In(ids) })).map((row) => [row.id, row]));
    for (const event of recorded) {
      const id = idOf(event.stream);
      const row = event.type === 'QueueCreated' ? Object.assign(new QueueRow(), { id, tenantId: event.metadata.tenantId }) : rows.get(id);
      if (!row) continue;
      if (event.type !== 'QueuePolicySet') {
        row.name = event.data.name ?? row.name;
        row.offerSeconds = event.data.offerSeconds ?? row.offerSeconds;
      }
      row.version = event.version;
      rows.set(id, row);
    }
    await upsertRows(transaction, QueueRow, [...rows.values()]);
  },
};
