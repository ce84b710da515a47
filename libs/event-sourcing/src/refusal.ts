/**
 * A command that cannot be obeyed. `code` is stable and travels to the API (`problem.code`);
 * the message says, in plain English, what is wrong and what to do.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
