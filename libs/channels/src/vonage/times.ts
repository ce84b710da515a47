import { isPointInTime } from '../platform-json.js';

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:?\d{2})?$/;

/** Milliseconds since 1970 of one of Vonage's times; where no zone stands, they are UTC. Undefined when it is none of the years 1970 to 9999. */
export const millisecondsIn = (time: unknown): number | undefined => {
  const [, day, hour, zone = 'Z'] = (typeof time === 'string' && TIME.exec(time)) || [];
  const milliseconds = Date.parse(`${day}T${hour}${zone}`);
  return isPointInTime(milliseconds) ? milliseconds : undefined;
};

/** A time inside an order key, so that it compares as text. */
export const padded = (milliseconds: number): string => String(milliseconds).padStart(15, '0');
