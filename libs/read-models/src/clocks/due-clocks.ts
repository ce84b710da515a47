import type { Hours } from '@madoguchi/accounts';
import { type Clock, dueAction, type DueAction, type QueuePolicy } from '@madoguchi/routing';
import type { DataSource } from 'typeorm';
import { openTimeOf } from './open-time-of.js';

/** A conversation of which something is due, as it is stored: whoever looks later finds it too. */
export interface DueClock {
  readonly conversationId: string;
  readonly tenantId: string;
  /** The event that it follows from. */
  readonly causeId: string;
  readonly correlationId: string;
  /** The customer's, where it is known. */
  readonly language?: string;
  /** What to speak to whom no text is written for. */
  readonly fallbackLanguage?: string;
  /** Of the queue's hours; undefined: it is always open. */
  readonly timeZone?: string;
  /** Of the standing from which this was found. */
  readonly seen: number;
  readonly action: DueAction;
}

interface DueRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly language: string | null;
  readonly clock: Clock;
  readonly cause_id: string;
  readonly correlation_id: string;
  readonly policy: QueuePolicy | null;
  readonly policy_version: number | null;
  readonly hours: Hours | null;
}

/** Of all tenants, what is due for longest first. */
export const dueClocks = async (database: DataSource, now: Date, limit: number): Promise<readonly DueClock[]> => {
  const rows = await database.query<DueRow[]>(
    `select clock.id, clock.tenant_id, clock.language, clock.clock, clock.cause_id, clock.correlation_id,
       queue.policy, queue.policy_version, hours.hours
     from clocks_v1 clock
     left join clock_queues_v1 queue on queue.id = clock.queue_id and queue.tenant_id = clock.tenant_id
     left join clock_hours_v1 hours on hours.id = queue.policy ->> 'businessHoursId' and hours.tenant_id = clock.tenant_id
     where clock.due_at <= $1 order by clock.due_at limit $2`,
    [now, limit],
  );
  return rows.flatMap((row) => {
    const { policy, policy_version: policyVersion, hours } = row;
    const rules = policy && policyVersion !== null ? { policy, policyVersion, open: openTimeOf(hours ?? undefined) } : undefined;
    const action = dueAction(row.clock, rules, now);
    if (!action) return [];
    return {
      conversationId: row.id,
      tenantId: row.tenant_id,
      causeId: row.cause_id,
      correlationId: row.correlation_id,
      language: row.language ?? undefined,
      fallbackLanguage: policy?.texts.fallbackLanguage,
      timeZone: hours?.timeZone,
      seen: row.clock.standing.moved,
      action,
    };
  });
};
