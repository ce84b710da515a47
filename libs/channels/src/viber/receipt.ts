import type { InboundCustomer, InboundItem } from '@madoguchi/contracts';
import type { Credentials } from '@madoguchi/use-cases';
import { platformWords } from '../platform-call.js';

interface Told {
  /** Of our message, as `send_message` answered it. */
  readonly token: string;
  readonly at: string;
  readonly words: unknown;
  readonly conversationKey: string;
  readonly customer: InboundCustomer;
}

/**
 * What became of our messages. Every device of the customer says `delivered`: once is enough. `seen` is said of one message when all that
 * were unread are read. `failed` may follow an "ok": the customer's client could not show it.
 */
export const receiptsOf = (
  event: 'delivered' | 'seen' | 'failed',
  { token, at, words, conversationKey, customer }: Told,
  credentials: Credentials,
): readonly InboundItem[] => {
  const item = { kind: 'receipt', conversationKey, customer, about: { providerMessageId: token } } as const;
  const dedupKey = `${event}:${token}:${customer.key}`;
  switch (event) {
    case 'delivered':
      return [{ ...item, dedupKey, receipt: { status: 'delivered', at } }];
    case 'seen':
      return [
        { ...item, dedupKey, receipt: { status: 'read', at } },
        { ...item, dedupKey: `${dedupKey}:earlier`, about: { upTo: at }, receipt: { status: 'read', at } },
      ];
    case 'failed': {
      const reason = platformWords(words, [credentials.authToken]) ?? 'it gave no reason';
      const failure = { code: 'not-delivered', reason: `The customer's Viber could not show it: ${reason}` };
      const remedy = 'Change the message and send it again, or use another way.';
      return [{ ...item, dedupKey, receipt: { status: 'failed', at, ...failure, remedy } }];
    }
  }
};
