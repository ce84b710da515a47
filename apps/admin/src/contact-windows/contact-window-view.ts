import {
  CONTACT_WINDOW,
  type ContactWindow,
  type ContactWindowCommand,
  contactWindowDecider,
  type ContactWindowEvent,
} from '@madoguchi/accounts';
import type { DocumentKind } from '../settings/settings.service.js';

export interface ContactWindowView {
  readonly id: string;
  /** Also the answer's ETag. */
  readonly version: number;
  readonly name: string;
  /** To which mails are forwarded, for ever; null: this installation took no mail when it was opened. */
  readonly baseAddress: string | null;
  readonly businessHoursId: string | null;
  /** Its one bot inside LINE WORKS. */
  readonly bot: ContactWindow['bot'] | null;
  readonly archived: boolean;
}

export const contactWindows: DocumentKind<ContactWindow, ContactWindowCommand, ContactWindowEvent, ContactWindowView> = {
  kind: CONTACT_WINDOW,
  decider: contactWindowDecider,
  title: 'contact window',
  view: (id, { name, baseAddress = null, businessHoursId = null, bot = null, status }, version) => ({
    id,
    version,
    name,
    baseAddress,
    businessHoursId,
    bot,
    archived: status === 'archived',
  }),
};
