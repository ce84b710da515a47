import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * Inserts the rows, or replaces those with the same primary key, in one statement of one parameter: a batch of
 * thousands stays far from the limit of 65,535 parameters. Columns that a row leaves undefined become null; a time that PostgreSQL does not
 * take becomes the nearest that it takes.
 */
export const upsertRows = async <Row extends ObjectLiteral>(
  transaction: EntityManager,
  target: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> => {
  if (rows.length === 0) return;
  const { tableName, columns, primaryColumns } = transaction.connection.getMetadata(target);
  const names = columns.map((column) => `"${column.databaseName}"`).join(', ');
  const key = primaryColumns.map((column) => `"${column.databaseName}"`).join(', ');
  const changes = columns
    .filter((column) => !column.isPrimary)
    .map((column) => `"${column.databaseName}" = excluded."${column.databaseName}"`)
    .join(', ');
  const records = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column.databaseName, storableTime(row[column.propertyName])])),
  );
  await transaction.query(
    `insert into "${tableName}" (${names})
     select ${names} from jsonb_populate_recordset(null::"${tableName}", $1::jsonb)
     on conflict (${key}) do update set ${changes}`,
    [storableJson(records)],
  );
};

const EARLIEST = Date.parse('0001-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** A log may hold times of years with five digits or none, which ISO 8601 writes with a sign: a projector must not stand still before them. */
const storableTime = (value: unknown): unknown =>
  value instanceof Date ? new Date(Math.min(Math.max(value.getTime(), EARLIEST), LATEST)) : value;

/**
 * PostgreSQL's text knows neither NUL nor half of a surrogate pair, and a customer can send both: they become U+FFFD,
 * because a projector must not stand still before a message. JSON.stringify writes exactly these as `\u0000` and `\ud8…`.
 */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value).replace(/\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g, (escape) => (/^\\u(?:0000|d)/.test(escape) ? '\\ufffd' : escape));
