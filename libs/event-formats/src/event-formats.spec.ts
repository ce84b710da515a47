import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { parse } from './testing/csv-reader.js';
import { EVENT_COLUMNS } from './event-columns.js';
import { EVENT_FORMATS, type EventFormat } from './index.js';
import { AWKWARD, exampleEvents } from './testing/example-events.js';

/** Everything at once, in pieces of this size. */
const bytesOf = (format: EventFormat, events: ReturnType<typeof exampleEvents>, size = 5): Uint8Array => {
  const encoder = format.start();
  const pieces = [];
  for (let start = 0; start < events.length; start += size) pieces.push(encoder.encode(events.slice(start, start + size)));
  pieces.push(encoder.end());
  return Buffer.concat(pieces);
};
const textOf = (...args: Parameters<typeof bytesOf>): string => new TextDecoder().decode(bytesOf(...args));
const fileOf = (...args: Parameters<typeof bytesOf>): ArrayBuffer => {
  const bytes = bytesOf(...args);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};

const { text, ndjson, csv, parquet } = EVENT_FORMATS;
const events = exampleEvents(40);

describe('events as NDJSON', () => {
  it('are one a line, with everything that is known of them', () => {
    const lines = textOf(ndjson, events).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(events);
  });
});

describe('events as CSV', () => {
  it('are one a row, in columns that bear the names of the JSON', () => {
    const [names, ...rows] = parse(textOf(csv, events));
    expect(names).toEqual(EVENT_COLUMNS.map(({ name }) => name));
    expect(rows).toHaveLength(events.length);
    for (const [index, row] of rows.entries()) {
      const event = events[index]!;
      const cell = (name: string) => row[names!.indexOf(name)];
      expect(cell('position')).toBe(event.position);
      expect(cell('stream')).toBe(event.stream);
      expect(cell('category')).toBe('conversation');
      expect(JSON.parse(cell('data')!)).toEqual(event.data);
    }
  });

  it('have no cell that a spreadsheet would take for a formula', () => {
    const [names, ...rows] = parse(textOf(csv, exampleEvents(3 * AWKWARD.length)));
    const cells = rows.flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const actors = rows.map((row) => row[names!.indexOf('actor')]);
    for (const formula of AWKWARD.filter((word) => /^[=+\-@]/.test(word))) expect(actors).toContain(`'${formula}`);
  });

  it('have their names also when there are none, and not a second time where they go on', () => {
    expect(textOf(csv, [])).toBe(`${EVENT_COLUMNS.map(({ name }) => name).join(',')}\n`);
    const first = csv.start();
    const second = csv.start({ goesOn: true });
    const both = [first.encode(events.slice(0, 9)), second.encode(events.slice(9)), second.end()];
    expect(Buffer.concat(both)).toEqual(Buffer.from(bytesOf(csv, events)));
  });

  it('have an empty cell where the customer is sealed', () => {
    const [names, first] = parse(textOf(csv, events.slice(0, 1)));
    expect(first![names!.indexOf('actorKind')]).toBe('customer');
    expect(first![names!.indexOf('actor')]).toBe('');
  });
});

describe('events as Parquet', () => {
  it('are read back as they were, with their types', async () => {
    const rows = await parquetReadObjects({ file: fileOf(parquet, events) });
    expect(rows).toEqual(
      events.map((event, index) =>
        expect.objectContaining({
          position: BigInt(event.position),
          recordedAt: new Date(event.recordedAt),
          occurredAt: new Date(event.metadata.occurredAt),
          version: index + 1,
          stream: event.stream,
          actorKind: event.metadata.actor.kind,
          data: JSON.stringify(event.data),
        }),
      ),
    );
    expect(rows[0]).toMatchObject({ actor: null });
    expect(Object.keys(rows[0]!)).toEqual(EVENT_COLUMNS.map(({ name }) => name));
  });

  it('stand in groups of 10,000, and each group is written when it is full', async () => {
    const many = exampleEvents(13_000);
    const encoder = parquet.start();
    const pieces = [0, 1, 2].map((n) => encoder.encode(many.slice(n * 5_000, (n + 1) * 5_000)));
    // The four bytes that begin the file, then nothing until a group is full.
    expect(pieces.map(({ length }) => length > 4)).toEqual([false, true, false]);

    const whole = Buffer.concat([...pieces, encoder.end()]);
    const file = whole.buffer.slice(whole.byteOffset, whole.byteOffset + whole.length) as ArrayBuffer;
    expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([10_000, 3_000]);
    const last = await parquetReadObjects({ file, rowStart: 12_998, columns: ['position', 'data'] });
    expect(last).toEqual(many.slice(-2).map(({ position, data }) => ({ position: BigInt(position), data: JSON.stringify(data) })));
  });

  it('of which there are none are a table without rows', async () => {
    const file = fileOf(parquet, []);
    expect(await parquetReadObjects({ file })).toEqual([]);
    expect(
      parquetMetadata(file)
        .schema.slice(1)
        .map(({ name }) => name),
    ).toEqual(EVENT_COLUMNS.map(({ name }) => name));
  });
});

describe('events for a person at a terminal', () => {
  it('are one a line', () => {
    const [first] = textOf(text, events).split('\n');
    const { stream } = events[0]!;
    expect(first).toBe(
      `9007199254740990  2026-11-20T00:00:00.000Z  ${stream} 1  Said {"text":"plain","n":0,"nested":{"list":["plain",null,0.5]}}`,
    );
  });

  it('command nothing: neither the colour nor the direction of the terminal', () => {
    const shown = textOf(text, exampleEvents(AWKWARD.length));
    expect(shown.split('\n')).toHaveLength(AWKWARD.length + 1);
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    expect(shown).toContain('\\u009b31m');
    expect(shown).toContain('turned \\u202earound');
  });
});
