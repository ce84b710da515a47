import type { BotWay } from '../account/events.js';

/** The unit that a business shows to its customers: it owns channels, hours and a mail address of its own. */
export type ContactWindowEvent =
  | { readonly type: 'ContactWindowOpened'; readonly data: { readonly name: string; readonly openedAt: string } }
  | { readonly type: 'ContactWindowRenamed'; readonly data: { readonly name: string } }
  /** To which mails are forwarded. Issued once; there is no event that could change it or take it away. */
  | { readonly type: 'BaseAddressIssued'; readonly data: { readonly baseAddress: string } }
  | { readonly type: 'WindowHoursChosen'; readonly data: { readonly businessHoursId: string | null } }
  /** Its one bot will be the one of this account. */
  | { readonly type: 'BotReserved'; readonly data: { readonly accountId: string; readonly way: BotWay; readonly reservedAt: string } }
  | { readonly type: 'BotReleased'; readonly data: { readonly accountId: string; readonly reason: string } }
  /** It is shown no more; mails to its address still find it. */
  | { readonly type: 'ContactWindowArchived'; readonly data: { readonly archivedAt: string } };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const contactWindowPersonalFields = {
  ContactWindowOpened: [],
  ContactWindowRenamed: [],
  BaseAddressIssued: [],
  WindowHoursChosen: [],
  BotReserved: [],
  BotReleased: [],
  ContactWindowArchived: [],
} as const satisfies Record<ContactWindowEvent['type'], readonly string[]>;
