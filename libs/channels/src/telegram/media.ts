import { type Credentials, type FetchedMedia, MediaUnavailableError } from '@madoguchi/use-cases';
import { downloadMedia, notReached, tooLarge } from '../media-download.js';
import type { PlatformAnswer } from '../platform-call.js';
import { textIn } from '../platform-json.js';
import { botTokenOf } from './account.js';
import { callTelegram, IMPOSSIBLE_TOKEN, pauseAsked, REMEDY_FOR_TOKEN, resultIn, type TelegramHosts, telegramWords } from './call.js';

const ASK_AGAIN = 'Ask the customer to send it again.';
const WAIT = 'Wait: it is tried again.';

/**
 * A file by its `file_id`, in two steps: where it lies (for an hour), then its bytes. Telegram gives a bot files up to 20 MB.
 *
 * @throws MediaUnavailableError
 */
export const fetchFromTelegram = async (
  hosts: TelegramHosts,
  fileId: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<FetchedMedia> => {
  const token = botTokenOf(credentials);
  if (token === undefined) throw notReached(IMPOSSIBLE_TOKEN);
  const answer = await callTelegram(hosts, 'getFile', credentials, { file_id: fileId }, signal);
  const path = textIn(resultIn(answer)?.file_path);
  if (path === undefined || !isInside(path)) throw refusedFile(answer, credentials);
  const address = `${hosts.api}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`;
  return downloadMedia(address, { method: 'GET', signal }, (status, headers) =>
    status === 429
      ? new MediaUnavailableError('rate-limit', 'Telegram asks to slow down.', WAIT, true, pauseAsked(undefined, headers))
      : new MediaUnavailableError('refused', `Telegram answered ${status} instead of the file.`, WAIT, true),
  );
};

/** Never out of the bot's own folder, whatever the platform says. */
const isInside = (path: string): boolean => path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const refusedFile = (answer: PlatformAnswer<unknown>, credentials: Credentials): MediaUnavailableError => {
  if (answer.kind !== 'answered') return notReached(answer);
  const reason = `Telegram answered ${answer.status}: ${telegramWords(answer.body, credentials)}`;
  switch (answer.status) {
    case 400:
      if (/too big/i.test(reason))
        return new MediaUnavailableError(
          'too-large',
          'Telegram gives files up to 20 MB to a bot; this one is larger.',
          tooLarge().remedy,
          false,
        );
      // "wrong file_id or the file is temporarily unavailable": nobody can tell which, so it is tried again.
      return new MediaUnavailableError('not-found', reason, ASK_AGAIN, /temporarily/i.test(reason));
    case 401:
    case 404:
      return new MediaUnavailableError('credentials-refused', reason, REMEDY_FOR_TOKEN, false);
    case 429:
      return new MediaUnavailableError('rate-limit', reason, WAIT, true, pauseAsked(answer.body, answer.headers));
    default:
      return new MediaUnavailableError('platform-error', reason, WAIT, true);
  }
};
