import { createHash, createHmac } from 'node:crypto';
import { equalInConstantTime } from '../constant-time.js';
import { domainOf, taggedAddress } from './address.js';

/**
 * What our mails carry, so that an answer finds its thread though nothing is looked up: the thread and the customer in the
 * Message-ID, the thread in the reply address, the mail in the envelope's sender. Each is signed with the account's reply key.
 * A local part has room for 64 characters (RFC 5321) and the base address takes 28 of them: hence these lengths.
 */
const ID_CHARACTERS = 9;
/** 80 bits. */
const MAC_CHARACTERS = 16;

/** Who signs, and for whom. */
export interface Signer {
  readonly baseAddress: string;
  readonly replyKey: string;
}

/** A mail of ours, or the thread that it stands in. */
export interface Thread {
  /** The customer's address in lower case. */
  readonly customer: string;
  /** {@link threadIdOf} */
  readonly thread: string;
}

const ID = `[a-z2-7]{${ID_CHARACTERS}}`;
const MAC = `[a-z2-7]{${MAC_CHARACTERS}}`;

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

const base32 = (bytes: Uint8Array): string => {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += BASE32[(value >>> (bits - 5)) & 31];
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + BASE32[(value << (5 - bits)) & 31] : text;
};

const fromBase32 = (text: string): Buffer => {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const character of text) {
    value = ((value << 5) | BASE32.indexOf(character)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >>> bits) & 255);
  }
  return Buffer.from(bytes);
};

const digest = (characters: number, ...parts: readonly string[]): string =>
  base32(createHash('sha256').update(parts.join('\n')).digest()).slice(0, characters);

const mac = ({ replyKey }: Signer, ...parts: readonly string[]): string =>
  base32(createHmac('sha256', replyKey).update(parts.join('\n')).digest()).slice(0, MAC_CHARACTERS);

const isSigned = (signer: Signer, claimed: string, ...parts: readonly string[]): boolean =>
  signer.replyKey !== '' && equalInConstantTime(mac(signer, ...parts), claimed);

/** Of the thread that begins with this Message-ID: the same whenever it is asked for. */
export const threadIdOf = (baseAddress: string, rootMessageId: string): string =>
  digest(ID_CHARACTERS, 'thread', baseAddress, rootMessageId);

const outgoingIdOf = (idempotencyKey: string): string => digest(ID_CHARACTERS, 'outgoing', idempotencyKey);

/** `<customer>#<thread>`: whoever sends has the address without a look-up. */
export const conversationKeyOf = ({ customer, thread }: Thread): string => `${customer}#${thread}`;

/** Undefined for a key that {@link conversationKeyOf} did not make. */
export const threadIn = (conversationKey: string): Thread | undefined => {
  const parts = new RegExp(`^(.+@.+)#(${ID})$`, 's').exec(conversationKey);
  return parts?.[1] && parts[2] ? { customer: parts[1], thread: parts[2] } : undefined;
};

const messageId = (signer: Signer, { customer, thread }: Thread, outgoing: string): string => {
  const signature = mac(signer, 'message', outgoing, thread, customer);
  return `<out.${outgoing}.${thread}.${signature}.${base32(Buffer.from(customer))}@${domainOf(signer.baseAddress)}>`;
};

/** The same on every attempt at the same mail. */
export const messageIdOf = (signer: Signer, thread: Thread, idempotencyKey: string): string =>
  messageId(signer, thread, outgoingIdOf(idempotencyKey));

/** The thread of a Message-ID of ours; undefined when it is not ours or was changed. */
export const threadOfMessageId = (signer: Signer, id: string): Thread | undefined => {
  const parts = new RegExp(`^<out\\.(${ID})\\.(${ID})\\.(${MAC})\\.([a-z2-7]+)@([^@>]+)>$`, 'i').exec(id);
  if (!parts || parts[5]?.toLowerCase() !== domainOf(signer.baseAddress)) return undefined;
  const [outgoing = '', thread = '', signature = '', encoded = ''] = parts.slice(1).map((part) => part.toLowerCase());
  const customer = fromBase32(encoded).toString('utf8');
  // The last character has bits to spare: only one spelling is ours.
  if (base32(Buffer.from(customer)) !== encoded) return undefined;
  return isSigned(signer, signature, 'message', outgoing, thread, customer) ? { customer, thread } : undefined;
};

const checkOf = (signer: Signer, customer: string): string => mac(signer, 'customer', customer).slice(0, ID_CHARACTERS);

/** Where the customer's answer is to go. */
export const replyAddressOf = (signer: Signer, { customer, thread }: Thread): string => {
  const check = checkOf(signer, customer);
  return taggedAddress(signer.baseAddress, `r${thread}${check}${mac(signer, 'reply', thread, check)}`);
};

/**
 * The thread of a reply address. Whose thread it is, only a trace fits in: `candidates` are the addresses that the mail names;
 * none of them may be it when the customer answers from elsewhere.
 */
export const threadOfReplyTag = (
  signer: Signer,
  tag: string,
  candidates: readonly string[],
): { thread: string; customer?: string } | undefined => {
  const [, thread = '', check = '', signature = ''] = new RegExp(`^r(${ID})(${ID})(${MAC})$`).exec(tag) ?? [];
  if (!isSigned(signer, signature, 'reply', thread, check)) return undefined;
  return { thread, customer: candidates.find((candidate) => checkOf(signer, candidate) === check) };
};

/** The envelope's sender: whoever cannot deliver the mail tells it there. */
export const bounceAddressOf = (signer: Signer, { customer, thread }: Thread, idempotencyKey: string): string => {
  const outgoing = outgoingIdOf(idempotencyKey);
  return taggedAddress(signer.baseAddress, `b${outgoing}${thread}${mac(signer, 'bounce', outgoing, thread, customer)}`);
};

/** Whether a tag has the form of a bounce address; {@link mailOfBounceTag} tells whether it is one. */
export const isBounceTag = (tag: string): boolean => new RegExp(`^b${ID}${ID}${MAC}$`).test(tag);

/** The mail that a bounce address stands for; `candidates`: whom it may have been for. */
export const mailOfBounceTag = (
  signer: Signer,
  tag: string,
  candidates: readonly string[],
): (Thread & { readonly messageId: string }) | undefined => {
  const [, outgoing = '', thread = '', signature = ''] = new RegExp(`^b(${ID})(${ID})(${MAC})$`).exec(tag) ?? [];
  const customer = candidates.find((candidate) => isSigned(signer, signature, 'bounce', outgoing, thread, candidate));
  return customer === undefined ? undefined : { customer, thread, messageId: messageId(signer, { customer, thread }, outgoing) };
};
