/** The application in whose name people log in: the installation's own. */
export interface LogInApp {
  readonly appId: string;
  readonly appSecret: string;
}

/** One log-in. State and verifier are drawn for it alone, and never shown to anybody but the platform. */
export interface AskedLogIn {
  readonly app: LogInApp;
  /** One of those that the application names at the platform. */
  readonly redirectUri: string;
  readonly state: string;
  readonly codeVerifier: string;
}

/** A page that the person manages, with a token for it. */
export interface PageOfPerson {
  readonly pageId: string;
  readonly name: string;
  readonly username?: string;
  readonly token: string;
  /** Why it cannot be connected. */
  readonly obstacle?: 'not published' | 'may not message' | 'may not moderate';
  /** Applications of others that get its messages; absent: the platform does not tell. */
  readonly otherApps?: readonly { readonly appId: string; readonly appName?: string }[];
}

export type LogInOutcome =
  | {
      readonly outcome: 'done';
      readonly pages: readonly PageOfPerson[];
      readonly scopes: readonly string[];
      /** `effect`: what cannot be done without it. */
      readonly missingScopes: readonly { readonly scope: string; readonly effect: string }[];
    }
  /** `cancelled`, or another code; there is nothing to use, and the log-in is begun anew. */
  | { readonly outcome: 'refused'; readonly code: string; readonly reason: string; readonly remedy: string };

/** Log-in at the platform in place of tokens that are pasted (OAuth, authorisation code with PKCE). */
export interface PageLogIn {
  /** Where the person's browser is sent; nothing in it opens anything. */
  addressFor(asked: AskedLogIn): Promise<string>;
  /**
   * Takes what the browser brought back, and asks the platform itself for tokens and pages. Never throws for what a platform or network does.
   * @param returned the query with which the browser came back
   */
  complete(asked: AskedLogIn, returned: Readonly<Record<string, string>>, signal: AbortSignal): Promise<LogInOutcome>;
}
