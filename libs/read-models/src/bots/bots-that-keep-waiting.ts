import type { DataSource } from 'typeorm';

/** A customer whom a bot lets wait longer than it may. */
export interface KeptWaiting {
  readonly conversationId: string;
  readonly tenantId: string;
  readonly epoch: number;
  readonly waitingSince: Date;
}

/** Beyond a bot's own deadline: what its answer needs to be recorded and projected. */
const GRACE_SECONDS = 10;
const WITHOUT_SETTING_SECONDS = 30;

/** Those who wait longest first, as many as `limit`. */
export const botsThatKeepWaiting = async (database: DataSource, now: Date, limit: number): Promise<readonly KeptWaiting[]> => {
  const rows = await database.query<{ id: string; tenant_id: string; control_epoch: number; waiting_since: Date }[]>(
    `select inbox.id, inbox.tenant_id, inbox.control_epoch, inbox.waiting_since
     from agent_inbox_v3 inbox
     left join settings_v1 bot on bot.kind = 'external_bot' and bot.id = inbox.bot_id
     where inbox.bot_id is not null and inbox.waiting_since is not null and inbox.status <> 'closed'
       and inbox.waiting_since < $1::timestamptz
         - make_interval(secs => coalesce((bot.body ->> 'deadlineSeconds')::float + ${GRACE_SECONDS}, ${WITHOUT_SETTING_SECONDS}))
     order by inbox.waiting_since limit $2`,
    [now, limit],
  );
  return rows.map((row) => ({
    conversationId: row.id,
    tenantId: row.tenant_id,
    epoch: row.control_epoch,
    waitingSince: row.waiting_since,
  }));
};
