import type { MailAddress } from '@madoguchi/conversation';
import type { Headers } from 'mailparser';
import { storableText } from '../platform-json.js';
import { isMailAddress } from './address.js';
import { headerIn, type MailHead } from './head.js';
import { addressesIn } from './mime.js';

/** The people in a mail's header. */
export interface MailPeople {
  /** Who wrote it; undefined when no header says so. */
  readonly from?: MailAddress;
  /** Where answers shall go, when not to `from`. */
  readonly answerTo?: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
}

const MOST_LISTED = 50;
const LONGEST_NAME = 200;

/**
 * Who wrote a mail, in this order: the original sender behind a mailing list that has put itself in the place of the author
 * (`'Name' via list`: `X-Original-Sender`, else `Reply-To`); the first `From`; `Sender`; `Reply-To`.
 */
export const peopleOf = (head: MailHead, headers: Headers): MailPeople => {
  const from = addressList(headers, 'from')[0];
  const replyTo = addressList(headers, 'reply-to')[0];
  const original = / via .{1,100}$/i.test(from?.name ?? '') ? (originalSender(head, from?.name) ?? replyTo) : undefined;
  const author = original ?? from ?? addressList(headers, 'sender')[0] ?? replyTo;
  const elsewhere = replyTo && author && !isSame(replyTo, author);
  return {
    ...(author && { from: author }),
    ...(elsewhere && { answerTo: replyTo }),
    to: addressList(headers, 'to'),
    cc: addressList(headers, 'cc'),
  };
};

const originalSender = (head: MailHead, name: string | undefined): MailAddress | undefined => {
  const address = headerIn(head, 'x-original-sender').replace(/^<|>$/g, '');
  return isMailAddress(address) ? { name: name?.replace(/^['"]*(.*?)['"]* via .*$/i, '$1'), address } : undefined;
};

const addressList = (headers: Headers, name: string): readonly MailAddress[] =>
  addressesIn(headers, name)
    .filter(({ address }) => isMailAddress(address))
    .slice(0, MOST_LISTED)
    .map(({ name: display, address }) => {
      const shown = storableText(display.replace(/[\p{Cc}\s]+/gu, ' ').trim()).slice(0, LONGEST_NAME);
      return { address, ...(shown && { name: storableText(shown) }) };
    });

export const isSame = (one: MailAddress, other: MailAddress): boolean => one.address.toLowerCase() === other.address.toLowerCase();
