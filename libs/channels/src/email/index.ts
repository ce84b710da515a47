import { Resolver } from 'node:dns/promises';
import { type Channel, MediaUnavailableError } from '@madoguchi/use-cases';
import { noSuchMark } from '../no-such-mark.js';
import { baseAddressOf, emailCredentialFields } from './account.js';
import { type MailResolver, testEmail } from './connection.js';
import { emailCapabilities, emailProblems } from './limits.js';
import { sendMail } from './send.js';
import { submissionOf } from './submission.js';

export { type OwnAddress, ownAddressOf } from './address.js';
export type { MailFile } from './body.js';
export type { MailEnvelope, MailReading } from './mail.js';
export { type MailReader, rawMailFile, readMail } from './parse.js';
export { isSubmissionUrl } from './submission.js';

export interface EmailSettings {
  /** `smtp[s]://user:password@host:port`; absent: nothing can be sent. */
  readonly submissionUrl?: string;
  /** The domain under which base addresses are issued; absent: nothing can be received. */
  readonly mailDomain?: string;
}

const DNS_WITHIN_MS = 3_000;

/** E-mail: in by SMTP to the account's base address, out by a submission server. */
export const emailChannel = (
  { submissionUrl, mailDomain }: EmailSettings,
  now: () => Date = () => new Date(),
  resolver: MailResolver = new Resolver({ timeout: DNS_WITHIN_MS, tries: 1 }),
): Channel => {
  const submission = submissionUrl ? submissionOf(submissionUrl) : undefined;
  return {
    type: 'email',
    intake: 'mail',
    capabilities: emailCapabilities,
    credentialFields: emailCredentialFields,
    platformAccountId: baseAddressOf,
    readWebhook: () => ({ verdict: 'refused', answer: { status: 405 }, reason: 'mail comes by SMTP, not by webhook' }),
    chooseRoute: () => ({ kind: 'push' }),
    // A second copy under the same Message-ID is hidden by some mail programs only, and the promise is: at most once.
    repeatAfterUnknown: () => 'never',
    checkContent: emailProblems,
    send: (request, credentials, signal) => sendMail(submission, request, credentials, now(), signal),
    mark: () => noSuchMark('E-mail'),
    fetchMedia: () =>
      Promise.reject(
        new MediaUnavailableError(
          'not-found',
          'Files of mails are stored when they arrive; there is nothing to fetch.',
          'Ask the customer to send it again.',
          false,
        ),
      ),
    fetchProfile: async () => undefined,
    testConnection: (credentials, signal) => testEmail({ submission, mailDomain, resolver }, credentials, signal),
    // Nobody has to be told: the customer's mail service forwards to the base address.
    registerWebhook: async () => [],
  };
};
