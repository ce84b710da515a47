const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

const formats = new Map<string, Intl.DateTimeFormat>();

const format = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, known);
  return known;
};

/** "10:42", in the reader's zone. */
export const clockTime = (at: Date, language: string, timeZone?: string): string =>
  format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at);

/** "Mon, 23 Nov 2026": a day in the reader's zone. */
export const dayName = (at: Date, language: string, timeZone?: string): string =>
  format(language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(at);

export const dayAndTime = (at: Date, language: string, timeZone?: string): string =>
  format(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);

/** "2026-11-23" in the reader's zone: the same for all moments of one day there. */
export const dayKey = (at: Date, timeZone?: string): string =>
  format('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(at);

/** "2026-11-23 09:42:00 UTC", for those who compare with a log. */
export const inUtc = (at: Date): string => `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;

const amount = (value: number, unit: 'second' | 'minute' | 'hour' | 'day', language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value);

/** "4 min", rounded down, in the largest unit that fits. */
export const duration = (seconds: number, language: string): string => {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) return amount(whole, 'second', language);
  if (whole < HOUR) return amount(Math.floor(whole / MINUTE), 'minute', language);
  if (whole < DAY) return amount(Math.floor(whole / HOUR), 'hour', language);
  return amount(Math.floor(whole / DAY), 'day', language);
};

/** For a row of a list: "4 min", today's clock time, or the day. Undefined: just now. */
export const rowTime = (at: Date, now: number, language: string, timeZone?: string): string | undefined => {
  const seconds = (now - at.getTime()) / 1_000;
  if (seconds < MINUTE) return undefined;
  if (seconds < HOUR) return duration(seconds, language);
  if (dayKey(at, timeZone) === dayKey(new Date(now), timeZone)) return clockTime(at, language, timeZone);
  return format(language, { day: 'numeric', month: 'short', timeZone }).format(at);
};
