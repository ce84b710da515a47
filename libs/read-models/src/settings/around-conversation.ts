import type { Hours } from '@madoguchi/accounts';
import type { DataSource } from 'typeorm';

/** What a text to a customer may speak of, besides who talks with whom. */
export interface AroundConversation {
  readonly contactWindowName: string | null;
  /** Of the queue; null: it has none. */
  readonly hours: Hours | null;
  /** The organisation's. */
  readonly timeZone: string;
}

export const aroundConversation = async (
  database: DataSource,
  tenantId: string,
  { accountId, queueId }: { readonly accountId: string; readonly queueId: string | null },
): Promise<AroundConversation> => {
  const [row] = await database.query<{ contact_window: string | null; hours: Hours | null; time_zone: string | null }[]>(
    `select
       (select "window".name from integration_accounts_v3 account
        join settings_v1 "window" on "window".kind = 'contact_window' and "window".id = account.contact_window_id
        where account.tenant_id = $1 and account.id = $2) as contact_window,
       (select hours.body -> 'hours' from settings_v1 queue
        join settings_v1 hours on hours.kind = 'business_hours' and hours.id = queue.body -> 'policy' ->> 'businessHoursId'
        where queue.tenant_id = $1 and queue.kind = 'queue' and queue.id = $3) as hours,
       (select body ->> 'timeZone' from settings_v1 where tenant_id = $1 and kind = 'organisation' and id = $1) as time_zone`,
    [tenantId, accountId, queueId],
  );
  return { contactWindowName: row?.contact_window ?? null, hours: row?.hours ?? null, timeZone: row?.time_zone ?? 'UTC' };
};
