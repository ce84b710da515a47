import type { Credentials, SendOutcome, SendRequest } from '@madoguchi/use-cases';
import type { PlatformAnswer } from '../platform-call.js';
import { idIn, objectIn, textIn } from '../platform-json.js';
import { unanswered } from '../unanswered.js';
import { callAsPage, type MessengerHosts, REMEDY_FOR_TOKEN, resultIn } from './call.js';
import { contentProblems } from './limits.js';
import { messagesOf, type MessengerMessage, type MessengerSend, metadataOf, quoteOf, recipientOf } from './message.js';
import { isOutsideWindow, refusalOf } from './refusal.js';

/** Between two tries at an upload. */
const UPLOAD_PAUSE_MS = 2_000;

/**
 * One attempt: the file is uploaded first, then the message is sent, then what belongs behind it. Messenger has no key that would tell a
 * repeat from a second message, so only what certainly reached nobody is tried again.
 */
export const sendToMessenger = async (
  hosts: MessengerHosts,
  request: SendRequest,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const { content, replyTo, idempotencyKey } = request;
  const [problem] = contentProblems(content);
  if (problem) return { outcome: 'rejected', ...problem };
  const recipient = recipientOf(request.recipient);
  if (!recipient) {
    return {
      outcome: 'rejected',
      code: 'recipient-unreachable',
      reason: 'This is no id of a person at Messenger.',
      remedy: 'Answer in a conversation that the customer began.',
    };
  }
  const uploaded = await attachmentFor(hosts, request, credentials, signal);
  if (uploaded && 'outcome' in uploaded) return uploaded;
  const [first, second] = messagesOf(content, metadataOf(idempotencyKey), uploaded);
  if (!first) {
    return { outcome: 'rejected', code: 'media-missing', reason: 'The file to be sent is not in the store.', remedy: 'Attach it again.' };
  }
  const post = (what: MessengerMessage, quote: Pick<MessengerSend, 'reply_to'>) =>
    postMessage(hosts, { recipient, message: what, ...quote }, credentials, signal);
  const sent = await post(first, quoteOf(replyTo));
  if (sent.outcome !== 'accepted' || !second) return sent;
  return together(sent, await post(second, {}), content.type === 'choices' ? LIST : CAPTIONED);
};

const CAPTIONED = 'The file was sent, but perhaps not the text under it; send that on its own.';
const LIST = 'The text was sent, but perhaps not what can be chosen; send that once more.';

/** Some things are two messages at Messenger. When the second fails, neither "sent" nor "failed" is true, and a person has to look. */
const together = (first: Extract<SendOutcome, { outcome: 'accepted' }>, second: SendOutcome, half: string): SendOutcome =>
  second.outcome === 'accepted'
    ? { outcome: 'accepted', providerMessageIds: [...first.providerMessageIds, ...second.providerMessageIds] }
    : { outcome: 'unknown', reason: `${half} ${second.reason}` };

/**
 * Within 24 hours of the customer's message, a plain response. When Meta says that they are over, nothing was sent, and the tag for what a
 * person typed is tried: until the seventh day it is taken, where Meta has given the app the feature "Human Agent".
 */
const postMessage = async (
  hosts: MessengerHosts,
  send: Pick<MessengerSend, 'recipient' | 'message' | 'reply_to'>,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const post = (body: MessengerSend) => callAsPage(hosts, { method: 'POST', path: '{page}/messages', body, signal }, credentials);
  const answer = await post({ ...send, messaging_type: 'RESPONSE' });
  if (answer.kind !== 'answered' || !isOutsideWindow(answer, credentials)) return outcomeOf(answer, credentials);
  const tagged = outcomeOf(await post({ ...send, messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }), credentials);
  // That the tag is refused says less than why it was needed.
  return tagged.outcome === 'rejected' && !ABOUT_THE_CUSTOMER_OR_PAGE.has(tagged.code) ? refusalOf(answer, credentials) : tagged;
};

const ABOUT_THE_CUSTOMER_OR_PAGE = new Set([
  'recipient-unreachable',
  'other-app-owns-conversation',
  'page-restricted',
  'credentials-refused',
]);

const outcomeOf = (answer: PlatformAnswer<unknown>, credentials: Credentials): SendOutcome => {
  if (answer.kind !== 'answered') return unanswered(answer, REMEDY_FOR_TOKEN);
  if (answer.status !== 200) return refusalOf(answer, credentials);
  const messageId = textIn(objectIn(answer.body)?.message_id);
  return messageId === undefined
    ? { outcome: 'unknown', reason: 'Meta answered 200, but the answer cannot be read' }
    : { outcome: 'accepted', providerMessageIds: [messageId] };
};

/**
 * The uploaded file; its address where only that is known; nothing for what has no file; or why it could not be uploaded. An upload
 * reaches no customer, so whatever became of it, it can be done again.
 */
const attachmentFor = async (
  hosts: MessengerHosts,
  { content, mediaFile, mediaUrl }: SendRequest,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<{ readonly attachment_id: string } | { readonly url: string } | SendOutcome | undefined> => {
  if (!('media' in content) || content.type === 'sticker') return undefined;
  if (!mediaFile) return mediaUrl === undefined ? undefined : { url: mediaUrl };
  const form = new FormData();
  form.append('message', JSON.stringify({ attachment: { type: content.type, payload: { is_reusable: true } } }));
  form.append('filedata', new Blob([new Uint8Array(mediaFile.bytes)], { type: mediaFile.mimeType }), mediaFile.fileName);
  const answer = await callAsPage(hosts, { method: 'POST', path: '{page}/message_attachments', body: form, signal }, credentials);
  const id = idIn(resultIn(answer)?.attachment_id);
  if (id !== undefined) return { attachment_id: id };
  const outcome = outcomeOf(answer, credentials);
  return outcome.outcome === 'unknown' || outcome.outcome === 'accepted'
    ? {
        outcome: 'retry',
        afterMs: UPLOAD_PAUSE_MS,
        reason: `The file could not be uploaded: ${'reason' in outcome ? outcome.reason : 'Meta gave it no id'}`,
      }
    : outcome;
};
