import { addDays, daysBetween, type LocalDate } from '../time/local-date.js';
import { dateAt, daysLater, startOfDay } from '../time/zoned-time.js';
import { CERTIFICATE_DAYS, DELETION_DAY } from './limits.js';

/** `before`: so many calendar days earlier. */
export const certificateEndsAt = (createdOn: LocalDate, timeZone: string, before = 0): Date =>
  startOfDay(addDays(createdOn, CERTIFICATE_DAYS - before), timeZone);

/** "The certificate is valid (3 days left)": 7 on the day of its creation, 1 on its last day, 0 once it has expired. */
export const certificateDaysLeft = (createdOn: LocalDate, now: Date, timeZone: string): number =>
  Math.max(0, CERTIFICATE_DAYS - daysBetween(createdOn, dateAt(now, timeZone)));

/** When a number that was begun at `startedAt` is deleted, or warned of it on an earlier `day`. */
export const deletionAt = (startedAt: string, timeZone: string, day: number = DELETION_DAY): Date =>
  daysLater(new Date(startedAt), day, timeZone);
