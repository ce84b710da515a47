import { AUDIT, NAME_CLAIM } from '@madoguchi/accounts';
import { categoryOf, idOf, type RecordedEvent } from '@madoguchi/event-sourcing';
import { eventCatalogue, sealPersonalFields, withoutSecrets } from '@madoguchi/use-cases';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { AuditRow } from './audit-row.entity.js';

/** What administrators did, whatever it was about, and whatever stands in the audit streams. */
export const auditProjector: Projector = {
  name: 'audit_v1',
  categories: Object.keys(eventCatalogue),
  tables: ['audit_v1'],
  async apply(events, transaction) {
    await upsertRows(transaction, AuditRow, events.flatMap(rowOf));
  },
};

const rowOf = (event: RecordedEvent): AuditRow[] => {
  const { actor } = event.metadata;
  const category = categoryOf(event.stream);
  const refused = event.type === 'AccessRefused' ? (event.data as { userId: string }) : undefined;
  // Who has a name, says the thing that is called so.
  if (category === NAME_CLAIM || (category !== AUDIT && actor.kind !== 'admin')) return [];
  return [
    Object.assign(new AuditRow(), {
      id: event.id,
      position: event.position,
      tenantId: event.metadata.tenantId,
      occurredAt: new Date(event.metadata.occurredAt),
      personId: refused?.userId ?? ('id' in actor ? actor.id : actor.automation),
      kind: refused ? 'refusal' : category,
      eventType: event.type,
      subjectId: idOf(event.stream),
      details: sealPersonalFields(withoutSecrets(event)).data,
    } satisfies AuditRow),
  ];
};
