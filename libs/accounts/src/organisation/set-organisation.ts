import { Refusal } from '@madoguchi/event-sourcing';
import { checkedPendingMinutes } from '../onboarding/write/record-code-outcome.js';
import { isTimeZone } from '../time/zoned-time.js';
import { type AwayReason, awayReasonsOf, checkedAwayReasons } from './away-reasons.js';
import type { OrganisationEvent } from './events.js';
import type { Organisation } from './state.js';

export interface SetOrganisation {
  readonly type: 'SetOrganisation';
  readonly timeZone?: string;
  readonly pendingMinutes?: number;
  readonly defaultContentProfileId?: string | null;
  /** The whole list; one that stood in it is archived, not left out. */
  readonly awayReasons?: readonly AwayReason[];
}

/** Only what differs is recorded. */
export const setOrganisation = (command: SetOrganisation, organisation: Organisation): readonly OrganisationEvent[] => {
  const events: OrganisationEvent[] = [];
  const { timeZone = organisation.timeZone, pendingMinutes = organisation.pendingMinutes, defaultContentProfileId, awayReasons } = command;
  if (timeZone !== organisation.timeZone) {
    if (!isTimeZone(timeZone)) throw new Refusal('bad-time-zone', 'A time zone is named as in the IANA database, such as Asia/Tokyo.');
    events.push({ type: 'OrganisationTimeZoneSet', data: { timeZone } });
  }
  if (pendingMinutes !== organisation.pendingMinutes)
    events.push({ type: 'PendingMinutesSet', data: { minutes: checkedPendingMinutes(pendingMinutes) } });
  if (defaultContentProfileId !== undefined && defaultContentProfileId !== (organisation.defaultContentProfileId ?? null)) {
    events.push({ type: 'DefaultContentProfileChosen', data: { contentProfileId: defaultContentProfileId } });
  }
  if (awayReasons !== undefined) {
    const before = awayReasonsOf(organisation);
    const reasons = checkedAwayReasons(awayReasons, before);
    if (JSON.stringify(reasons) !== JSON.stringify(before)) events.push({ type: 'AwayReasonsSet', data: { reasons } });
  }
  return events;
};
