import type { MessageContent } from '../content.js';
import type { ConversationEvent } from '../events.js';

/**
 * What the customer does to a message afterwards. It is recorded even when the message itself has not come yet (then
 * it may be the first event of a conversation that is opened later), or when the conversation is closed: the reader
 * applies it whenever both are there.
 */
export type ChangeCustomerMessage =
  | {
      readonly type: 'EditCustomerMessage';
      readonly providerMessageId: string;
      readonly content: MessageContent;
      readonly editedAt: string;
    }
  | { readonly type: 'UnsendCustomerMessage'; readonly providerMessageId: string; readonly unsentAt: string }
  | {
      readonly type: 'ReactToMessage';
      readonly providerMessageId: string;
      readonly reactions: readonly string[];
      readonly reactedAt: string;
    };

export const changeCustomerMessage = (command: ChangeCustomerMessage): readonly ConversationEvent[] => {
  switch (command.type) {
    case 'EditCustomerMessage': {
      const { providerMessageId, content, editedAt } = command;
      return [{ type: 'CustomerMessageEdited', data: { providerMessageId, content, editedAt } }];
    }
    case 'UnsendCustomerMessage':
      return [{ type: 'CustomerMessageUnsent', data: { providerMessageId: command.providerMessageId, unsentAt: command.unsentAt } }];
    case 'ReactToMessage': {
      const { providerMessageId, reactions, reactedAt } = command;
      return [{ type: 'CustomerReacted', data: { providerMessageId, reactions, reactedAt } }];
    }
  }
};
