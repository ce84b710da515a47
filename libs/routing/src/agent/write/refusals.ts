import { Refusal } from '@madoguchi/event-sourcing';

export const offerGone = (): Refusal => new Refusal('offer-gone', 'This offer is no longer open.');
