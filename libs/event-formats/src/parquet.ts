import type { ShownEvent } from '@madoguchi/use-cases';
import { type BasicType, ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { EVENT_COLUMNS, type EventColumn } from './event-columns.js';
import type { EventEncoder, EventFormat } from './event-format.js';

/** Rows that are held and written together; a reader skips whole groups by the smallest and largest value of a column. */
const GROUP_ROWS = 10_000;
/** Bytes of JSON that end a group earlier. */
const GROUP_BYTES = 16 * 1024 * 1024;

const TYPES: Readonly<Record<EventColumn['kind'], BasicType>> = {
  text: 'STRING',
  integer: 'INT32',
  position: 'INT64',
  time: 'TIMESTAMP',
  JSON: 'STRING',
};

type Cell = string | number | bigint | Date | null;

const cellOf = ({ kind, of }: EventColumn, event: ShownEvent): Cell => {
  const value = of(event);
  if (value === null) return null;
  if (kind === 'position') return BigInt(value);
  return kind === 'time' ? new Date(value) : value;
};

const columnsOf = (cells: readonly (readonly Cell[])[]): ColumnSource[] =>
  EVENT_COLUMNS.map(({ name, kind }, index) => ({ name, type: TYPES[kind], data: cells[index] as Cell[] }));

const noRows = EVENT_COLUMNS.map((): Cell[] => []);

/** Apache Parquet, compressed with Snappy. Its index stands at the end: a file that was broken off cannot be read, nor gone on with. */
export const parquet: EventFormat = {
  name: 'parquet',
  contentType: 'application/vnd.apache.parquet',
  canGoOn: false,
  start: (): EventEncoder => {
    const bytes = new ByteWriter();
    const file = new ParquetWriter({
      writer: bytes,
      schema: schemaFromColumnData({ columnData: columnsOf(noRows) }),
      createdBy: 'madoguchi',
    });
    let cells = EVENT_COLUMNS.map((): Cell[] => []);
    let held = 0;

    const writeGroup = (): void => {
      const rows = cells[0]!.length;
      if (rows > 0) void file.write({ columnData: columnsOf(cells), rowGroupSize: rows });
      cells = EVENT_COLUMNS.map((): Cell[] => []);
      held = 0;
    };

    /** The place in the file goes on, the buffer begins anew. */
    const written = (): Uint8Array => {
      const taken = bytes.getBytes().slice();
      bytes.index = 0;
      return taken;
    };

    return {
      encode: (events) => {
        for (const event of events) {
          for (const [index, column] of EVENT_COLUMNS.entries()) {
            const cell = cellOf(column, event);
            cells[index]!.push(cell);
            if (column.kind === 'JSON') held += (cell as string).length;
          }
          if (cells[0]!.length >= GROUP_ROWS || held >= GROUP_BYTES) writeGroup();
        }
        return written();
      },
      end: () => {
        writeGroup();
        void file.finish();
        return written();
      },
    };
  },
};
