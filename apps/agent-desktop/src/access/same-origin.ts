import type { IncomingHttpHeaders } from 'node:http';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a browser says about where a request or a socket comes from; programs say nothing. */
export const comesFromElsewhere = (headers: IncomingHttpHeaders, host: string | undefined): boolean => {
  const { origin } = headers;
  if (origin !== undefined) return hostOf(origin) !== host?.toLowerCase();
  return headers['sec-fetch-site'] === 'cross-site' || headers['sec-fetch-site'] === 'same-site';
};

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};

/** The second line behind SameSite cookies: no other page may change anything in somebody's name. */
export const mayChange = (method: string, headers: IncomingHttpHeaders, host: string | undefined): boolean =>
  SAFE.has(method) || !comesFromElsewhere(headers, host);
