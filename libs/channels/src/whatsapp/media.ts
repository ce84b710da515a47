import { type Credentials, type FetchedMedia, MediaUnavailableError } from '@madoguchi/use-cases';
import { downloadMedia, LARGEST_MEDIA, notReached, tooLarge } from '../media-download.js';
import type { PlatformAnswer } from '../platform-call.js';
import { objectIn, textIn } from '../platform-json.js';
import { authorization, callGraph, IMPOSSIBLE_TOKEN, REMEDY_FOR_TOKEN, type WhatsAppHosts } from './call.js';
import { failureOf, graphErrorIn } from './errors.js';

const ASK_AGAIN = 'Ask the customer to send it again.';
const WAIT = 'Wait: it is tried again.';

/** Where Meta keeps files. The token goes to nobody else, whatever address an answer names. */
const META = /\.(facebook\.com|fbsbx\.com|fbcdn\.net|whatsapp\.net)$/;

/**
 * A file by its media id, in two steps: where it lies (for five minutes), then its bytes, both with the token.
 * Meta keeps what customers send for 7 days.
 *
 * @throws MediaUnavailableError
 */
export const fetchFromWhatsApp = async (
  hosts: WhatsAppHosts,
  mediaId: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<FetchedMedia> => {
  const headers = authorization(credentials);
  if (!headers) throw notReached(IMPOSSIBLE_TOKEN);
  if (!/^[A-Za-z0-9_-]{1,100}$/.test(mediaId)) {
    throw new MediaUnavailableError('not-found', 'This is no id of a file of WhatsApp.', ASK_AGAIN, false);
  }
  const query = new URLSearchParams({ phone_number_id: credentials.phoneNumberId ?? '' });
  const answer = await callGraph(hosts, `${mediaId}?${query}`, credentials, { method: 'GET', signal });
  const file = answer.kind === 'answered' && answer.status === 200 ? objectIn(answer.body) : undefined;
  const address = textIn(file?.url);
  if (address === undefined) throw refusedFile(answer, credentials);
  const place = placeOf(address, hosts);
  if (place === undefined) {
    throw new MediaUnavailableError(
      'not-found',
      'WhatsApp named an address outside Meta for the file; it is not opened.',
      ASK_AGAIN,
      false,
    );
  }
  const told = Number(file?.file_size ?? Number.NaN);
  const size = Number.isSafeInteger(told) && told >= 0 ? told : undefined;
  if (size !== undefined && size > LARGEST_MEDIA) throw tooLarge();
  const mimeType = textIn(file?.mime_type)?.split(';')[0]?.trim().toLowerCase();
  const downloaded = await downloadMedia(place, { method: 'GET', headers, signal }, (status) =>
    status === 401 || status === 403
      ? new MediaUnavailableError('credentials-refused', `WhatsApp answered ${status} instead of the file.`, REMEDY_FOR_TOKEN, false)
      : // 404: the address has ended; the next try asks for a new one.
        new MediaUnavailableError('refused', `WhatsApp answered ${status} instead of the file.`, WAIT, true),
  );
  return { ...(mimeType && { mimeType }), ...(size !== undefined && { size }), ...downloaded };
};

/** Where to ask for the file: https at Meta, or what stands in the place of that. Undefined for every other address. */
const placeOf = (address: string, { files }: WhatsAppHosts): string | undefined => {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, username, port, pathname, search } = new URL(address);
  if (protocol !== 'https:' || username !== '' || port !== '' || !META.test(hostname)) return undefined;
  return files === undefined ? address : `${files}${pathname}${search}`;
};

const refusedFile = (answer: PlatformAnswer<unknown>, credentials: Credentials): MediaUnavailableError => {
  if (answer.kind !== 'answered') return notReached(answer);
  const error = graphErrorIn(answer.body, credentials);
  const failure = error && failureOf(error);
  const reason = `WhatsApp answered ${answer.status}${error ? ` (${error.number}): ${error.words}` : ''}`;
  if (failure?.code === 'credentials-refused' || answer.status === 401) {
    return new MediaUnavailableError('credentials-refused', reason, REMEDY_FOR_TOKEN, false);
  }
  if (answer.status === 429 || failure?.code === 'rate-limit') {
    return new MediaUnavailableError('rate-limit', reason, WAIT, true, failure?.retryAfterMs);
  }
  if (answer.status === 200 || answer.status >= 500 || failure?.retryAfterMs !== undefined) {
    return new MediaUnavailableError('platform-error', reason, WAIT, true);
  }
  if (failure?.code === 'not-allowed' || answer.status === 403)
    return new MediaUnavailableError('not-allowed', reason, REMEDY_FOR_TOKEN, false);
  return new MediaUnavailableError('not-found', reason, ASK_AGAIN, false);
};
