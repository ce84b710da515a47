import type { DataSource } from 'typeorm';
import { readCursor, writeCursor } from '../cursor.js';
import { SettingRow } from './setting-row.entity.js';
import type { SettingKind } from './setting-kinds.js';

export interface ListSettings {
  readonly tenantId: string;
  readonly kind: SettingKind;
  /** Those that are archived, instead of those that are not. */
  readonly archived: boolean;
  /** Only those whose state has all of this. */
  readonly having?: object;
  readonly cursor?: string;
  readonly limit: number;
}

export interface SettingsPage {
  readonly items: readonly SettingRow[];
  readonly nextCursor: string | null;
}

/** By name. @throws InvalidCursorError */
export const listSettings = async (database: DataSource, query: ListSettings): Promise<SettingsPage> => {
  const { tenantId, kind, archived, having, cursor, limit } = query;
  const behind = cursor === undefined ? undefined : readCursor(cursor, 2);
  const rows = await database.manager
    .createQueryBuilder(SettingRow, 'setting')
    .where('setting.tenantId = :tenantId and setting.kind = :kind and setting.archived = :archived', { tenantId, kind, archived })
    .andWhere(having ? 'setting.body @> :having' : 'true', { having: JSON.stringify(having ?? {}) })
    .andWhere(behind ? '(setting.name collate "C", setting.id) > (:name, :id)' : 'true', { name: behind?.[0], id: behind?.[1] })
    .orderBy('setting.name collate "C"')
    .addOrderBy('setting.id')
    .limit(limit + 1)
    .getMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && rows.length > limit ? writeCursor([last.name, last.id]) : null };
};

/** Whether another document of the kind has this name, as people read it. */
export const isNameTaken = async (database: DataSource, of: Pick<SettingRow, 'tenantId' | 'kind' | 'id' | 'name'>): Promise<boolean> => {
  const [row] = await database.query<{ taken: boolean }[]>(
    `select exists (select from settings_v1 where tenant_id = $1 and kind = $2 and id <> $3 and not archived and lower(name) = lower($4)) as taken`,
    [of.tenantId, of.kind, of.id, of.name.trim()],
  );
  return row?.taken === true;
};
