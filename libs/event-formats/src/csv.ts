import { stringify } from 'csv-stringify/sync';
import { EVENT_COLUMNS } from './event-columns.js';
import type { EventFormat } from './event-format.js';

const columns = EVENT_COLUMNS.map(({ name }) => name);
const utf8 = new TextEncoder();

/** RFC 4180 with a line of names. A cell that a spreadsheet would take for a formula gets a ' in front. */
export const csv: EventFormat = {
  name: 'csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  canGoOn: true,
  start: ({ goesOn = false } = {}) => {
    let header = !goesOn;
    const lines = (rows: readonly unknown[][]): Uint8Array => {
      const written = stringify(rows as unknown[][], { header, columns, escape_formulas: true });
      header = false;
      return utf8.encode(written);
    };
    return {
      encode: (events) => lines(events.map((event) => EVENT_COLUMNS.map(({ of }) => of(event)))),
      end: () => lines([]),
    };
  },
};
