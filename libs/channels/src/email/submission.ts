/** The server that takes our mails. */
export interface Submission {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else STARTTLS. */
  readonly secure: boolean;
  /** On this machine, or with a neighbour whose name has no dot (in a network of containers): everywhere else TLS is a must. */
  readonly mayBePlain: boolean;
  readonly user?: string;
  readonly password?: string;
}

/** `smtp[s]://user:password@host:port`; undefined for everything else. */
export const submissionOf = (address: string): Submission | undefined => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const plain =
    url && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && ['', '/'].includes(url.pathname) && !url.search && !url.hash;
  if (!plain || (url.username === '') !== (url.password === '')) return undefined;
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  try {
    return {
      host,
      port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
      secure,
      mayBePlain: /^[a-z][a-z0-9-]*$/.test(host) || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host),
      ...(url.username && { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }),
    };
  } catch {
    return undefined;
  }
};

export const isSubmissionUrl = (address: string): boolean => submissionOf(address) !== undefined;
