import { type Decider, Refusal, type StreamName, streamName } from '@madoguchi/event-sourcing';
import type { AuditEvent } from './events.js';

export const AUDIT = 'audit';

export const auditStream = (exportId: string): StreamName => streamName(AUDIT, exportId);

type DataOf<Type extends AuditEvent['type']> = Extract<AuditEvent, { type: Type }>['data'];

export type AuditCommand =
  | ({ readonly type: 'StartEventExport' } & DataOf<'EventExportStarted'>)
  | ({ readonly type: 'EndEventExport' } & DataOf<'EventExportEnded'>);

export type ExportState = 'none' | 'started' | 'ended';

export const auditDecider: Decider<ExportState, AuditCommand, AuditEvent> = {
  initialState: () => 'none',
  evolve: (state, event) => {
    switch (event.type) {
      case 'EventExportStarted':
        return 'started';
      case 'EventExportEnded':
        return 'ended';
      default:
        return state;
    }
  },
  decide: ({ type, ...data }, state) => {
    if (type === 'StartEventExport') {
      return state === 'none' ? [{ type: 'EventExportStarted', data: data as DataOf<'EventExportStarted'> }] : [];
    }
    if (state === 'none') throw new Refusal('no-such-export', 'There is no such export.');
    return state === 'started' ? [{ type: 'EventExportEnded', data: data as DataOf<'EventExportEnded'> }] : [];
  },
};
