import type { InboundItem } from '@madoguchi/contracts';
import type { MessageContent } from '@madoguchi/conversation';
import { type JsonObject, objectIn, required, textIn } from '../platform-json.js';
import { contentOf, type MessagePlace } from './content.js';
import type { Person } from './person.js';
import { referralsOf } from './referral.js';

/** What is the same for everything that one element of `messages[]` tells. */
export interface MessageContext {
  readonly dedupKey: string;
  readonly person: Person;
  readonly place: MessagePlace;
  /** ISO 8601. */
  readonly at: string;
  /** Of the element among all others. */
  readonly orderKey: string;
}

/**
 * What an element of `messages[]` means; where the customer came from stands before what they wrote.
 *
 * @throws NotUnderstoodError
 */
export const itemsOfMessage = (message: JsonObject, context: MessageContext): readonly InboundItem[] => {
  const { dedupKey, place, at } = context;
  const { customer } = context.person;
  const item = { dedupKey, conversationKey: customer.key, customer };
  const part = (name: string): JsonObject => required(objectIn(message[name]), name);
  const original = (name: string) => required(textIn(part(name).original_message_id), `${name}.original_message_id`);
  switch (message.type) {
    case 'reaction': {
      const { message_id: about, emoji } = part('reaction');
      const reactions = textIn(emoji) === undefined ? [] : [String(emoji)];
      return [{ kind: 'reaction', ...item, providerMessageId: required(textIn(about), 'reaction.message_id'), reactions, reactedAt: at }];
    }
    case 'edit': {
      const providerMessageId = original('edit');
      const content = contentOf(required(objectIn(part('edit').message), 'edit.message'), { ...place, messageId: providerMessageId });
      return [{ kind: 'edit', ...item, providerMessageId, content, editedAt: at }];
    }
    case 'revoke':
      return [{ kind: 'unsend', ...item, providerMessageId: original('revoke'), unsentAt: at }];
    default: {
      const quoted = textIn(objectIn(message.context)?.id);
      const referrals = referralsOf(message).map(({ name, content }, index) => messageItem(content, context, `#${name}`, index));
      const own = messageItem(contentOf(message, place), context, '', referrals.length);
      return [...referrals, { ...own, replyTo: quoted === undefined ? undefined : { providerMessageId: quoted } }];
    }
  }
};

const messageItem = (content: MessageContent, { dedupKey, person, place, at, orderKey }: MessageContext, suffix: string, step: number) => ({
  kind: 'message' as const,
  dedupKey: `${dedupKey}${suffix}`,
  conversationKey: person.customer.key,
  customer: person.customer,
  providerMessageId: `${place.messageId}${suffix}`,
  content,
  sentAt: at,
  orderKey: `${orderKey}-${step}`,
});
