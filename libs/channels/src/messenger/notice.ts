import type { MessageContent } from '@madoguchi/conversation';
import { isoTime, type JsonObject, numberIn, required, textIn } from '../platform-json.js';

/** Events that tell something about the chat, by Meta's word for them. */
export const NOTICES = ['optin', 'account_linking', 'response_feedback'] as const;

/**
 * What one of the {@link NOTICES} says. Undefined for an opt-in to marketing messages: its token is worth keeping for whoever sends them.
 *
 * @throws NotUnderstoodError
 */
export const noticeContent = (kind: string, details: JsonObject): MessageContent | undefined => {
  switch (kind) {
    case 'optin':
      return details.notification_messages_token === undefined ? { type: 'system', what: kind, text: textIn(details.ref) } : undefined;
    case 'account_linking':
      return { type: 'system', what: kind, text: required(textIn(details.status), 'account_linking.status') };
    case 'response_feedback':
      return { type: 'system', what: kind, text: required(textIn(details.feedback), 'response_feedback.feedback') };
    default:
      return undefined;
  }
};

/** An appointment that the customer asked for, as one line. @throws NotUnderstoodError */
export const bookingContent = ({ status, booking_id: id, start_time: start, end_time: end, timezone }: JsonObject): MessageContent => {
  const at = (seconds: unknown, name: string) => isoTime(required(numberIn(seconds), name) * 1_000, name);
  const facts = [required(textIn(status), 'status'), at(start, 'start_time'), at(end, 'end_time'), textIn(timezone), textIn(id)];
  return { type: 'system', what: 'appointment_booking', text: facts.filter(Boolean).join(', ') };
};
