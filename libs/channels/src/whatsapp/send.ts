import type { Credentials, SendOutcome, SendRequest } from '@madoguchi/use-cases';
import type { PlatformAnswer } from '../platform-call.js';
import { objectIn, textIn } from '../platform-json.js';
import { unanswered } from '../unanswered.js';
import { graphIdOf } from './account.js';
import { callGraph, impossibleId, REMEDY_FOR_TOKEN, type WhatsAppHosts } from './call.js';
import { failureOf, graphErrorIn } from './errors.js';
import { whatsappProblems } from './limits.js';
import { addressOf, whatsappMessageOf } from './message.js';

/** Where WhatsApp names no time. */
const PAUSE_MS = 2_000;

type Answered = Extract<PlatformAnswer<unknown>, { kind: 'answered' }>;

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

  const upload = 'media' in request.content ? await uploaded(hosts, phoneNumberId, request, credentials, signal) : {};
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

const refusalOf = ({ status, body, headers }: Answered, credentials: Credentials): SendOutcome => {
  const error = graphErrorIn(body, credentials);
  const reason = error ? `WhatsApp refused it (${error.number}): ${error.words}` : `WhatsApp answered ${status} without a reason`;
  const failure = error && failureOf(error);
  if (status === 200 || (status >= 500 && (!failure || failure.vague))) return { outcome: 'unknown', reason };
  if (failure?.retryAfterMs !== undefined) return { outcome: 'retry', afterMs: pauseAsked(headers) ?? failure.retryAfterMs, reason };
  if (status === 429) return { outcome: 'retry', afterMs: pauseAsked(headers) ?? PAUSE_MS, reason };
  return { outcome: 'rejected', reason, ...(failure ?? refusalByStatus(status)) };
};

/** For codes that nobody knows yet, and for answers of something that stands before the Graph API. */
const refusalByStatus = (status: number): { readonly code: string; readonly remedy: string } => {
  switch (status) {
    case 400:
      return { code: 'content-refused', remedy: 'Change the message and send it again.' };
    case 401:
      return { code: 'credentials-refused', remedy: REMEDY_FOR_TOKEN };
    case 403:
      return { code: 'not-allowed', remedy: 'Test the connection of the integration account: the access token lacks a right.' };
    case 413:
      return { code: 'file-too-large', remedy: 'Send a smaller file or a link.' };
    default:
      return { code: 'refused', remedy: 'Test the connection of the integration account; the address of the Graph API may be wrong.' };
  }
};

const pauseAsked = (headers: Headers): number | undefined => {
  const seconds = headers.get('retry-after');
  return seconds !== null && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : undefined;
};
