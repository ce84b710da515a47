import { createHash } from 'node:crypto';
import { MediaDamagedError, type StoredMedia } from '@madoguchi/use-cases';

/** The same bytes; fails at their end when they are not the ones that were described. */
export const verified = async function* (bytes: AsyncIterable<Uint8Array>, { sha256, size }: StoredMedia): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let seen = 0;
  for await (const part of bytes) {
    hash.update(part);
    seen += part.length;
    yield part;
  }
  if (seen !== size || hash.digest('hex') !== sha256) throw new MediaDamagedError();
};
