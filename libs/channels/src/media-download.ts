import { type FetchedMedia, MediaUnavailableError } from '@madoguchi/use-cases';
import { type PlatformAnswer, type PlatformRequest, requestPlatform } from './platform-call.js';

/** Bytes of one file that we take from a platform. */
export const LARGEST_MEDIA = 50 * 1024 * 1024;

/**
 * Downloads one file. An answer other than 200 goes to `refusal`; `ask` makes the request.
 *
 * @throws MediaUnavailableError, also from the stream while it is read
 */
export const downloadMedia = async (
  url: string,
  request: PlatformRequest,
  refusal: (status: number, headers: Headers) => MediaUnavailableError | Promise<MediaUnavailableError>,
  ask: typeof requestPlatform = requestPlatform,
): Promise<FetchedMedia> => {
  const answer = await ask(url, request);
  if (answer.kind !== 'answered') throw notReached(answer);
  if (answer.status !== 200) {
    await answer.body?.cancel().catch(() => undefined);
    throw await refusal(answer.status, answer.headers);
  }
  const length = answer.headers.get('content-length');
  // Of a compressed answer the header tells the compressed length.
  const size = length !== null && /^\d+$/.test(length) && !answer.headers.has('content-encoding') ? Number(length) : undefined;
  if (size !== undefined && size > LARGEST_MEDIA) {
    await answer.body?.cancel().catch(() => undefined);
    throw tooLarge();
  }
  const mimeType = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return {
    stream: limited(answer.body),
    ...(size !== undefined && { size }),
    ...(mimeType && mimeType !== 'application/octet-stream' && { mimeType }),
  };
};

const limited = async function* (body: Response['body']): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size > LARGEST_MEDIA) throw tooLarge();
      yield chunk;
    }
  } catch (error) {
    if (error instanceof MediaUnavailableError) throw error;
    throw interrupted();
  }
};

/** A call for media that brought no answer. */
export const notReached = (answer: Exclude<PlatformAnswer<unknown>, { kind: 'answered' }>): MediaUnavailableError =>
  answer.kind === 'impossible'
    ? new MediaUnavailableError('credentials-refused', answer.reason, 'Correct the credentials of the integration account.', false)
    : new MediaUnavailableError('not-reached', answer.reason, 'Wait: it is tried again.', true);

export const tooLarge = (): MediaUnavailableError =>
  new MediaUnavailableError(
    'too-large',
    `The file is larger than ${LARGEST_MEDIA / 1024 / 1024} MB.`,
    'Ask the customer to send a smaller file or a link.',
    false,
  );

const interrupted = (): MediaUnavailableError =>
  new MediaUnavailableError('interrupted', 'The download broke off before the end.', 'Wait: it is tried again.', true);
