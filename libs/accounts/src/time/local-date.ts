/** A day of the calendar without a zone: `2026-11-23`. Compares as text. */
export type LocalDate = string;

const DAY_MS = 86_400_000;

export const isLocalDate = (text: unknown): text is LocalDate =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utcOf(text)) && dateOf(utcOf(text)) === text;

/** The day as if it began at midnight UTC, in milliseconds. */
export const utcOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`);

/** The day in which these milliseconds lie, read as UTC. */
export const dateOf = (utc: number): LocalDate => new Date(utc).toISOString().slice(0, 10);

export const addDays = (date: LocalDate, days: number): LocalDate => dateOf(utcOf(date) + days * DAY_MS);

/** The same day of a later month, or that month's last one where it has no such day. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
};

/** How often the calendar is turned over from one day to the other; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (utcOf(to) - utcOf(from)) / DAY_MS;

/** 1 for Monday … 7 for Sunday, as in ISO 8601. */
export const weekdayOf = (date: LocalDate): number => new Date(utcOf(date)).getUTCDay() || 7;
