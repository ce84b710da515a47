import type { SmsParameters } from './sms-signature.js';
import { padded } from './times.js';

/** Where one SMS stands in a long message of the customer. */
export interface Concatenation {
  /** 0 to 65535, chosen by the customer's phone and used again for other messages. */
  readonly reference: number;
  /** From 1. */
  readonly number: number;
  readonly total: number;
}

/** Parts of one message arrive within seconds and in any order; ours, in milliseconds. */
const TOGETHER_MS = 10_000;

/** Undefined for a message of its own; some networks drop these fields, then its parts are such messages too. */
export const concatenationIn = (parameters: SmsParameters): Concatenation | undefined => {
  const [reference, number, total] = ['concat-ref', 'concat-part', 'concat-total'].map((name) => {
    const digits = parameters.get(name) ?? '';
    return /^\d{1,5}$/.test(digits) ? Number(digits) : Number.NaN;
  }) as [number, number, number];
  const isPart = parameters.get('concat') === 'true' && reference >= 0 && number >= 1 && number <= total && total > 1;
  return isPart ? { reference, number, total } : undefined;
};

/**
 * By Vonage's time, which it tells in seconds, then by arrival. The parts of a long message are kept together and in their order as long
 * as they come within the same ten seconds: behind the other messages of these, because nobody can type that fast.
 */
export const orderKeyOf = (sentAt: number, receivedAt: Date, part: Concatenation | undefined): string => {
  const together = padded(sentAt - (sentAt % TOGETHER_MS));
  if (!part) return `${together}-${padded(sentAt)}-${padded(receivedAt.getTime())}`;
  const digits = ({ reference, total, number }: Concatenation) => [reference, total, number].map((each) => String(each).padStart(5, '0'));
  return `${together}-~${digits(part).join('-')}`;
};
