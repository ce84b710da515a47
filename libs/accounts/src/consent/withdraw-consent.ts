import { checkedTime, type Timed } from '../moment.js';
import type { Consent } from './state.js';
import type { ConsentEvent } from './events.js';

export interface WithdrawConsent extends Timed {
  readonly type: 'WithdrawConsent';
  /** `asked by the customer`, `opted out at the platform`, …: plain words. */
  readonly how: string;
}

export const withdrawConsent = ({ how, at }: WithdrawConsent, { ways }: Consent): readonly ConsentEvent[] =>
  ways.size > 0 ? [{ type: 'ConsentWithdrawn', data: { withdrawnAt: checkedTime(at).toISOString(), how } }] : [];
