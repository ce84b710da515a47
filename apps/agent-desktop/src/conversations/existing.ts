import { ProblemException } from '@madoguchi/service-kit';

/** Another tenant's conversation is as little there as one that never was. */
export const existing = <Conversation>(conversation: Conversation | undefined): Conversation => {
  if (conversation === undefined) throw new ProblemException(404, 'no-such-conversation', 'There is no such conversation.');
  return conversation;
};
