import type { DataSource } from 'typeorm';

/** A skill or a language, as agents and queues name it. */
export interface SkillInUse {
  readonly kind: 'skill' | 'language';
  /** What the skill is called, or the tag of the language. */
  readonly key: string;
  /** How many agents have it, at a level above 0. */
  readonly agents: number;
  /** How many queues ask for it. */
  readonly queues: number;
  /** Whether it stands in the catalogue; what was named before there was one need not. */
  readonly known: boolean;
}

/** What somebody has or asks for, in the catalogue or not. By kind and key. */
export const skillsInUse = (database: DataSource, tenantId: string): Promise<SkillInUse[]> =>
  database.query<SkillInUse[]>(
    `with named as (
       select 'skill' as kind, skill.key, 1 as agents, 0 as queues
       from settings_v1 agent, jsonb_each(agent.body -> 'skills') skill
       where agent.tenant_id = $1 and agent.kind = 'agent' and not agent.archived and skill.value > '0'
       union all
       select 'language', language.key, 1, 0
       from settings_v1 agent, jsonb_each(agent.body -> 'languages') language
       where agent.tenant_id = $1 and agent.kind = 'agent' and not agent.archived and language.value > '0'
       union all
       select 'skill', skill.key, 0, 1
       from settings_v1 queue, jsonb_each(queue.body -> 'policy' -> 'requires' -> 'skills') skill
       where queue.tenant_id = $1 and queue.kind = 'queue' and not queue.archived
     )
     select kind, key, sum(agents)::int as agents, sum(queues)::int as queues, exists (
       select from settings_v1 entry
       where entry.tenant_id = $1 and entry.kind = 'skill' and entry.body @> jsonb_build_object('kind', named.kind, 'key', named.key)
     ) as known
     from named group by kind, key order by kind desc, key`,
    [tenantId],
  );
