/** RFC 9457, `application/problem+json`: every error of every HTTP API. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** Stable, for programs and for translated texts. */
  readonly code: string;
  readonly [extension: string]: unknown;
}
