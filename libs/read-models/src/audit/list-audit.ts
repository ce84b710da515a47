import type { Position } from '@madoguchi/event-sourcing';
import type { DataSource } from 'typeorm';
import { readCursor, writeCursor } from '../cursor.js';
import { AuditRow } from './audit-row.entity.js';

export interface AuditFilter {
  readonly tenantId: string;
  /** At this time or later. */
  readonly from?: Date;
  /** Before. */
  readonly to?: Date;
  readonly personId?: string;
  /** A category of streams, or `refusal`. */
  readonly kind?: string;
  /** Of the stream: everything that was done to one thing. */
  readonly subjectId?: string;
  /** Only what stands before this place of the log. */
  readonly before?: Position;
}

export interface AuditPage {
  readonly items: readonly AuditRow[];
  readonly nextCursor: string | null;
}

/** Newest first. @throws InvalidCursorError */
export const listAudit = async (database: DataSource, filter: AuditFilter, limit: number, cursor?: string): Promise<AuditPage> => {
  const { tenantId, from, to, personId, kind, subjectId, before } = filter;
  const [position, id] = cursor === undefined ? [] : readCursor(cursor, 2);
  const rows = await database.manager
    .createQueryBuilder(AuditRow, 'audit')
    .where('audit.tenantId = :tenantId', { tenantId })
    .andWhere(from ? 'audit.occurredAt >= :from' : 'true', { from })
    .andWhere(to ? 'audit.occurredAt < :to' : 'true', { to })
    .andWhere(personId ? 'audit.personId = :personId' : 'true', { personId })
    .andWhere(kind ? 'audit.kind = :kind' : 'true', { kind })
    .andWhere(subjectId ? 'audit.subjectId = :subjectId' : 'true', { subjectId })
    .andWhere(before ? 'audit.position < :before::bigint' : 'true', { before })
    .andWhere(position ? '(audit.position, audit.id) < (:position::bigint, :id::uuid)' : 'true', { position, id })
    .orderBy('audit.position', 'DESC')
    .addOrderBy('audit.id', 'DESC')
    .limit(limit + 1)
    .getMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && rows.length > limit ? writeCursor([last.position, last.id]) : null };
};
