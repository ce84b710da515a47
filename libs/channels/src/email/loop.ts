import { ownAddressOf } from './address.js';
import { headersIn, type MailHead } from './head.js';
import type { Mail } from './mail.js';
import { threadOfMessageId } from './token.js';

/** We add it to every mail, with the account's base address: a mail that comes in with it went in a circle. */
export const LOOP_HEADER = 'x-madoguchi-window';

/** Servers that a mail went through; beyond this it goes in a circle. */
const MOST_HOPS = 50;

/** Why a mail is one of ours that has come back, or that goes round for ever: answering it would never end. */
export const loopIn = ({ signer, identity }: Mail, head: MailHead, from: string): string | undefined => {
  const { baseAddress } = signer;
  if (headersIn(head, 'received').length > MOST_HOPS) return `It went through more than ${MOST_HOPS} servers.`;
  if (headersIn(head, LOOP_HEADER).some((value) => value.toLowerCase() === baseAddress)) return 'It was sent by this account itself.';
  if (ownAddressOf(from)?.base === baseAddress) return "It bears this account's own address as its author.";
  return identity.messageId && threadOfMessageId(signer, identity.messageId) ? 'It is a mail of this account itself.' : undefined;
};
