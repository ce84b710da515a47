import { randomBytes } from 'node:crypto';
import type { NewAccount } from '../control-api.js';
import { mailRouteOf } from '../mail-routes.js';
import { ControlProblem } from '../platform.js';

export interface MailCustomer {
  /** The address. */
  readonly id: string;
  readonly name: string;
  readonly language?: string;
}

/** A mail that stands in a customer's mailbox, as far as an answer to it needs it. */
export interface KeptMail {
  readonly chat: string;
  readonly subject: string;
  readonly references: readonly string[];
  /** Where an answer goes: `Reply-To`, else `From`. */
  readonly answerTo: string;
}

/** One address of the product's, as the outside world knows it: somebody's public mailbox forwards to it. */
export interface MailAccount {
  readonly baseAddress: string;
  readonly name: string;
  /** `127.0.0.1:2525`, instead of where the domain's mail goes. */
  deliverTo: string | null;
  readonly customers: Record<string, MailCustomer>;
  /** By Message-ID. */
  readonly mails: Record<string, KeptMail>;
}

export const ADDRESS = /^[^\s@+<>()[\],;:\\"]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** The mailbox that customers write to; its owner lets it forward to the base address. */
export const PUBLIC_MAILBOX = 'support@shop.example.jp';

export const newCustomerAddress = (): string => `customer-${randomBytes(5).toString('hex')}@customer.example`;

/** The base address of an address with a tag. */
export const baseOf = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, '@');

/** @throws ControlProblem for what is no address */
export const newAccount = ({ credentials, name }: NewAccount): MailAccount => {
  const baseAddress = credentials?.['baseAddress']?.toLowerCase() ?? `w-${randomBytes(13).toString('hex')}@in.desk.example`;
  if (!ADDRESS.test(baseAddress))
    throw new ControlProblem(400, 'bad credential', 'baseAddress is the address that mail is forwarded to, without a tag.');
  return { baseAddress, name: name ?? 'Mail account', deliverTo: null, customers: {}, mails: {} };
};

/** @throws ControlProblem for a place that is not on this machine */
export const checkedRoute = (deliverTo: string | null): string | null => {
  if (deliverTo !== null && !mailRouteOf(deliverTo))
    throw new ControlProblem(400, 'bad setting', 'deliverTo takes 127.0.0.1:port, or null.');
  return deliverTo;
};
