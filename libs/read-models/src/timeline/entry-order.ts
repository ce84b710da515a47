const DIGITS = 10;

/** Where an entry stands that came in its turn: at the version of its event. Compares as text, byte by byte. */
export const orderOf = (version: number): string => String(version).padStart(DIGITS, '0');

/**
 * Where a late message stands: directly before the message that the platform had sent next. `0000000004~<order key> …`
 * is behind `0000000004` and before `0000000005`; several late ones in one gap are sorted by the platform's order.
 */
export const lateOrderOf = (orderKey: string, version: number, successorOrder: string): string =>
  `${gapBefore(successorOrder)}~${orderKey} ${orderOf(version)}`;

const gapBefore = (order: string): string => (order.includes('~') ? order.slice(0, DIGITS) : orderOf(Number(order) - 1));
