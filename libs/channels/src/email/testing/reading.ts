import type { InboundItem } from '@madoguchi/contracts';
import type { MessageContent } from '@madoguchi/conversation';
import { readMail } from '../index.js';
import { emailCredentials, emailCustomer } from './email-account.js';

type MessageItem = Extract<InboundItem, { kind: 'message' }> & { readonly content: Extract<MessageContent, { type: 'email' }> };
type UnreadItem = Extract<InboundItem, { kind: 'unread' }>;

export const receivedAt = new Date('2026-11-20T01:00:09Z');
/** Our own mail server, as it signs what it has checked. */
export const AUTHSERV = 'mx.in.desk.example';

export interface Delivery {
  readonly to?: string;
  readonly from?: string;
}

export const read = (raw: Buffer, { to = emailCredentials.baseAddress, from = emailCustomer }: Delivery = {}) =>
  readMail(raw, { from, to }, emailCredentials, receivedAt, { authserv: AUTHSERV });

/** Of a mail that becomes a message. */
export const messageOf = async (raw: Buffer, delivery?: Delivery): Promise<MessageItem> => {
  const { items } = await read(raw, delivery);
  expect(items[0]?.kind).toBe('message');
  return items[0] as MessageItem;
};

/** Of a mail that is set aside. */
export const unreadOf = async (raw: Buffer, delivery?: Delivery): Promise<UnreadItem> => {
  const { items } = await read(raw, delivery);
  expect(items[0]?.kind).toBe('unread');
  return items[0] as UnreadItem;
};
