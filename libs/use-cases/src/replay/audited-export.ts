import { auditDecider, auditStream, type AuditCommand } from '@madoguchi/accounts';
import { type Actor, derivedId, type EventStore, handleCommand, type Position, startOf } from '@madoguchi/event-sourcing';
import type { EventFilter } from './event-filter.js';
import type { ReplayPage } from './replay.js';

export interface ExportRequest {
  /** A uuid, new for each export. */
  readonly exportId: string;
  readonly tenantId: string;
  readonly actor: Actor;
  readonly through: 'API' | 'command line';
  readonly format: string;
  readonly personalData: 'sealed' | 'open';
  readonly filter: EventFilter;
  readonly after: Position;
  readonly upTo: Position;
}

/** Passes pages on and counts them; records the end when they have ended or nobody wants them any more. */
export type AuditedPages = (pages: AsyncIterable<ReplayPage>) => AsyncGenerator<ReplayPage>;

/**
 * Records who takes what out of the log, before anything of it leaves.
 *
 * @throws what the log throws: then nothing may leave
 */
export const startAuditedExport = async (store: EventStore, request: ExportRequest, now: () => Date): Promise<AuditedPages> => {
  const { exportId, tenantId, actor, filter, through, format, personalData, after, upTo } = request;
  const { tenantId: _, ...events } = filter;
  const record = (command: AuditCommand) => {
    const cause = startOf(tenantId, actor, derivedId('export', exportId, command.type));
    return handleCommand(store, auditDecider, auditStream(exportId), command, cause, { now });
  };

  await record({ type: 'StartEventExport', through, format, personalData, events, after, upTo });

  return async function* (pages) {
    let count = 0;
    let outcome: 'complete' | 'broken off' = 'broken off';
    try {
      for await (const page of pages) {
        count += page.events.length;
        yield page;
      }
      outcome = 'complete';
    } finally {
      await record({ type: 'EndEventExport', outcome, count });
    }
  };
};
