import type { Receipt } from '@madoguchi/conversation';

interface Undelivered {
  readonly code: string;
  /** Vonage's own words for the number. */
  readonly words: string;
  readonly remedy: string;
}

const LATER = 'Send it again later.';
const OTHER_WAY = 'Use another way to reach the customer.';
const DO_NOT_REPEAT = 'Do not repeat it; use another way.';
const REGULATION = {
  code: 'content-refused',
  words: 'blocked by a rule of the country',
  remedy: 'Look into the rules of the country for sender and text.',
};

/** Vonage, "SMS delivery receipts", `err-code`. */
const UNDELIVERED: ReadonlyMap<string, Undelivered> = new Map(
  Object.entries({
    '2': { code: 'recipient-absent', words: 'the phone is absent for now', remedy: LATER },
    '3': { code: 'recipient-unreachable', words: 'the phone is absent for good', remedy: OTHER_WAY },
    '4': { code: 'recipient-barred', words: 'the customer has barred it', remedy: DO_NOT_REPEAT },
    '5': { code: 'recipient-unreachable', words: 'the number was taken to another network', remedy: LATER },
    '6': { code: 'held-back', words: 'taken for advertising', remedy: 'Write it in other words, or use another way.' },
    '7': { code: 'recipient-absent', words: 'the phone was busy', remedy: LATER },
    '8': { code: 'network-error', words: 'an error of the network', remedy: LATER },
    '9': { code: 'recipient-opted-out', words: 'the number takes no messages from this sender', remedy: DO_NOT_REPEAT },
    '10': { code: 'content-refused', words: 'the message cannot be delivered as it is', remedy: 'Change the message and send it again.' },
    '11': { code: 'recipient-unreachable', words: 'there is no way to this number', remedy: OTHER_WAY },
    '12': { code: 'recipient-unreachable', words: 'the destination cannot be reached', remedy: OTHER_WAY },
    '13': { code: 'recipient-barred', words: 'the customer is too young for it', remedy: DO_NOT_REPEAT },
    '14': { code: 'recipient-barred', words: 'blocked by the network', remedy: 'Ask the support of Vonage, or use another way.' },
    '15': { code: 'recipient-unreachable', words: "the customer's prepaid credit is used up", remedy: LATER },
    ...Object.fromEntries(['50', '51', '52', '53', '54'].map((code) => [code, REGULATION])),
  }),
);

const UNCLEAR: Undelivered = {
  code: 'not-delivered',
  words: 'the network gave no reason',
  remedy: 'Ask the customer in another way, or send it again.',
};

/** What a delivery receipt means for our message, one for each of its parts; undefined when nobody knows this status. */
export const receiptIn = (status: string, errorCode: string, at: string): Receipt | undefined => {
  switch (status) {
    case 'delivered':
      return { status: 'delivered', at };
    case 'expired':
    case 'failed':
    case 'rejected': {
      const { code, words, remedy } = UNDELIVERED.get(errorCode) ?? UNCLEAR;
      return { status: 'failed', at, code, remedy, reason: `Vonage did not deliver it (${status}, ${errorCode || 'no code'}): ${words}` };
    }
    default:
      return undefined;
  }
};
