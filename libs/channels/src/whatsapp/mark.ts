import type { Credentials, MarkOutcome, MarkRequest, SendOutcome } from '@madoguchi/use-cases';
import { objectIn } from '../platform-json.js';
import { unanswered } from '../unanswered.js';
import { graphIdOf } from './account.js';
import { callGraph, impossibleId, REMEDY_FOR_TOKEN, type WhatsAppHosts } from './call.js';
import { type WhatsAppMessage, whatsappReactionOf } from './message.js';
import { messageIdOf } from './referral.js';
import { refusalOf } from './refusal.js';

/** Body of `POST /{phone number id}/messages` for what is no message. */
export interface WhatsAppSign {
  readonly messaging_product: 'whatsapp';
  readonly status: 'read';
  readonly message_id: string;
  readonly typing_indicator?: { readonly type: 'text' };
}

/**
 * Sets a sign. WhatsApp hangs "typing" on the customer's last message, shows it for 25 seconds or until the answer comes, and takes that
 * message and all before it as read; there is no way to end it earlier.
 */
export const markAtWhatsApp = async (
  hosts: WhatsAppHosts,
  request: MarkRequest,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<MarkOutcome> => {
  const body = bodyOf(request);
  if (!body) return NOTHING_TO_HANG_ON;
  const phoneNumberId = graphIdOf(credentials.phoneNumberId);
  if (phoneNumberId === undefined)
    return signOutcome(unanswered(impossibleId('phone number ID'), 'Correct it in the integration account.'));
  const answer = await callGraph(hosts, `${phoneNumberId}/messages`, credentials, { method: 'POST', body, signal });
  if (answer.kind !== 'answered') return signOutcome(unanswered(answer, REMEDY_FOR_TOKEN));
  return answer.status === 200 && objectIn(answer.body) ? { outcome: 'done' } : signOutcome(refusalOf(answer, credentials));
};

const bodyOf = ({ recipient, mark, lastCustomerMessageId }: MarkRequest): WhatsAppSign | WhatsAppMessage | undefined => {
  switch (mark.kind) {
    case 'typing':
      return lastCustomerMessageId === undefined ? undefined : { ...readUpTo(lastCustomerMessageId), typing_indicator: { type: 'text' } };
    case 'read':
      return readUpTo(mark.providerMessageId);
    case 'reaction':
      return whatsappReactionOf(recipient, mark.providerMessageId, mark.emoji);
  }
};

const readUpTo = (providerMessageId: string): WhatsAppSign => ({
  messaging_product: 'whatsapp',
  status: 'read',
  message_id: messageIdOf(providerMessageId),
});

const NOTHING_TO_HANG_ON: MarkOutcome = {
  outcome: 'rejected',
  code: 'no-message-to-mark',
  reason: 'WhatsApp hangs this sign on a message of the customer, and there is none.',
  remedy: 'Wait until the customer writes, or send a message.',
};

/** A sign is never repeated by itself, so "later" and "perhaps" are the same. */
const signOutcome = (outcome: SendOutcome): MarkOutcome => {
  if (outcome.outcome === 'accepted') return { outcome: 'done' };
  return outcome.outcome === 'rejected' ? outcome : { outcome: 'failed', reason: outcome.reason };
};
