import { type Credentials, type FetchedMedia, MediaUnavailableError } from '@madoguchi/use-cases';
import { downloadMedia, notReached } from '../media-download.js';
import { objectIn } from '../platform-json.js';
import { authorization, callLine, IMPOSSIBLE_TOKEN, isLineId, type LineHosts, REMEDY_FOR_TOKEN } from './call.js';

const GONE = 'Ask the customer to send it again.';

/**
 * The file of a message, by the message's id. LINE keeps files for a time that it does not tell.
 *
 * @throws MediaUnavailableError
 */
export const fetchFromLine = async (
  hosts: LineHosts,
  messageId: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<FetchedMedia> => {
  const headers = authorization(credentials);
  if (!headers) throw notReached(IMPOSSIBLE_TOKEN);
  if (!isLineId(messageId)) throw new MediaUnavailableError('not-found', 'This is no id of a LINE message.', GONE, false);
  const address = `${hosts.dataApi}/v2/bot/message/${messageId}/content`;
  return downloadMedia(address, { method: 'GET', headers, signal }, async (status) => {
    switch (status) {
      case 202:
        return stillPrepared(address, credentials, signal);
      case 401:
        return new MediaUnavailableError('credentials-refused', 'LINE refused the channel access token.', REMEDY_FOR_TOKEN, false);
      case 404:
        return new MediaUnavailableError('not-found', 'LINE does not have the file any more.', GONE, false);
      case 410:
        return new MediaUnavailableError('unsent', 'The customer has taken the message back.', 'Nothing is to be done.', false);
      case 429:
        return new MediaUnavailableError('rate-limit', 'LINE asks to slow down.', 'Wait: it is tried again.', true);
      default:
        return status >= 500
          ? new MediaUnavailableError('platform-error', `LINE answered ${status}.`, 'Wait: it is tried again.', true)
          : new MediaUnavailableError('refused', `LINE answered ${status} instead of the file.`, GONE, false);
    }
  });
};

/** 202: a long video or audio is being converted; whether that can still succeed stands elsewhere. */
const stillPrepared = async (address: string, credentials: Credentials, signal: AbortSignal): Promise<MediaUnavailableError> => {
  const answer = await callLine(`${address}/transcoding`, credentials, { method: 'GET', signal });
  const failed = answer.kind === 'answered' && objectIn(answer.body)?.status === 'failed';
  return failed
    ? new MediaUnavailableError('conversion-failed', 'LINE could not convert the file.', GONE, false)
    : new MediaUnavailableError('preparing', 'LINE is still preparing the file.', 'Wait: it is tried again.', true);
};
