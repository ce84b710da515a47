import { createHash } from 'node:crypto';
import { type ClaimedMedia, MediaTooLargeError, type StoredMedia } from '@madoguchi/use-cases';
import { fileTypeFromBuffer } from 'file-type';
import { safeFileName } from './safe-file-name.js';

/** `file-type` looks at the beginning only. */
const SNIFFED_BYTES = 4_100;
const UNKNOWN_TYPE = 'application/octet-stream';
const MARKUP = /xml|html|svg|script/;
const HARMLESS = /^(text\/(plain|csv)|(audio|video)\/[\w.+-]+|application\/(pdf|json|zip))$/;

export interface IncomingFile {
  /** To be read once, to its end. */
  readonly bytes: AsyncIterable<Buffer>;
  /** What the file is; after its end. */
  describe(): Promise<StoredMedia>;
  /** What the source failed with, or that it was too large: not the store's fault. */
  failure(): Error | undefined;
}

/** A file on its way into a store: counted, hashed and looked at as it streams through. */
export const incomingFile = (source: AsyncIterable<Uint8Array>, { limit, mimeType, fileName }: ClaimedMedia): IncomingFile => {
  const hash = createHash('sha256');
  const beginning: Buffer[] = [];
  let size = 0;
  let failure: Error | undefined;
  let given = false;
  const through = async function* () {
    try {
      for await (const part of source) {
        const chunk = Buffer.from(part.buffer, part.byteOffset, part.length);
        if (size < SNIFFED_BYTES) beginning.push(chunk);
        size += chunk.length;
        if (size > limit) throw new MediaTooLargeError(limit);
        hash.update(chunk);
        given = true;
        yield chunk;
        given = false;
      }
    } catch (error) {
      // What the store throws in while it has a piece is its own.
      if (!given) failure = error as Error;
      throw error;
    }
  };
  return {
    bytes: through(),
    describe: async () => ({
      mimeType: await typeOf(Buffer.concat(beginning).subarray(0, SNIFFED_BYTES), mimeType),
      size,
      sha256: hash.digest('hex'),
      ...(fileName === undefined ? {} : { fileName: safeFileName(fileName) }),
    }),
    failure: () => failure,
  };
};

/** Markup is never believed: it could run in the reader's browser. */
const typeOf = async (beginning: Buffer, claimed: string | undefined): Promise<string> => {
  const sniffed = (await fileTypeFromBuffer(beginning))?.mime;
  if (sniffed) return MARKUP.test(sniffed) ? UNKNOWN_TYPE : sniffed;
  const type = claimed?.split(';')[0]?.trim().toLowerCase() ?? '';
  return HARMLESS.test(type) ? type : UNKNOWN_TYPE;
};

/** Ends a source that nobody will read, so that its connection is given back. */
export const letGo = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
  try {
    for await (const _ of source) return;
  } catch {
    // It ended by itself.
  }
};
