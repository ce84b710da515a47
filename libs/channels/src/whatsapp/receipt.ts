import type { Receipt } from '@madoguchi/conversation';
import type { Credentials } from '@madoguchi/use-cases';
import { type JsonObject, textIn } from '../platform-json.js';
import { failureOf, readError } from './errors.js';
import { recipientIn } from './message.js';

/**
 * What a status means for our message; undefined when it says nothing that we show. `played` is a voice message that was heard.
 */
export const receiptIn = (status: JsonObject, at: string, credentials: Credentials): Receipt | undefined => {
  switch (status.status) {
    case 'delivered':
      return { status: 'delivered', at };
    case 'read':
    case 'played':
      return { status: 'read', at };
    case 'failed':
      return { status: 'failed', at, ...failureIn(status, credentials) };
    default:
      return undefined;
  }
};

const failureIn = ({ errors }: JsonObject, credentials: Credentials) => {
  const error = readError(Array.isArray(errors) ? errors[0] : undefined, credentials);
  const { code, remedy } = (error && failureOf(error)) ?? { code: 'not-delivered', remedy: 'Send it again or use another way.' };
  return {
    code,
    remedy,
    reason: error ? `WhatsApp did not deliver it (${error.number}): ${error.words}` : 'WhatsApp did not deliver it and gave no reason',
  };
};

/**
 * The conversation that the answer belongs to. Our own mark comes back with it; without the mark, the number stands there exactly
 * when it was sent to a number, and the user id alone when it was sent to that.
 */
export const conversationOfStatus = (status: JsonObject): string | undefined =>
  recipientIn(status.biz_opaque_callback_data) ?? textIn(status.recipient_id) ?? textIn(status.recipient_user_id);
