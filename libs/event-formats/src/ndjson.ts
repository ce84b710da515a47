import { encoderOf, type EventFormat } from './event-format.js';

/** One event a line, as JSON: everything that is known of it. */
export const ndjson: EventFormat = {
  name: 'ndjson',
  contentType: 'application/x-ndjson',
  canGoOn: true,
  start: () => encoderOf((events) => events.map((event) => `${JSON.stringify(event)}\n`).join('')),
};
