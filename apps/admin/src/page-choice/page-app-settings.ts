/** What the operator has set for the log-in with Facebook; each may be missing. */
export interface PageAppSettings {
  readonly appId?: string;
  readonly appSecret?: string;
  /** The desk as browsers reach it, without a slash at the end. */
  readonly deskUrl?: string;
}
