/** In one tenant and one kind of things a name, as people read it, is held by one of them. */
export type NameClaimEvent =
  | {
      readonly type: 'NameClaimed';
      readonly data: {
        /** What is called so: `queue`, `integration_account`, … */
        readonly scope: string;
        /** Trimmed, in small letters. */
        readonly name: string;
        /** Of the stream of what is called so. */
        readonly holderId: string;
        /** ISO 8601. */
        readonly claimedAt: string;
      };
    }
  | { readonly type: 'NameReleased'; readonly data: { readonly holderId: string } };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const nameClaimPersonalFields = { NameClaimed: [], NameReleased: [] } as const satisfies Record<
  NameClaimEvent['type'],
  readonly string[]
>;
