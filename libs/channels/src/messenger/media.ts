import { type FetchedMedia, MediaUnavailableError } from '@madoguchi/use-cases';
import { downloadMedia } from '../media-download.js';
import { requestPlatform } from '../platform-call.js';
import type { MessengerHosts } from './call.js';
import { requestPublic } from '../public-request.js';

const ASK_AGAIN = 'Ask the customer to send it again.';
const WAIT = 'Wait: it is tried again.';

/**
 * The file at the signed address that came with the message. It needs no token, and gets none: the address names any host, and whoever
 * knows an app secret can write one. Only the host that is configured for files may lie inside our network.
 *
 * @throws MediaUnavailableError
 */
export const fetchFromMessenger = async (hosts: MessengerHosts, address: string, signal: AbortSignal): Promise<FetchedMedia> => {
  if (!URL.canParse(address)) throw new MediaUnavailableError('not-found', 'The message names no address of a file.', ASK_AGAIN, false);
  const request = isConfigured(hosts, address) ? requestPlatform : requestPublic;
  return downloadMedia(
    address,
    { method: 'GET', signal },
    (status, headers) => {
      switch (status) {
        case 403:
        case 404:
        case 410:
          return new MediaUnavailableError(
            'not-found',
            `Meta does not give the file any more (${status}): its address has ended.`,
            ASK_AGAIN,
            false,
          );
        case 429:
          return new MediaUnavailableError('rate-limit', 'Meta asks to slow down.', WAIT, true, secondsIn(headers.get('retry-after')));
        default:
          return status >= 500
            ? new MediaUnavailableError('platform-error', `Meta answered ${status}.`, WAIT, true)
            : new MediaUnavailableError('refused', `Meta answered ${status} instead of the file.`, ASK_AGAIN, false);
      }
    },
    request,
  );
};

const isConfigured = ({ files }: MessengerHosts, address: string): boolean =>
  files !== undefined && new URL(files).origin === new URL(address).origin;

/** As milliseconds. */
const secondsIn = (header: string | null): number | undefined => (/^\d{1,6}$/.test(header ?? '') ? Number(header) * 1_000 : undefined);
