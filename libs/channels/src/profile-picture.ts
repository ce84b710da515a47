import { CHANNEL_TYPES } from '@madoguchi/conversation';
import { type FetchedMedia, MediaUnavailableError } from '@madoguchi/use-cases';
import { downloadMedia } from './media-download.js';
import { requestPlatform } from './platform-call.js';
import { requestPublic } from './public-request.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Downloads a profile picture from the address that a platform told. It needs no token, and gets none. Only a host that the environment
 * puts in a platform's place (`MADOGUCHI_<CHANNEL>_…`) may lie inside our network.
 *
 * @throws MediaUnavailableError
 */
export const pictureFetcher = (environment: Environment) => {
  const ours = originsIn(environment);
  return (address: string, signal: AbortSignal): Promise<FetchedMedia> => {
    const request = URL.canParse(address) && ours.has(new URL(address).origin) ? requestPlatform : requestPublic;
    return downloadMedia(
      address,
      { method: 'GET', signal },
      (status) =>
        new MediaUnavailableError('refused', `The picture's host answered ${status}.`, 'Wait for the next conversation.', status >= 500),
      request,
    );
  };
};

const PLACE = new RegExp(`^MADOGUCHI_(${CHANNEL_TYPES.join('|').toUpperCase()})_[A-Z_]+$`);

const originsIn = (environment: Environment): ReadonlySet<string> =>
  new Set(
    Object.entries(environment).flatMap(([name, value]) =>
      PLACE.test(name) && value && /^https?:/.test(value) && URL.canParse(value) ? [new URL(value).origin] : [],
    ),
  );
