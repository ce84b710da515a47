export interface Consent {
  /** By which it was given, and stands. */
  readonly ways: ReadonlySet<string>;
}
