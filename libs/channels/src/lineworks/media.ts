import { type Credentials, type FetchedMedia, MediaUnavailableError } from '@madoguchi/use-cases';
import { downloadMedia, notReached } from '../media-download.js';
import { type PlatformAnswer, type PlatformRequest, requestPlatform } from '../platform-call.js';
import { storableText } from '../platform-json.js';
import { apiAddress, bearer, BOT_SCOPE, IMPOSSIBLE_BOT, type LineWorks, pauseAsked, REMEDY_FOR_CREDENTIALS, withToken } from './call.js';
import { storageAddress } from './storage.js';

const ASK_AGAIN = 'Ask the member to send it again.';
const WAIT = 'Wait: it is tried again.';

type Answer = PlatformAnswer<Response['body']>;

/**
 * A file by its `fileId`, in two steps: the API says where it lies (302), then the storage gives the bytes. Both want the access token,
 * which goes to no other host than the storage of LINE WORKS.
 *
 * @throws MediaUnavailableError
 */
export const fetchFromLineWorks = async (
  platform: LineWorks,
  fileId: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<FetchedMedia> => {
  const { hosts, tokens } = platform;
  if (!/^(?!\.{1,2}$)[\x21-\x7e]{1,500}$/.test(fileId)) {
    throw new MediaUnavailableError('not-found', 'This is no id of a file of LINE WORKS.', ASK_AGAIN, false);
  }
  const address = apiAddress(hosts, `{bot}/attachments/${encodeURIComponent(fileId)}`, credentials);
  if (address === undefined) throw notReached(IMPOSSIBLE_BOT);
  const request = (url: string, { method, signal: deadline }: PlatformRequest): Promise<Answer> =>
    withToken(tokens, credentials, BOT_SCOPE, signal, (token) =>
      requestPlatform(url, { method, headers: bearer(token), signal: deadline }),
    );

  const answer = await request(address, { method: 'GET', signal });
  if (answer.kind !== 'answered') throw notReached(answer);
  await answer.body?.cancel().catch(() => undefined);
  if (answer.status !== 302) throw refusedFile(answer.status, answer.headers);
  const place = storageAddress(hosts, answer.headers.get('location') ?? '');
  if (place === undefined) {
    throw new MediaUnavailableError(
      'not-found',
      'LINE WORKS named a place outside its storage for the file; it is not opened.',
      ASK_AGAIN,
      false,
    );
  }
  let fileName: string | undefined;
  const file = await downloadMedia(place, { method: 'GET', signal }, refusedFile, async (url, call) => {
    const given = await request(url, call);
    if (given.kind === 'answered') fileName = fileNameIn(given.headers.get('content-disposition') ?? '');
    return given;
  });
  return { ...file, ...(fileName && { fileName }) };
};

const refusedFile = (status: number, headers: Headers): MediaUnavailableError => {
  const reason = `LINE WORKS answered ${status} instead of the file.`;
  switch (status) {
    case 400:
    case 404:
    case 410:
      return new MediaUnavailableError('not-found', reason, ASK_AGAIN, false);
    case 401:
    case 403:
      return new MediaUnavailableError('credentials-refused', reason, REMEDY_FOR_CREDENTIALS, false);
    case 429:
      return new MediaUnavailableError('rate-limit', 'LINE WORKS asks to slow down.', WAIT, true, pauseAsked(headers));
    default:
      return new MediaUnavailableError('platform-error', reason, WAIT, true);
  }
};

/** RFC 6266: `filename*` goes before `filename`. A name only, never a path. */
const fileNameIn = (disposition: string): string | undefined => {
  const encoded = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]+))/i.exec(disposition);
  const name = decoded(encoded) ?? asUtf8(plain?.[1]?.replaceAll(/\\(.)/g, '$1') ?? plain?.[2]);
  return name === undefined ? undefined : storableText(name).split(/[/\\]/).pop() || undefined;
};

/** Headers are read as Latin-1; names that were written as UTF-8 nevertheless are told by being that. */
const asUtf8 = (name: string | undefined): string | undefined => {
  const text = name === undefined ? undefined : Buffer.from(name, 'latin1').toString('utf8');
  return text?.includes('\ufffd') ? name : text;
};

const decoded = (encoded: string | undefined): string | undefined => {
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
};
