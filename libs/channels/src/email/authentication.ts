import { domainOf } from './address.js';
import { headersIn, type MailHead } from './head.js';

/**
 * Whether somebody proved to our own mail server that the author's domain wrote it: DMARC, or a DKIM signature of that domain.
 * SPF says nothing about forwarded mail. Only results that bear our server's name count, because everybody can write such a header.
 *
 * @param authserv the name under which our mail server writes `Authentication-Results`; undefined: nobody checks
 */
export const isVerified = (head: MailHead, from: string, authserv: string | undefined): boolean => {
  const domain = domainOf(from);
  return resultsOf(head, authserv).some(
    (result) =>
      (/^dmarc\s*=\s*pass\b/i.test(result) && isAligned(domain, property(result, 'header.from'))) ||
      (/^dkim\s*=\s*pass\b/i.test(result) &&
        [property(result, 'header.d'), domainIn(property(result, 'header.i'))].some((signer) => isAligned(domain, signer))),
  );
};

const resultsOf = (head: MailHead, authserv: string | undefined): readonly string[] =>
  authserv === undefined
    ? []
    : headersIn(head, 'authentication-results').flatMap((value) => {
        const [name = '', ...results] = value.replace(/\([^()]*\)/g, ' ').split(';');
        return name.trim().split(/\s+/)[0]?.toLowerCase() === authserv.toLowerCase() ? results.map((result) => result.trim()) : [];
      });

const property = (result: string, name: string): string =>
  new RegExp(`\\b${name.replace('.', '\\.')}\\s*=\\s*"?([^\\s;"]+)`, 'i').exec(result)?.[1]?.toLowerCase() ?? '';

const domainIn = (identity: string): string => (identity.includes('@') ? domainOf(identity) : identity);

/** Relaxed, without a list of public suffixes: the one is the other or lies below it, and is more than a top-level domain. */
const isAligned = (domain: string, signer: string): boolean =>
  signer.includes('.') && (domain === signer || domain.endsWith(`.${signer}`) || signer.endsWith(`.${domain}`));
