/** A certificate ends at the start of the 7th calendar day after the one on which it was created. */
export const CERTIFICATE_DAYS = 7;

/** Days before its end. */
export const CERTIFICATE_WARNINGS = [3, 1] as const;

/** A code may be typed for so long after it was sent. */
export const CODE_VALID_MS = 10 * 60_000;

/** So many codes in {@link CODE_WINDOW_MS}, and none sooner after the last than {@link CODE_PAUSE_MS}. Ours: WhatsApp names no figures, it bars a number for hours. */
export const CODES_PER_WINDOW = 5;
export const CODE_WINDOW_MS = 60 * 60_000;
export const CODE_PAUSE_MS = 60_000;

/** One code may be typed so often before a new one is needed. */
export const ENTRIES_PER_CODE = 5;

/** How long a number may be pending, in minutes; a setting of the organisation. */
export const PENDING_MINUTES = { least: 2, usual: 10, most: 60 } as const;

/** Who is not active then is deleted, and was warned on the days before. Calendar days from the start, at the time of the day of the start. */
export const DELETION_DAY = 30;
export const DELETION_WARNINGS = [20, 27, 29] as const;
