import type { Credentials, SendOutcome, SendRequest } from '@madoguchi/use-cases';
import { callPlatform } from '../platform-call.js';
import { objectIn, textIn } from '../platform-json.js';
import { unanswered } from '../unanswered.js';
import { bearer, BOT_SCOPE, callLineWorks, type LineWorks, REMEDY_FOR_CREDENTIALS, withToken } from './call.js';
import type { UploadedFile } from './message.js';
import { refusalOf } from './refusal.js';
import { storageAddress } from './storage.js';

/** Between two tries at an upload. */
const UPLOAD_PAUSE_MS = 2_000;

/**
 * Uploads a file, in two steps: LINE WORKS gives it an id and an address, then it takes the bytes there, once. A file that nobody was sent
 * yet reaches no member, so whatever became of the upload, it can be done again. It is kept for a day.
 */
export const uploadToLineWorks = async (
  platform: LineWorks,
  { bytes, fileName, mimeType }: NonNullable<SendRequest['mediaFile']>,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<UploadedFile | SendOutcome> => {
  const place = await callLineWorks(platform, { method: 'POST', path: '{bot}/attachments', body: { fileName }, signal }, credentials);
  if (place.kind !== 'answered') return again(unanswered(place, REMEDY_FOR_CREDENTIALS));
  const fileId = textIn(place.body.json?.fileId);
  const address = storageAddress(platform.hosts, textIn(place.body.json?.uploadUrl) ?? '');
  if (place.status !== 200) return again(refusalOf(place));
  if (fileId === undefined || address === undefined) {
    return { outcome: 'retry', afterMs: UPLOAD_PAUSE_MS, reason: 'LINE WORKS named no place of its own for the file' };
  }
  const form = new FormData();
  form.append('resourceName', fileName);
  form.append('Filedata', new Blob([new Uint8Array(bytes)], { type: mimeType }), fileName);
  const put = (token: string) => callPlatform(address, { method: 'POST', headers: bearer(token), body: form, signal });
  const taken = await withToken(platform.tokens, credentials, BOT_SCOPE, signal, put);
  if (taken.kind !== 'answered') return again(unanswered(taken, REMEDY_FOR_CREDENTIALS));
  if (taken.status >= 200 && taken.status < 300) return { fileId: textIn(objectIn(taken.body)?.fileId) ?? fileId, bytes: bytes.length };
  return again(refusalOf({ ...taken, body: { json: undefined, code: undefined, words: 'it did not take the file' } }));
};

const again = (outcome: SendOutcome): SendOutcome =>
  outcome.outcome === 'unknown'
    ? { outcome: 'retry', afterMs: UPLOAD_PAUSE_MS, reason: `The file could not be uploaded: ${outcome.reason}` }
    : outcome;
