import type { AwayReason } from './away-reasons.js';

/** What is set once for a whole tenant. */
export type OrganisationEvent =
  /** An IANA zone: in it the calendar days of deadlines are counted. */
  | { readonly type: 'OrganisationTimeZoneSet'; readonly data: { readonly timeZone: string } }
  /** How long a WhatsApp number may be pending, 2-60. */
  | { readonly type: 'PendingMinutesSet'; readonly data: { readonly minutes: number } }
  /** For accounts that have none of their own; null: nothing is limited. */
  | { readonly type: 'DefaultContentProfileChosen'; readonly data: { readonly contentProfileId: string | null } }
  /** All that agents are away for, in the order in which it is offered. */
  | { readonly type: 'AwayReasonsSet'; readonly data: { readonly reasons: readonly AwayReason[] } }
  /** Of what makes bots for the tenant inside LINE WORKS: names of the fields that were given new values, never the values. */
  | { readonly type: 'BotMakerSet'; readonly data: { readonly changedFields: readonly string[] } };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const organisationPersonalFields = {
  OrganisationTimeZoneSet: [],
  PendingMinutesSet: [],
  DefaultContentProfileChosen: [],
  AwayReasonsSet: [],
  BotMakerSet: [],
} as const satisfies Record<OrganisationEvent['type'], readonly string[]>;
