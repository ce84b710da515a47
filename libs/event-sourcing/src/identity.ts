import { v5 } from 'uuid';

/** Changing it would make every redelivered message a new one. */
const NAMESPACE = '5b1f7b5e-52c5-5d0a-9f43-6d61646f6775';

/**
 * A uuid that is the same whenever it is derived from the same parts. The parts are kept apart
 * by their lengths, so that ("ab", "c") and ("a", "bc") differ.
 */
export const derivedId = (kind: string, ...parts: readonly (string | number)[]): string =>
  v5([kind, ...parts].map((part) => `${String(part).length}:${part}`).join('|'), NAMESPACE);

/** The id of the n-th event (from 0) that a command led to. */
export const eventId = (commandId: string, index: number): string => v5(String(index), commandId);
