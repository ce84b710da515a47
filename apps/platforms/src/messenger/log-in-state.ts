/** What a person allowed an app in the dialog. */
export interface Granted {
  readonly appId: string;
  readonly scopes: readonly string[];
  readonly pageIds: readonly string[];
}

export interface IssuedCode extends Granted {
  readonly redirectUri: string;
  readonly challenge?: { readonly value: string; readonly method: string };
  readonly issuedAt: number;
  used: boolean;
}

/** Times in milliseconds. */
export interface PersonToken extends Granted {
  readonly expiresAt: number;
  readonly longLived: boolean;
}

interface PageToken {
  readonly pageId: string;
  /** 0: never. */
  readonly expiresAt: number;
}

/** By what bears them. */
export interface LogInState {
  readonly codes: Record<string, IssuedCode>;
  readonly personTokens: Record<string, PersonToken>;
  readonly pageTokens: Record<string, PageToken>;
}
