import type { SendOutcome } from '@madoguchi/use-cases';
import { type LineWorksAnswer, pauseAsked, REMEDY_FOR_CREDENTIALS } from './call.js';

/** What becomes of a message whose call brought something else than a success. */
export const refusalOf = (
  { status, headers, body }: Extract<LineWorksAnswer, { kind: 'answered' }>,
  remedyForContent = 'Change the message and send it again.',
): SendOutcome => {
  const reason = `LINE WORKS answered ${status}: ${body.words}`;
  // Only a refusal says that there is no message.
  if (status < 300 || status >= 500) return { outcome: 'unknown', reason };
  const rejected = (code: string, remedy: string): SendOutcome => ({ outcome: 'rejected', code, reason, remedy });
  switch (status) {
    case 400:
      return rejected('content-refused', remedyForContent);
    case 401:
      return rejected('credentials-refused', REMEDY_FOR_CREDENTIALS);
    case 403:
      return rejected(
        'not-allowed',
        'Check in the LINE WORKS admin screen (Service > Bot) that the bot is added and that this member may use it, and that the ClientApp has the OAuth scope "bot".',
      );
    case 404:
      return rejected('recipient-unreachable', 'The member or the bot is gone. Check the Bot ID, and reach the member in another way.');
    case 413:
      return rejected('file-too-large', 'Send a smaller file or a link.');
    case 429:
      return { outcome: 'retry', afterMs: pauseAsked(headers), reason: `LINE WORKS asks to slow down: ${body.words}`, holds: 'account' };
    default:
      return rejected('refused', 'Test the connection of the integration account.');
  }
};
