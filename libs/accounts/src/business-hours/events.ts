import type { LocalDate } from '../time/local-date.js';

/** `HH:MM`, on the clock of the zone. An end of `24:00` is midnight; one that is not after its start is on the next day. */
export interface OpenPeriod {
  readonly from: string;
  readonly to: string;
}

/** Monday is 1, Sunday 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface Holiday {
  readonly name: string;
  /** One day (`2026-11-23`), or the same day of every year (`01-01`). */
  readonly on: LocalDate | string;
}

/** Other hours on one day, instead of the weekday's and of any holiday. No periods: closed. */
export interface DayException {
  readonly on: LocalDate;
  readonly name?: string;
  readonly periods: readonly OpenPeriod[];
}

export interface Hours {
  /** An IANA zone. */
  readonly timeZone: string;
  /** A day that is not there is closed. */
  readonly week: Readonly<Partial<Record<Weekday, readonly OpenPeriod[]>>>;
  readonly holidays: readonly Holiday[];
  readonly exceptions: readonly DayException[];
}

export type BusinessHoursEvent =
  | { readonly type: 'BusinessHoursDefined'; readonly data: { readonly name: string; readonly hours: Hours } }
  | { readonly type: 'BusinessHoursChanged'; readonly data: { readonly name?: string; readonly hours?: Hours } }
  /** Chosen by nobody any more. */
  | { readonly type: 'BusinessHoursArchived'; readonly data: Readonly<Record<string, never>> };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const businessHoursPersonalFields = {
  BusinessHoursDefined: [],
  BusinessHoursChanged: [],
  BusinessHoursArchived: [],
} as const satisfies Record<BusinessHoursEvent['type'], readonly string[]>;
