/** For logs: the message of an error may quote what a customer wrote, its name and its place do not. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Where it was thrown: the stack without the message. */
export const traceOf = (error: unknown): string[] =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((text) => /^\s+at /.test(text))
        .map((text) => text.trim())
    : [];
