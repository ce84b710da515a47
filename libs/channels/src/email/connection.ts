import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { baseAddressOf } from './account.js';
import { domainOf } from './address.js';
import { type Handover, handOver } from './call.js';
import type { Submission } from './submission.js';

/** What is asked of the DNS; `node:dns/promises` answers so. */
export interface MailResolver {
  resolveMx(domain: string): Promise<readonly { readonly exchange: string }[]>;
  resolveTxt(domain: string): Promise<readonly (readonly string[])[]>;
}

export interface TestedSetUp {
  readonly submission: Submission | undefined;
  readonly mailDomain: string | undefined;
  readonly resolver: MailResolver;
}

/** The mail domain, the log-in at the submission server (nothing is sent), and what the DNS says of the domain. */
export const testEmail = async (setUp: TestedSetUp, credentials: Credentials, signal: AbortSignal): Promise<readonly ConnectionCheck[]> => {
  const { mailDomain } = setUp;
  const domainProblem = problemOfDomain(mailDomain, credentials);
  const domain = checked('mail domain', 0, domainProblem);
  const submission = await submissionCheck(setUp, credentials, signal);
  return [domain, submission, ...(domainProblem || mailDomain === undefined ? [] : await dnsChecks(setUp.resolver, mailDomain, signal))];
};

const problemOfDomain = (mailDomain: string | undefined, credentials: Credentials): Problem | undefined => {
  const base = baseAddressOf(credentials);
  if (mailDomain === undefined)
    return { reason: 'This installation receives no mail.', remedy: 'Tell your operator to set MADOGUCHI_MAIL_DOMAIN.' };
  if (base === undefined) return { reason: 'The account has no base address.', remedy: 'Add the integration account anew.' };
  if (domainOf(base) === mailDomain.toLowerCase()) return undefined;
  return {
    reason: `The base address lies under ${domainOf(base)}, and this installation receives mail for ${mailDomain}.`,
    remedy: 'Tell your operator to set MADOGUCHI_MAIL_DOMAIN to the domain of the base address: issued addresses stay valid for ever.',
  };
};

const submissionCheck = async ({ submission }: TestedSetUp, credentials: Credentials, signal: AbortSignal): Promise<ConnectionCheck> => {
  if (!submission)
    return checked('submission', 0, { reason: 'No server takes our mails.', remedy: 'Tell your operator to set MADOGUCHI_SMTP_URL.' });
  const name = domainOf(baseAddressOf(credentials) ?? 'localhost');
  const { answer, milliseconds } = await timed(handOver({ submission, name, secrets: [credentials.replyKey] }, undefined, signal));
  return checked('submission', milliseconds, problemOfHandover(answer));
};

const problemOfHandover = (handover: Handover): Problem | undefined => {
  switch (handover.kind) {
    case 'taken':
      return undefined;
    case 'locked out':
      return {
        reason: `The submission server: ${handover.reason}.`,
        remedy: 'Tell your operator to correct user and password in MADOGUCHI_SMTP_URL, or the certificate of that server.',
      };
    case 'refused':
      return {
        reason: `The submission server answered ${handover.status}: ${handover.words}`,
        remedy: 'Test again later; when it stays so, tell your operator.',
      };
    case 'not given':
    case 'no answer':
      return { reason: `The submission server: ${handover.reason}.`, remedy: 'Check that this server may reach it, then test again.' };
  }
};

/** Names that stand for nothing (RFC 2606, 6761). */
const RESERVED = /(^|\.)(example|test|invalid|localhost|local|example\.(com|net|org))$/;

/** Of codes of a resolver that has answered: there is no such record. */
const NO_RECORD = new Set(['ENOTFOUND', 'ENODATA']);

const dnsChecks = async (resolver: MailResolver, domain: string, signal: AbortSignal): Promise<readonly ConnectionCheck[]> => {
  if (RESERVED.test(domain)) return [skipped('dns', `${domain} is reserved for examples; nothing was looked up.`)];
  const [mx, spf, dmarc] = await Promise.all([
    timed(lookUp(() => resolver.resolveMx(domain), signal)),
    timed(lookUp(() => resolver.resolveTxt(domain), signal)),
    timed(lookUp(() => resolver.resolveTxt(`_dmarc.${domain}`), signal)),
  ]);
  if ([mx, spf, dmarc].every(({ answer }) => answer === 'no resolver'))
    return [skipped('dns', 'No resolver answered; nothing was checked.')];
  const texts = (answer: typeof spf.answer) => (answer === 'no resolver' ? [] : answer.map((parts) => parts.join('')));
  const mxRecords = mx.answer === 'no resolver' ? [] : mx.answer.filter(({ exchange }) => exchange !== '');
  return [
    checked(
      'mx',
      mx.milliseconds,
      mxRecords.length > 0 ? undefined : missing(domain, 'MX', 'pointing to the SMTP listener of ingress: without it no mail arrives'),
    ),
    checked(
      'spf',
      spf.milliseconds,
      texts(spf.answer).some((text) => /^v=spf1\b/i.test(text)) ? undefined : missing(domain, 'SPF (TXT)', 'naming the submission server'),
    ),
    checked(
      'dmarc',
      dmarc.milliseconds,
      texts(dmarc.answer).some((text) => /^v=DMARC1\b/i.test(text))
        ? undefined
        : missing(`_dmarc.${domain}`, 'DMARC (TXT)', 'so that receivers know what to do'),
    ),
  ];
};

const missing = (domain: string, record: string, what: string): Problem => ({
  reason: `${domain} has no ${record} record.`,
  remedy: `Have your operator add one, ${what}.`,
});

const skipped = (check: string, reason: string): ConnectionCheck => ({ check, ok: true, reason, milliseconds: 0 });

/** An empty list when there is no such record. */
const lookUp = async <Records>(
  ask: () => Promise<readonly Records[]>,
  signal: AbortSignal,
): Promise<readonly Records[] | 'no resolver'> => {
  const late = new Promise<'no resolver'>((resolve) => {
    if (signal.aborted) resolve('no resolver');
    signal.addEventListener('abort', () => resolve('no resolver'), { once: true });
  });
  const answer = ask().catch((error: { readonly code?: string }) => (NO_RECORD.has(error.code ?? '') ? [] : ('no resolver' as const)));
  return Promise.race([answer, late]);
};
