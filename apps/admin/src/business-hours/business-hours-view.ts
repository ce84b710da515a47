import {
  BUSINESS_HOURS,
  type BusinessHours,
  type BusinessHoursCommand,
  businessHoursDecider,
  type BusinessHoursEvent,
  type Hours,
} from '@madoguchi/accounts';
import type { DocumentKind } from '../settings/settings.service.js';

/** When somebody is there. */
export interface BusinessHoursView {
  readonly id: string;
  readonly name: string;
  readonly hours: Hours;
  readonly archived: boolean;
  /** Also the ETag of the answer: send it as `If-Match`. */
  readonly version: number;
}

/** What hours mean at one moment. */
export interface OpeningPreview {
  /** ISO 8601: the moment that was asked about. */
  readonly at: string;
  readonly open: boolean;
  /** Null: nothing changes any more. */
  readonly nextChange: { readonly at: string; readonly opens: boolean } | null;
}

export const businessHours: DocumentKind<BusinessHours, BusinessHoursCommand, BusinessHoursEvent, BusinessHoursView> = {
  kind: BUSINESS_HOURS,
  decider: businessHoursDecider,
  title: 'business hours',
  view: (id, { name, hours, status }, version) => ({
    id,
    name,
    hours: hours ?? { timeZone: 'UTC', week: {}, holidays: [], exceptions: [] },
    archived: status === 'archived',
    version,
  }),
};
