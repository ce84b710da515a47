import { Refusal } from '@madoguchi/event-sourcing';

export const conversationClosed = (): Refusal =>
  new Refusal('conversation-closed', 'This conversation is closed. The next message of the customer opens a new one.');

export const noSuchConversation = (): Refusal => new Refusal('no-such-conversation', 'There is no such conversation.');

export const notYours = (owner: string | undefined): Refusal =>
  new Refusal('not-yours', owner ? 'Another agent holds this conversation.' : 'Accept the conversation first; nobody holds it.', {
    owner: owner ?? null,
  });

/** @param seen the version that the person had on the screen */
export const refuseBlindly = (lastCustomerVersion: number, seen: number | undefined): void => {
  if (seen !== undefined && lastCustomerVersion > seen) {
    throw new Refusal('it-changed', 'The customer wrote again since you looked. Look first, or send anyway.', {
      version: lastCustomerVersion,
    });
  }
};

export const noSuchReply = (): Refusal => new Refusal('no-such-reply', 'There is no such reply in this conversation.');

export const customerErased = (): Refusal =>
  new Refusal('customer-erased', "This customer's data have been erased. Nothing can be added to the conversation.");
