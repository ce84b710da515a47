import { stringify } from 'csv-stringify/sync';
import type { AuditEntry } from './audit.service.js';

const COLUMNS = ['at', 'person_id', 'person_name', 'kind', 'event', 'subject_id', 'details', 'id'];

const cells = ({ at, person, kind, event, subjectId, details, id }: AuditEntry) => [
  at,
  person.id,
  person.name ?? '',
  kind,
  event,
  subjectId,
  JSON.stringify(details),
  id,
];

/** A file of entries, piece by piece. In CSV, a cell that a spreadsheet would take for a formula gets a ' in front. */
export const AUDIT_FORMATS = {
  ndjson: {
    contentType: 'application/x-ndjson',
    head: '',
    rows: (entries: readonly AuditEntry[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  },
  csv: {
    contentType: 'text/csv; charset=utf-8; header=present',
    head: `${COLUMNS.join(',')}\n`,
    rows: (entries: readonly AuditEntry[]) => stringify(entries.map(cells), { escape_formulas: true }),
  },
} as const;
