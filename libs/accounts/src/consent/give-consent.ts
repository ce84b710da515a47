import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../moment.js';
import type { ConsentEvent } from './events.js';
import type { Consent } from './state.js';

type Given = Extract<ConsentEvent, { type: 'ConsentGiven' }>['data'];

/** The first message came through a code, or the platform told of an opt-in. */
export interface GiveConsent extends Omit<Given, 'givenAt'>, Timed {
  readonly type: 'GiveConsent';
}

/** Once by each way, until it is withdrawn. */
export const giveConsent = ({ type: _, at, ...given }: GiveConsent, { ways }: Consent): readonly ConsentEvent[] => {
  if (ways.has(wayOf(given))) return [];
  if (given.wording.trim() === '' || given.businessName.trim() === '') {
    throw new Refusal('no-wording', 'A consent names the business, and the words to which somebody agreed.');
  }
  return [{ type: 'ConsentGiven', data: { ...given, givenAt: checkedTime(at).toISOString() } }];
};

export const wayOf = ({ accountId, source }: Pick<Given, 'accountId' | 'source'>): string =>
  `${accountId} ${source.kind} ${source.kind === 'chat code' ? source.chatCodeId : source.reference}`;
