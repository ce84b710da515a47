import type { AwayReason } from './away-reasons.js';

export interface Organisation {
  readonly timeZone: string;
  readonly pendingMinutes: number;
  readonly defaultContentProfileId?: string;
  /** Absent: the usual ones, see `awayReasonsOf`. */
  readonly awayReasons?: readonly AwayReason[];
}
