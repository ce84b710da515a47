/** Somebody of the tenant who signs in. Name, address and password are not here: they stand in the table of people. */
export type MemberEvent =
  /** `role`: `admin`, `supervisor`, `agent`, or the id of a role of the tenant. */
  { readonly type: 'MemberRoleGiven'; readonly data: { readonly role: string } };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const memberPersonalFields = { MemberRoleGiven: [] } as const satisfies Record<MemberEvent['type'], readonly string[]>;
