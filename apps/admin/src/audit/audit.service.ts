import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { auditDecider, auditStream } from '@madoguchi/accounts';
import type { EventStore } from '@madoguchi/event-sourcing';
import { type AuditFilter, type AuditRow, listAudit } from '@madoguchi/read-models';
import { listUsers } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import { asCommand } from '../as-command.js';
import type { SignedInAdmin } from '../signed-in.js';
import { DATABASE, EVENT_STORE } from '../tokens.js';
import type { AuditExportQuery, AuditQuery } from './audit-query.js';

/** One thing that somebody did, or was refused. */
export interface AuditEntry {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** Null where the log-in is not there any more. */
  readonly person: { readonly id: string; readonly name: string | null };
  /** What it is about: `queue`, `integration_account`, …, or `refusal`. */
  readonly kind: string;
  /** The event, as docs/events.md describes it. */
  readonly event: string;
  readonly subjectId: string;
  /** Names of what changed, and values that are neither secret nor about a person. */
  readonly details: object;
}

export interface AuditEntries {
  readonly items: readonly AuditEntry[];
  readonly nextCursor: string | null;
}

const PAGE_OF_EXPORT = 500;

@Injectable()
export class Audit {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
  ) {}

  /** Newest first. */
  async list(admin: SignedInAdmin, query: AuditQuery): Promise<AuditEntries> {
    const { items, nextCursor } = await listAudit(this.database, filterOf(admin, query), query.limit, query.cursor);
    const names = await this.names(admin);
    return { items: items.map((row) => entryOf(row, names)), nextCursor };
  }

  /** Says in the log that somebody took it, then gives what stands before that, page by page. */
  async export(admin: SignedInAdmin, query: AuditExportQuery): Promise<AsyncGenerator<readonly AuditEntry[]>> {
    const { format, from, to, person, kind } = query;
    const id = randomUUID();
    const record = { type: 'RecordAuditExport', format, from, to, person, kind } as const;
    const [taken] = await asCommand(this.store, admin, auditDecider, auditStream(id), record, id);
    return this.pages({ ...filterOf(admin, query), before: taken?.position }, await this.names(admin));
  }

  private async *pages(filter: AuditFilter, names: ReadonlyMap<string, string>): AsyncGenerator<readonly AuditEntry[]> {
    for (let cursor: string | undefined; ;) {
      const { items, nextCursor } = await listAudit(this.database, filter, PAGE_OF_EXPORT, cursor);
      yield items.map((row) => entryOf(row, names));
      if (nextCursor === null) return;
      cursor = nextCursor;
    }
  }

  private async names({ tenantId }: SignedInAdmin): Promise<ReadonlyMap<string, string>> {
    return new Map((await listUsers(this.database, tenantId)).map(({ id, name }) => [id, name]));
  }
}

const filterOf = ({ tenantId }: SignedInAdmin, { from, to, person, kind, subject }: AuditQuery): AuditFilter => ({
  tenantId,
  from: from === undefined ? undefined : new Date(from),
  to: to === undefined ? undefined : new Date(to),
  personId: person,
  kind,
  subjectId: subject,
});

const entryOf = (row: AuditRow, names: ReadonlyMap<string, string>): AuditEntry => ({
  id: row.id,
  at: row.occurredAt.toISOString(),
  person: { id: row.personId, name: names.get(row.personId) ?? null },
  kind: row.kind,
  event: row.eventType,
  subjectId: row.subjectId,
  details: row.details,
});
