/** PostgreSQL prepares it once per connection, under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Every question here wants the next rows in an order that an index has; a log without statistics yet would be sorted whole. */
export const ORDERED_INDEX_SCANS = 'set enable_seqscan = off; set enable_bitmapscan = off';

const COLUMNS = 'position, stream, version, id, type, schema_version, data, metadata, (extract(epoch from recorded_at) * 1000)::bigint';

/** Values: stream, version behind which to begin. */
export const EVENTS_OF_STREAM: Statement = {
  name: 'events of stream',
  text: `select ${COLUMNS} from event_log.events where stream = $1 and version > $2 order by version`,
};

/** Values: an array of ids. */
export const EVENTS_BY_ID: Statement = {
  name: 'events by id',
  text: `select ${COLUMNS} from event_log.events where id = any ($1::uuid[]) order by position`,
};

export const LAST_POSITION: Statement = {
  name: 'last position',
  text: 'select coalesce(max(position), 0) from event_log.events',
};

/** Values: position behind which to begin. */
export const pageOfLog = (size: number): Statement => ({
  name: `page of ${size}`,
  text: `select ${COLUMNS} from event_log.events where position > $1 order by position limit ${size}`,
});

/**
 * Values: position, then the categories. One ordered scan per category, merged: none is read further than the page needs.
 * For `position + 0` see the index in schema.ts.
 */
export const pageOfCategories = (count: number, size: number): Statement => {
  const scans = Array.from(
    { length: count },
    (_, index) =>
      `(select *, position + 0 as place from event_log.events where category = $${index + 2} and position + 0 > $1 order by place)`,
  );
  return {
    name: `page of ${size}, ${count} categories`,
    text: `select ${COLUMNS} from (${scans.join(' union all ')}) as wanted order by place limit ${size}`,
  };
};
