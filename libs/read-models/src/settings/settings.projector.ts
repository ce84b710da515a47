import { categoryOf, idOf, type RecordedEvent } from '@madoguchi/event-sourcing';
import { In } from 'typeorm';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { SETTING_KINDS, settingFolds, type SettingKind } from './setting-kinds.js';
import { SettingRow } from './setting-row.entity.js';

export const settingsProjector: Projector = {
  name: 'settings_v1',
  categories: SETTING_KINDS,
  tables: ['settings_v1'],
  async apply(events, transaction) {
    const ids = [...new Set(events.map(({ stream }) => idOf(stream)))];
    const known = await transaction.findBy(SettingRow, { id: In(ids) });
    const rows = new Map(known.map((row) => [`${row.kind}-${row.id}`, row]));
    const changed = new Set<SettingRow>();
    for (const event of events) {
      const before = rows.get(event.stream);
      const after = rowAfter(before, event);
      if (!after) continue;
      if (before) changed.delete(before);
      changed.add(after);
      rows.set(event.stream, after);
    }
    await upsertRows(transaction, SettingRow, [...changed]);
  },
};

/** Undefined: it changes nothing. */
const rowAfter = (row: SettingRow | undefined, event: RecordedEvent): SettingRow | undefined => {
  const kind = categoryOf(event.stream) as SettingKind;
  const { initialState, evolve } = settingFolds[kind];
  const before = row?.body ?? initialState();
  const body: { readonly name?: string; readonly status?: string; readonly archived?: true } = evolve(before as never, event as never);
  if (body === before) return undefined;
  return Object.assign(new SettingRow(), {
    kind,
    id: idOf(event.stream),
    tenantId: row?.tenantId ?? event.metadata.tenantId,
    name: body.name ?? '',
    body,
    archived: body.archived ?? body.status === 'archived',
    version: event.version,
  } satisfies SettingRow);
};
