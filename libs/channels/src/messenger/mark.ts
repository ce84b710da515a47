import type { Credentials, MarkOutcome, MarkRequest } from '@madoguchi/use-cases';
import { unanswered } from '../unanswered.js';
import { callAsPage, type MessengerHosts, REMEDY_FOR_TOKEN, resultIn } from './call.js';
import { type MessengerRecipient, recipientOf } from './message.js';
import { plainMessageId } from './message-id.js';
import { refusalOf } from './refusal.js';

/** A body of `POST /{page}/messages` that sets a sign; it never goes together with a message. */
export type MessengerAction = { readonly recipient: MessengerRecipient } & (
  | { readonly sender_action: 'typing_on' | 'mark_seen' }
  | { readonly sender_action: 'react'; readonly payload: { readonly message_id: string; readonly reaction: string } }
  | { readonly sender_action: 'unreact'; readonly payload: { readonly message_id: string } }
);

/** One try to set a sign. "Typing" fades by itself after 20 seconds, and "seen" is said of everything so far. */
export const markAtMessenger = async (
  hosts: MessengerHosts,
  { recipient: key, mark }: MarkRequest,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<MarkOutcome> => {
  const recipient = recipientOf(key);
  if (!recipient) return notPossible('This is no id of a person at Messenger.');
  const body = actionOf(recipient, mark);
  if (!body) return notPossible('Messenger gives no id to this, as to a pressed button or a cart, so nobody can react to it.');
  const answer = await callAsPage(hosts, { method: 'POST', path: '{page}/messages', body, signal }, credentials);
  if (resultIn(answer)) return { outcome: 'done' };
  if (answer.kind === 'answered' && answer.status === 200)
    return { outcome: 'failed', reason: 'Meta answered 200, but the answer cannot be read' };
  const outcome = answer.kind === 'answered' ? refusalOf(answer, credentials) : unanswered(answer, REMEDY_FOR_TOKEN);
  return outcome.outcome === 'rejected' ? outcome : { outcome: 'failed', reason: 'reason' in outcome ? outcome.reason : 'no answer' };
};

const notPossible = (reason: string): MarkOutcome => ({
  outcome: 'rejected',
  code: 'mark-not-possible',
  reason,
  remedy: 'Write a message instead.',
});

const actionOf = (recipient: MessengerRecipient, mark: MarkRequest['mark']): MessengerAction | undefined => {
  switch (mark.kind) {
    case 'typing':
      return { recipient, sender_action: 'typing_on' };
    case 'read':
      return { recipient, sender_action: 'mark_seen' };
    case 'reaction': {
      const messageId = plainMessageId(mark.providerMessageId);
      if (messageId === undefined) return undefined;
      return mark.emoji === null
        ? { recipient, sender_action: 'unreact', payload: { message_id: messageId } }
        : { recipient, sender_action: 'react', payload: { message_id: messageId, reaction: mark.emoji } };
    }
  }
};
