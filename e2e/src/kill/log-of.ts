import type { RecordedEvent } from '@madoguchi/event-sourcing';
import pg from 'pg';

/** The whole log as it stands in the database, by position. */
export const logOf = async (databaseUrl: string): Promise<readonly RecordedEvent[]> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(
      'select position::text, stream, version, id, type, schema_version, data, metadata, recorded_at from event_log.events e order by e.position',
    );
    return rows.map(
      ({ schema_version, recorded_at, data, metadata, ...event }) =>
        ({
          ...event,
          schemaVersion: schema_version,
          recordedAt: recorded_at.toISOString(),
          data: JSON.parse(data) as object,
          metadata: JSON.parse(metadata) as unknown,
        }) as RecordedEvent,
    );
  } finally {
    await client.end();
  }
};

interface Row {
  readonly position: string;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: string;
  readonly metadata: string;
  readonly recorded_at: Date;
}
