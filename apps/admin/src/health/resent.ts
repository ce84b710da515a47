import type { AffectedMessage } from '@madoguchi/accounts';

/** What came of [Re-send]. */
export interface Resent {
  /** So many are on their way again. */
  readonly requeued: number;
  /** Conversations that are closed by now, and the like. */
  readonly refused: readonly (AffectedMessage & { readonly code: string; readonly reason: string })[];
}
