import { type Decider, Refusal, type StreamName, streamName } from '@madoguchi/event-sourcing';
import type { AuditEvent } from './events.js';

export const AUDIT = 'audit';

/** @param recordId of an export, of a refusal */
export const auditStream = (recordId: string): StreamName => streamName(AUDIT, recordId);

type DataOf<Type extends AuditEvent['type']> = Extract<AuditEvent, { type: Type }>['data'];

export type AuditCommand =
  | ({ readonly type: 'StartEventExport' } & DataOf<'EventExportStarted'>)
  | ({ readonly type: 'EndEventExport' } & DataOf<'EventExportEnded'>)
  | ({ readonly type: 'RecordRefusal' } & DataOf<'AccessRefused'>)
  | ({ readonly type: 'RecordAuditExport' } & DataOf<'AuditLogExported'>);

/** `ended`: also a record of one event. */
export type ExportState = 'none' | 'started' | 'ended';

export const auditDecider: Decider<ExportState, AuditCommand, AuditEvent> = {
  initialState: () => 'none',
  evolve: (state, event) => {
    switch (event.type) {
      case 'EventExportStarted':
        return 'started';
      case 'EventExportEnded':
      case 'AccessRefused':
      case 'AuditLogExported':
        return 'ended';
      default:
        return state;
    }
  },
  decide: ({ type, ...data }, state) => {
    switch (type) {
      case 'StartEventExport':
        return state === 'none' ? [{ type: 'EventExportStarted', data: data as DataOf<'EventExportStarted'> }] : [];
      case 'EndEventExport':
        if (state === 'none') throw new Refusal('no-such-export', 'There is no such export.');
        return state === 'started' ? [{ type: 'EventExportEnded', data: data as DataOf<'EventExportEnded'> }] : [];
      case 'RecordRefusal':
        return state === 'none' ? [{ type: 'AccessRefused', data: data as DataOf<'AccessRefused'> }] : [];
      case 'RecordAuditExport':
        return state === 'none' ? [{ type: 'AuditLogExported', data: data as DataOf<'AuditLogExported'> }] : [];
      default:
        return neverReached(type);
    }
  },
};

const neverReached = (type: never): never => {
  throw new Refusal('no-such-command', `An audit knows no command "${String(type)}".`);
};
