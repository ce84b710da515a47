/** What is wrong with the environment, one sentence a variable; no values, they may be secrets. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('; '));
  }
}
