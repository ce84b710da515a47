export interface Pace {
  /** Milliseconds: when it comes next. */
  readonly at: number;
  /** In a row. */
  readonly failures: number;
}

const USUAL_MS = 30 * 60_000;
const FIRST_AFTER_FAILURE_MS = 2 * 60_000;
/** Failing accounts are looked at sooner at first, for whoever repairs them, and seldom in the end. */
const LONGEST_MS = 4 * 60 * 60_000;
const JITTER = 0.25;

/**
 * When an account is tested next. The first tests of a process are strewn over the usual time; later ones come a quarter sooner or later
 * than it, so that accounts which were added together do not stay together.
 *
 * @param failures in a row so far, or `first`
 */
export const nextCheckAt = (now: number, failures: number | 'first', random: () => number): number => {
  if (failures === 'first') return now + Math.ceil(USUAL_MS * random());
  const pause = failures === 0 ? USUAL_MS : Math.min(FIRST_AFTER_FAILURE_MS * 2 ** Math.min(failures - 1, 20), LONGEST_MS);
  return now + Math.ceil(pause * (1 - JITTER + 2 * JITTER * random()));
};
