import { readFileSync } from 'node:fs';
import { EnvironmentError } from '@madoguchi/service-kit';
import type { IngressEnvironment } from '../environment.js';

export interface MailSettings {
  readonly host: string;
  readonly port: number;
  readonly mailDomain: string;
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly authserv?: string;
}

/** Undefined where this deployment takes no mail. @throws EnvironmentError */
export const mailSettings = (environment: IngressEnvironment): MailSettings | undefined => {
  if (!environment.INGRESS_CHANNELS.includes('email')) return undefined;
  const { HOST, MAIL_HOST, MAIL_PORT, MAIL_TLS_KEY, MAIL_TLS_CERT, MAIL_AUTHSERV_ID, MADOGUCHI_MAIL_DOMAIN } = environment;
  if (!MADOGUCHI_MAIL_DOMAIN) {
    throw new EnvironmentError(['MADOGUCHI_MAIL_DOMAIN is missing (the domain whose mail comes here; INGRESS_CHANNELS names email)']);
  }
  if ((MAIL_TLS_KEY === undefined) !== (MAIL_TLS_CERT === undefined)) {
    throw new EnvironmentError(['MAIL_TLS_KEY and MAIL_TLS_CERT are two files that belong together; set both or none']);
  }
  return {
    host: MAIL_HOST ?? HOST,
    port: MAIL_PORT,
    mailDomain: MADOGUCHI_MAIL_DOMAIN,
    ...(MAIL_TLS_KEY &&
      MAIL_TLS_CERT && { tls: { key: fileIn('MAIL_TLS_KEY', MAIL_TLS_KEY), cert: fileIn('MAIL_TLS_CERT', MAIL_TLS_CERT) } }),
    authserv: MAIL_AUTHSERV_ID,
  };
};

const fileIn = (variable: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new EnvironmentError([`${variable} names a file that cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no code'})`]);
  }
};
