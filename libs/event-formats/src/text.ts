import { encoderOf, type EventFormat } from './event-format.js';

/** What JSON leaves as it is and a terminal would obey: control characters beyond ASCII, and what turns the writing around. */
const OBEYED = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const escaped = (json: string): string =>
  json.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** One event a line, for a person at a terminal: position, time, stream and version, what happened. */
export const text: EventFormat = {
  name: 'text',
  contentType: 'text/plain; charset=utf-8',
  canGoOn: true,
  start: () =>
    encoderOf((events) =>
      events
        .map(
          ({ position, recordedAt, stream, version, type, data }) =>
            `${position.padStart(9)}  ${recordedAt}  ${stream} ${version}  ${type} ${escaped(JSON.stringify(data))}\n`,
        )
        .join(''),
    ),
};
