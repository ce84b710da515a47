import { IsIn, IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';
import { PageQuery } from '../page-query.js';

const TIME_IS = '$property must be a day such as 2026-11-23, or a time in UTC such as 2026-11-23T10:00:00Z';

/** What is left out does not narrow. */
export class AuditQuery extends PageQuery {
  /** At this time or later. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: TIME_IS })
  from?: string;

  /** Before. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: TIME_IS })
  to?: string;

  /** The id of a member. */
  @IsOptional()
  @IsUUID('all', { message: 'person must be the id of a member' })
  person?: string;

  /** What it is about: `queue`, `integration_account`, …, or `refusal`. */
  @IsOptional()
  @Matches(/^[a-z_]{1,50}$/, { message: 'kind must be as in the entries: refusal, audit, role, queue, integration_account, …' })
  kind?: string;

  /** The id of the account, queue, role … that it is about. */
  @IsOptional()
  @IsUUID('all', { message: 'subject must be the id of what it is about' })
  subject?: string;
}

export class AuditExportQuery extends AuditQuery {
  @IsIn(['ndjson', 'csv'], { message: 'format must be ndjson or csv' })
  format: 'ndjson' | 'csv' = 'ndjson';
}
