import type { InboundCustomer } from '@madoguchi/contracts';
import type { Credentials } from '@madoguchi/use-cases';
import { NotUnderstoodError } from '../platform-json.js';

/** Two ends of a conversation: the customer at one of Vonage's channels, and the number or id of ours that they wrote to. */
export interface Thread {
  /** `sms`, `whatsapp`, …: Vonage's word. */
  readonly channel: string;
  readonly customer: string;
  /** Absent: the sender of the account. */
  readonly ours?: string;
}

const THREAD = /^(?:([a-z][a-z0-9_]{0,30}):)?([^:@\s]{1,128})(?:@([^@]{1,50}))?$/;

/**
 * One telephone number is one person, whether an SMS or an MMS comes from it; elsewhere the channel stands before the id. Where the
 * customer wrote to another number than the account's own, that stands behind it: the answer has to come from there.
 *
 * @throws NotUnderstoodError when an address can be none
 */
export const conversationKeyOf = ({ channel, customer, ours }: Thread, { number }: Credentials): string => {
  const key = customerKeyOf(channel, customer);
  if (threadIn(`${key}@${ours ?? number}`)?.customer !== customer) {
    throw new NotUnderstoodError('the addresses are of another form than documented');
  }
  return ours === undefined || ours === number ? key : `${key}@${ours}`;
};

export const customerOf = ({ channel, customer }: Thread, displayName?: string): InboundCustomer => ({
  key: customerKeyOf(channel, customer),
  displayName,
});

const customerKeyOf = (channel: string, customer: string): string => (/^(sms|mms)$/.test(channel) ? customer : `${channel}:${customer}`);

/** Reads what {@link conversationKeyOf} wrote; undefined when it did not. */
export const threadIn = (conversationKey: string): Thread | undefined => {
  const [, channel = 'sms', customer, ours] = THREAD.exec(conversationKey) ?? [];
  return customer === undefined ? undefined : { channel, customer, ours };
};
