import type { Receipt } from '@madoguchi/conversation';
import type { Credentials } from '@madoguchi/use-cases';
import type { JsonObject } from '../platform-json.js';
import { errorIn, failureOf } from './errors.js';

/** What a status (in lower case) means for our message; undefined when nobody knows it yet. */
export const receiptIn = (webhook: JsonObject, status: string, at: string, credentials: Credentials): Receipt | undefined => {
  switch (status) {
    case 'delivered':
    case 'read':
      return { status, at };
    case 'rejected':
    case 'undeliverable': {
      const error = errorIn(webhook.error, credentials);
      const { code, remedy } = (error && failureOf(error)) ?? { code: 'not-delivered', remedy: 'Send it again or use another way.' };
      const number = error?.number === undefined ? '' : ` (${error.number})`;
      return { status: 'failed', at, code, remedy, reason: `Vonage did not deliver it${number}: ${error?.words ?? 'it gave no reason'}` };
    }
    default:
      return undefined;
  }
};
