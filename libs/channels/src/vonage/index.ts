import type { Channel, Credentials, WebhookReading, WebhookRequest } from '@madoguchi/use-cases';
import { noSuchMark } from '../no-such-mark.js';
import { vonageCredentialFields } from './account.js';
import type { VonageHosts } from './call.js';
import { registerVonageWebhook, testVonage } from './connection.js';
import { vonageCapabilities, vonageProblems } from './limits.js';
import { fetchFromVonage } from './media.js';
import { readingOf } from './parse.js';
import { sendToVonage } from './send.js';
import { smsReadingOf } from './sms-parse.js';
import { signedParametersOf, smsParametersOf } from './sms-verify.js';
import { signedBodyOf } from './verify.js';

export { type SmsSize, smsSizeOf } from './sms-text.js';

/** Vonage (formerly Nexmo): SMS API and Messages API. `now`: for the tokens of the application. */
export const vonageChannel = (hosts: VonageHosts, now: () => Date = () => new Date()): Channel => ({
  type: 'vonage',
  intake: 'webhook',
  capabilities: vonageCapabilities,
  credentialFields: vonageCredentialFields,
  platformAccountId: ({ number, apiKey }) => number || apiKey || undefined,
  // The dashboard decides which of its APIs tells of an SMS; only the Messages API has this header.
  readWebhook: (request, credentials, receivedAt) =>
    request.headers.authorization === undefined
      ? readSmsWebhook(request, credentials, receivedAt)
      : readMessagesWebhook(request, credentials, receivedAt),
  chooseRoute: () => ({ kind: 'push' }),
  repeatAfterUnknown: () => 'never',
  checkContent: vonageProblems,
  send: (request, credentials, signal) => sendToVonage(request, credentials, { hosts, now: now(), signal }),
  mark: () => noSuchMark('Vonage'),
  fetchMedia: (reference, credentials, signal) => fetchFromVonage(reference, credentials, { hosts, now: now(), signal }),
  // Vonage tells nothing of a person but the name that comes with some messages.
  fetchProfile: () => Promise.resolve(undefined),
  testConnection: (credentials, signal, webhookUrl) => testVonage(hosts, credentials, signal, webhookUrl),
  registerWebhook: (url, credentials, signal) => registerVonageWebhook(hosts, url, credentials, signal),
});

const refused = (status: number, reason: string): WebhookReading => ({ verdict: 'refused', answer: { status }, reason });

const readMessagesWebhook = (request: WebhookRequest, credentials: Credentials, receivedAt: Date): WebhookReading => {
  if (request.method !== 'POST') return refused(405, 'the Messages API delivers by POST');
  const signed = signedBodyOf(request, credentials, receivedAt);
  if ('reason' in signed) return refused(401, signed.reason);
  return { verdict: 'read', answer: { status: 200 }, ...readingOf(signed.body, { credentials, receivedAt }) };
};

const readSmsWebhook = (request: WebhookRequest, credentials: Credentials, receivedAt: Date): WebhookReading => {
  const parameters = smsParametersOf(request);
  if (!parameters) return refused(401, 'the webhook has neither the header authorization nor parameters of an SMS');
  // Vonage tries an address in this way before it takes it.
  if (parameters.size === 0) return { verdict: 'handshake', answer: { status: 200 } };
  if (parameters.has('message_uuid') && credentials.signatureSecret) {
    // A known fault of Vonage: it sends the same thing again, signed, to whoever answers 5xx.
    return refused(503, 'the Messages API did not sign this webhook');
  }
  const signed = signedParametersOf(parameters, credentials, receivedAt);
  if ('reason' in signed) return refused(401, signed.reason);
  const { parameters: covered, unproven } = signed;
  return { verdict: 'read', answer: { status: 200 }, ...(unproven && { unproven }), ...smsReadingOf(covered, { credentials, receivedAt }) };
};
