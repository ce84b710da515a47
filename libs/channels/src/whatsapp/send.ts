import type { Credentials, SendOutcome, SendRequest } from '@madoguchi/use-cases';
import { objectIn, textIn } from '../platform-json.js';
import { unanswered } from '../unanswered.js';
import { graphIdOf } from './account.js';
import { callGraph, impossibleId, REMEDY_FOR_TOKEN, type WhatsAppHosts } from './call.js';
import { whatsappProblems } from './limits.js';
import { addressOf, whatsappMessageOf } from './message.js';
import { PAUSE_MS, refusalOf } from './refusal.js';

/** One attempt. A file is uploaded first. WhatsApp has no key that would tell a repeat from a second message. */
export const sendToWhatsApp = async (
  hosts: WhatsAppHosts,
  request: SendRequest,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const [problem] = whatsappProblems(request.content);
  if (problem) return { outcome: 'rejected', ...problem };
  if (!addressOf(request.recipient)) {
    return {
      outcome: 'rejected',
      code: 'recipient-unreachable',
      reason: 'This is neither a number nor a user id of WhatsApp.',
      remedy: 'Answer in a conversation that the customer began.',
    };
  }
  const phoneNumberId = graphIdOf(credentials.phoneNumberId);
  if (phoneNumberId === undefined)
    return unanswered(impossibleId('phone number ID'), 'Correct the phone number ID in the integration account.');

  const upload =
    'media' in request.content && request.content.media ? await uploaded(hosts, phoneNumberId, request, credentials, signal) : {};
  if ('outcome' in upload) return upload;
  const message = whatsappMessageOf(request, upload.mediaId);
  if (!message) return MEDIA_MISSING;
  const answer = await callGraph(hosts, `${phoneNumberId}/messages`, credentials, { method: 'POST', body: message, signal });
  if (answer.kind !== 'answered') return unanswered(answer, REMEDY_FOR_TOKEN);
  if (answer.status !== 200) return refusalOf(answer, credentials);
  const sent = objectIn(answer.body)?.messages;
  const messageId = Array.isArray(sent) ? textIn(objectIn(sent[0])?.id) : undefined;
  return messageId === undefined
    ? { outcome: 'unknown', reason: 'WhatsApp answered 200, but the answer cannot be read' }
    : { outcome: 'accepted', providerMessageIds: [messageId] };
};

const MEDIA_MISSING: SendOutcome = {
  outcome: 'rejected',
  code: 'media-missing',
  reason: 'The file to be sent is not in the store.',
  remedy: 'Attach it again.',
};

/** Nobody sees an upload, so whatever becomes of it, it may be done again. */
const uploaded = async (
  hosts: WhatsAppHosts,
  phoneNumberId: string,
  { mediaFile }: SendRequest,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<{ readonly mediaId?: string } | SendOutcome> => {
  if (!mediaFile) return MEDIA_MISSING;
  const form = new FormData();
  form.append('messaging_product', 'whatsapp');
  form.append('type', mediaFile.mimeType);
  form.append('file', new Blob([new Uint8Array(mediaFile.bytes)], { type: mediaFile.mimeType }), mediaFile.fileName);
  const answer = await callGraph(hosts, `${phoneNumberId}/media`, credentials, { method: 'POST', body: form, signal });
  const mediaId = answer.kind === 'answered' && answer.status === 200 ? textIn(objectIn(answer.body)?.id) : undefined;
  if (mediaId !== undefined) return { mediaId };
  const outcome = answer.kind !== 'answered' ? unanswered(answer, REMEDY_FOR_TOKEN) : refusalOf(answer, credentials);
  return outcome.outcome === 'unknown' ? { outcome: 'retry', afterMs: PAUSE_MS, reason: `the upload failed: ${outcome.reason}` } : outcome;
};
