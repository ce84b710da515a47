/** The form of an account that somebody else fills in, by a link. */
export type SentFormEvent =
  | {
      readonly type: 'FormSent';
      readonly data: {
        readonly accountId: string;
        /** The fields that may be filled in. */
        readonly fields: readonly string[];
        /** SHA-256 of the link's secret, in hex. */
        readonly secretHash: string;
        /** ISO 8601. */
        readonly expiresAt: string;
      };
    }
  | { readonly type: 'FormOpened'; readonly data: Readonly<Record<string, never>> }
  /** Somebody came with another secret; after a few of them the link is dead. */
  | { readonly type: 'FormSecretRefused'; readonly data: Readonly<Record<string, never>> }
  /** Names of what was filled in, never values. The link is used up. */
  | { readonly type: 'FormFilledIn'; readonly data: { readonly fields: readonly string[] } }
  | { readonly type: 'FormWithdrawn'; readonly data: Readonly<Record<string, never>> };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const sentFormPersonalFields = {
  FormSent: [],
  FormOpened: [],
  FormSecretRefused: [],
  FormFilledIn: [],
  FormWithdrawn: [],
} as const satisfies Record<SentFormEvent['type'], readonly string[]>;

/** Which fields never leave the system. */
export const sentFormSecretFields = { FormSent: ['secretHash'] } as const;
