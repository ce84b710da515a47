import { type Credentials, type FetchedMedia, MediaUnavailableError } from '@madoguchi/use-cases';
import { downloadMedia, notReached } from '../media-download.js';
import { requestPlatform } from '../platform-call.js';
import { requestPublic } from '../public-request.js';
import { hasApplication } from './account.js';
import { IMPOSSIBLE_TOKEN, REMEDY_FOR_APPLICATION, type VonageHosts } from './call.js';
import { applicationTokenOf } from './token.js';

const ASK_AGAIN = 'Ask the customer to send it again.';
const WAIT = 'Wait: it is tried again.';

/** The application's token goes to these hosts and to nobody else. */
const VONAGE = /(^|\.)(nexmo|vonage)\.com$/;

/**
 * The file at the address that came with the message; Vonage keeps it for 48 hours and may want to see the application's token. An address
 * at another host is opened without it, and only in the public internet.
 *
 * @throws MediaUnavailableError
 */
export const fetchFromVonage = async (
  address: string,
  credentials: Credentials,
  { hosts, now, signal }: { readonly hosts: VonageHosts; readonly now: Date; readonly signal: AbortSignal },
): Promise<FetchedMedia> => {
  if (!URL.canParse(address)) throw new MediaUnavailableError('not-found', 'The message names no address of a file.', ASK_AGAIN, false);
  const atVonage = addressAtVonage(address, hosts);
  if (atVonage === undefined) return downloadMedia(address, { method: 'GET', signal }, refusedFile, requestPublic);
  const token = hasApplication(credentials) ? await applicationTokenOf(credentials, now) : undefined;
  if (token === undefined && hasApplication(credentials)) throw notReached(IMPOSSIBLE_TOKEN);
  const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
  return downloadMedia(atVonage, { method: 'GET', headers, signal }, refusedFile, requestPlatform);
};

/** Where another server stands in Vonage's place, it has the files too. Undefined for an address outside of Vonage. */
const addressAtVonage = (address: string, { api }: VonageHosts): string | undefined => {
  const { protocol, hostname, port, username, origin, pathname, search } = new URL(address);
  const place = URL.canParse(api) ? new URL(api) : undefined;
  if (place && origin === place.origin) return address;
  if (protocol !== 'https:' || port !== '' || username !== '' || !VONAGE.test(hostname)) return undefined;
  return place && !VONAGE.test(place.hostname) ? `${api}${pathname}${search}` : address;
};

const refusedFile = (status: number): MediaUnavailableError => {
  switch (status) {
    case 401:
    case 403:
      return new MediaUnavailableError('credentials-refused', `Vonage does not give the file (${status}).`, REMEDY_FOR_APPLICATION, false);
    case 404:
    case 410:
      return new MediaUnavailableError(
        'not-found',
        'Vonage does not have the file any more: it keeps files for 48 hours.',
        ASK_AGAIN,
        false,
      );
    case 429:
      return new MediaUnavailableError('rate-limit', 'Vonage asks to slow down.', WAIT, true);
    default:
      return status >= 500
        ? new MediaUnavailableError('platform-error', `Vonage answered ${status}.`, WAIT, true)
        : new MediaUnavailableError('refused', `Vonage answered ${status} instead of the file.`, ASK_AGAIN, false);
  }
};
