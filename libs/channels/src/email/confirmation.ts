import { isVerified } from './authentication.js';
import type { MailHead } from './head.js';

/** What Gmail asks before it forwards to an address: only who reads mail there can tell the code, or open the link. */
export interface ForwardingConfirmation {
  readonly code?: string;
  readonly link?: string;
  /** The mailbox that shall be forwarded. */
  readonly requestedBy?: string;
  /** Whether our mail server has seen Google's signature. */
  readonly verified: boolean;
}

const SENDERS = ['forwarding-noreply@google.com', 'mail-noreply@google.com'];
const LINK = /https:\/\/mail(?:-settings)?\.google\.com\/mail\/(?:u\/\d+\/)?vf-[^\s<>"'\]]{1,1000}/;
const ADDRESS = /[^\s<>()（）「」:：,;"']{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;

/**
 * @param text what the mail says, earlier mails included
 * @returns undefined for every other mail
 */
export const confirmationIn = (
  head: MailHead,
  from: string,
  subject: string,
  text: string,
  authserv: string | undefined,
): ForwardingConfirmation | undefined => {
  if (!SENDERS.includes(from.toLowerCase())) return undefined;
  // Forwarded already: then it is no question to us.
  if (head.fields.some(({ name }) => name === 'x-forwarded-to' || name === 'x-forwarded-for')) return undefined;
  const link = LINK.exec(text)?.[0];
  const code = (/(?:confirmation code|確認コード|код подтверждения)\s*[:：]\s*(\d{6,12})\b/i.exec(text) ??
    /[（(]#(\d{6,12})[)）]/.exec(subject))?.[1];
  if (link === undefined && code === undefined) return undefined;
  const [requestedBy] = [...subject.matchAll(ADDRESS), ...text.matchAll(ADDRESS)].map(([address]) => address);
  return { ...(code && { code }), ...(link && { link }), ...(requestedBy && { requestedBy }), verified: isVerified(head, from, authserv) };
};

/** For the administrator who has just asked for the forwarding. */
export const inWords = ({ code, link, verified }: ForwardingConfirmation): string => {
  const how = [code && `the code ${code}`, link && 'the link'].filter(Boolean).join(' or ');
  const doubt = verified ? '' : ' Nobody has checked that it comes from Google: go on only when you have just asked for the forwarding.';
  return `Gmail asks whether it may forward to this address; confirm with ${how}.${doubt}`;
};
