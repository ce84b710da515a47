/** Raised by `event_log.append` when the writer's epoch has passed. */
export const FENCED_SQLSTATE = 'MD001';

/** Rings after every append. */
export const CHANNEL = 'event_log';

/**
 * The log's own tables; every statement may be run again.
 *
 * Positions come from one counter row that the append function locks before anything else. Whoever holds the lock sees
 * all that was committed before, and nobody commits in between: events become visible in the order of their positions,
 * and the checks of versions and ids are exact. A plain sequence would let a later position be seen before an earlier one.
 *
 * `data` and `metadata` are text: they hold JSON as JSON.stringify wrote it, with what jsonb refuses (NUL) or
 * would change (key order, numbers). For a look by hand: `select data::json ->> 'text' from event_log.events`.
 *
 * `position + 0` in the index by category keeps the planner from reading the whole log in the order of its key and
 * leaving out what is of another category, which it prefers as soon as most events are of one category.
 */
export const SCHEMA = `
create schema if not exists event_log;

create table if not exists event_log.counter (
  only_row boolean primary key default true check (only_row),
  position bigint not null,
  epoch bigint not null
) with (fillfactor = 10);

create table if not exists event_log.events (
  position bigint primary key check (position > 0),
  stream text not null,
  category text not null generated always as (split_part(stream, '-', 1)) stored,
  version integer not null check (version > 0),
  id uuid not null unique,
  type text not null,
  schema_version integer not null,
  data text not null,
  metadata text not null,
  tenant_id text not null,
  recorded_at timestamptz not null,
  unique (stream, version)
);

create index if not exists events_of_category on event_log.events (category, (position + 0));

insert into event_log.counter (position, epoch)
select coalesce(max(position), 0), 1 from event_log.events
on conflict do nothing;

create or replace function event_log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The log is append-only: % of % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create or replace trigger events_stay before update or delete or truncate on event_log.events
for each statement execute function event_log.refuse_change();

create or replace trigger counter_stays before delete or truncate on event_log.counter
for each statement execute function event_log.refuse_change();

create or replace function event_log.refuse_going_back() returns trigger language plpgsql as $$
begin
  if new.position < old.position or new.epoch < old.epoch then
    raise exception 'The counter of the log only goes up' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create or replace trigger counter_goes_up before update on event_log.counter
for each row execute function event_log.refuse_going_back();
`;

/**
 * Many appends in one statement, each with its own verdict: 'appended', 'conflict' (the stream is not at the expected
 * version), 'known' (an id is recorded already). `head` is the version of the stream before; the event at place p (from 0)
 * of the whole call gets position `base + p + 1`. Refused appends leave a gap in the positions.
 *
 * Appends that share a stream or an id come in different rounds, in order: the later one sees what the earlier one did.
 * An expected version of -1 means any.
 *
 * The planner's choices are fixed, because a plan made while the table was small would stay when it is large:
 * each stream and each id is looked up through its index, row by row.
 */
export const APPEND_FUNCTION = `
create or replace function event_log.append(
  writer_epoch bigint,
  append_streams text[], append_expected integer[], append_rounds integer[],
  event_appends integer[], event_indexes integer[], event_ids uuid[], event_types text[],
  event_schema_versions integer[], event_data text[], event_metadata text[], event_tenants text[]
) returns table (n integer, verdict text, head integer, base bigint, recorded_ms bigint)
language plpgsql
set enable_seqscan = off
set enable_nestloop = off
set plan_cache_mode = force_generic_plan
as $$
declare
  total constant integer := cardinality(event_ids);
  before_first bigint;
  taken_at timestamptz;
  known_appends integer[];
begin
  update event_log.counter c set position = c.position + total where c.epoch = writer_epoch
  returning c.position - total into before_first;
  if not found then
    raise exception 'fenced' using errcode = '${FENCED_SQLSTATE}';
  end if;
  taken_at := date_trunc('milliseconds', clock_timestamp());

  for this_round in 1 .. (select max(r) from unnest(append_rounds) as r) loop
    known_appends := array(
      select e.append from unnest(event_appends, event_ids) as e (append, id)
      where append_rounds[e.append] = this_round
      and (select s.version from event_log.events s where s.id = e.id) is not null
    );
    return query
    with seen as materialized (
      select a.n::integer as n, a.expected,
        coalesce((select s.version from event_log.events s where s.stream = a.stream order by s.version desc limit 1), 0) as head
      from unnest(append_streams, append_expected, append_rounds) with ordinality as a (stream, expected, round, n)
      where a.round = this_round
    ), judged as materialized (
      select s.n, s.head,
        case when s.n = any (known_appends) then 'known' when s.expected in (-1, s.head) then 'appended' else 'conflict' end as verdict
      from seen s
    ), stored as (
      insert into event_log.events as s
        (position, stream, version, id, type, schema_version, data, metadata, tenant_id, recorded_at)
      select before_first + e.place, append_streams[e.append], j.head + e.index + 1, e.id, e.type, e.schema_version,
        e.data, e.metadata, e.tenant, taken_at
      from unnest(event_appends, event_indexes, event_ids, event_types, event_schema_versions, event_data, event_metadata, event_tenants)
        with ordinality as e (append, index, id, type, schema_version, data, metadata, tenant, place)
      join judged j on j.n = e.append
      where j.verdict = 'appended'
      order by e.place
    )
    select j.n, j.verdict, j.head, before_first, (extract(epoch from taken_at) * 1000)::bigint from judged j;
  end loop;
  perform pg_notify('${CHANNEL}', '');
end $$;
`;

/** What the application's role may do: read and append. `role` comes quoted. */
export const privilegesFor = (role: string): string => `
revoke all on schema event_log from public;
revoke all on all tables in schema event_log from public;
revoke all on all functions in schema event_log from public;
revoke all on all tables in schema event_log from ${role};
grant usage on schema event_log to ${role};
grant select, insert on event_log.events to ${role};
grant select, update on event_log.counter to ${role};
grant execute on function event_log.append to ${role};
`;
