import type { DataSource } from 'typeorm';

/** Something that uses a setting. */
export interface BoundThing {
  /** A resource of the API: `integration-accounts`, `queues`, … */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

export type BindableKind = 'business_hours' | 'contact_window' | 'content_profile' | 'queue' | 'skill' | 'language';

const accounts = (field: string) =>
  `select 'integration-accounts' as kind, id, name from integration_accounts_v3
   where tenant_id = $1 and deleted_at is null and ${field} = $2`;

const settings = (resource: string, kind: string, condition: string) =>
  `select '${resource}' as kind, id, name from settings_v1 where tenant_id = $1 and kind = '${kind}' and not archived and ${condition}`;

const BOUND: Readonly<Record<BindableKind, readonly string[]>> = {
  business_hours: [
    accounts(`state ->> 'businessHoursId'`),
    settings('contact-windows', 'contact_window', `body ->> 'businessHoursId' = $2`),
    settings('queues', 'queue', `body -> 'policy' ->> 'businessHoursId' = $2`),
    settings('agents', 'agent', `body ->> 'workingHoursId' = $2`),
  ],
  contact_window: [accounts('contact_window_id')],
  content_profile: [
    accounts(`state ->> 'contentProfileId'`),
    settings('organisation', 'organisation', `body ->> 'defaultContentProfileId' = $2`),
  ],
  queue: [
    accounts('queue_id'),
    settings('queues', 'queue', `id <> $2 and body -> 'policy' -> 'overflow' ->> 'queueId' = $2`),
    settings('agents', 'agent', `body -> 'queueIds' ? $2`),
    `select 'conversations' as kind, id, 'a conversation that is not closed' as name from agent_inbox_v3
     where tenant_id = $1 and queue_id = $2 and status <> 'closed' limit 5`,
  ],
  skill: [
    settings('agents', 'agent', `body -> 'skills' ? $2`),
    settings(
      'queues',
      'queue',
      `(body -> 'policy' -> 'requires' -> 'skills' ? $2 or exists (
         select from jsonb_array_elements(body -> 'policy' -> 'rings') ring
         where ring -> 'minimumLevels' ? $2 or ring -> 'droppedSkills' ? $2))`,
    ),
  ],
  language: [settings('agents', 'agent', `body -> 'languages' ? $2`)],
};

/** Everything in a tenant that uses one of its settings, by kind and name. `id`: of skills and languages their key. */
export const thingsBoundTo = (database: DataSource, tenantId: string, kind: BindableKind, id: string): Promise<BoundThing[]> =>
  database.query<BoundThing[]>(
    `select * from (${BOUND[kind].map((select) => `(${select})`).join(' union all ')}) bound order by kind, name, id`,
    [tenantId, id],
  );
