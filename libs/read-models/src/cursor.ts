/** A place in a sorted list, opaque to whoever carries it. */
export const writeCursor = (parts: readonly string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** @throws InvalidCursorError when it was not written by {@link writeCursor} with that many parts. */
export const readCursor = (cursor: string, length: number): readonly string[] => {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new InvalidCursorError();
  }
  if (!Array.isArray(parts) || parts.length !== length || !parts.every((part) => typeof part === 'string')) throw new InvalidCursorError();
  return parts as string[];
};

export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
  constructor() {
    super('This cursor is none of ours. Take "nextCursor" or "previousCursor" of an earlier page as it is.');
  }
}
