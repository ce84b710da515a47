/**
 * What may be sent and received: a kind of content (`image`, `file`, `location`, …), a MIME type (`image/png`), or a family of them
 * (`image/*`). A kind takes every file of it, a type only its own.
 */
export type AllowedContent = string;

export interface ContentProfile {
  /** From customers. */
  readonly inbound: readonly AllowedContent[];
  /** From agents. */
  readonly outbound: readonly AllowedContent[];
}

export type ContentProfileEvent =
  | { readonly type: 'ContentProfileDefined'; readonly data: { readonly name: string } & ContentProfile }
  | { readonly type: 'ContentProfileChanged'; readonly data: { readonly name?: string } & Partial<ContentProfile> }
  /** Chosen by nobody any more. */
  | { readonly type: 'ContentProfileArchived'; readonly data: Readonly<Record<string, never>> };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const contentProfilePersonalFields = {
  ContentProfileDefined: [],
  ContentProfileChanged: [],
  ContentProfileArchived: [],
} as const satisfies Record<ContentProfileEvent['type'], readonly string[]>;
