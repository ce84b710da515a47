import type { VonageCustomer } from './state.js';

/** What becomes of a message on its way to a phone, in the codes of both APIs. */
export type Fate =
  | { readonly arrives: true }
  | {
      readonly arrives: false;
      readonly status: 'rejected' | 'undeliverable';
      readonly error: { readonly title: number; readonly detail: string };
      readonly receipt: { readonly status: 'rejected' | 'failed'; readonly 'err-code': string };
    };

export const fateOf = (customer: VonageCustomer | undefined): Fate => {
  if (!customer) {
    const error = { title: 1190, detail: 'Absent Subscriber - Permanent' };
    return { arrives: false, status: 'undeliverable', error, receipt: { status: 'failed', 'err-code': '3' } };
  }
  if (customer.blocked) {
    const error = { title: 1240, detail: 'Illegal Number' };
    return { arrives: false, status: 'rejected', error, receipt: { status: 'rejected', 'err-code': '9' } };
  }
  if (!customer.reachable) {
    const error = { title: 1180, detail: 'Absent Subscriber - Temporary' };
    return { arrives: false, status: 'undeliverable', error, receipt: { status: 'failed', 'err-code': '2' } };
  }
  return { arrives: true };
};
