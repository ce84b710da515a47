import { type FetchedMedia, MediaUnavailableError } from '@madoguchi/use-cases';
import { downloadMedia } from '../media-download.js';
import { requestPlatform } from '../platform-call.js';
import { requestPublic } from '../public-request.js';
import type { ViberHosts } from './call.js';

const ASK_AGAIN = 'Ask the customer to send it again.';
const WAIT = 'Wait: it is tried again.';

/**
 * The file at the signed address that came with the message; it ends after an hour. It needs no token, and gets none: the address names any
 * host, and whoever knows a token can write one. Only the hosts that are configured as Viber's may lie inside our network.
 *
 * @throws MediaUnavailableError
 */
export const fetchFromViber = async (hosts: ViberHosts, address: string, signal: AbortSignal): Promise<FetchedMedia> => {
  if (!URL.canParse(address)) throw new MediaUnavailableError('not-found', 'The message names no address of a file.', ASK_AGAIN, false);
  return downloadMedia(
    address,
    { method: 'GET', signal },
    (status) => {
      switch (status) {
        case 403:
        case 404:
        case 410:
          return new MediaUnavailableError(
            'not-found',
            `Viber does not give the file any more (${status}): its address has ended after an hour.`,
            ASK_AGAIN,
            false,
          );
        case 429:
          return new MediaUnavailableError('rate-limit', 'Viber asks to slow down.', WAIT, true);
        default:
          return status >= 500
            ? new MediaUnavailableError('platform-error', `Viber answered ${status}.`, WAIT, true)
            : new MediaUnavailableError('refused', `Viber answered ${status} instead of the file.`, ASK_AGAIN, false);
      }
    },
    isConfigured(hosts, address) ? requestPlatform : requestPublic,
  );
};

const isConfigured = ({ api, files }: ViberHosts, address: string): boolean =>
  [api, files].some((host) => host !== undefined && URL.canParse(host) && new URL(host).origin === new URL(address).origin);
