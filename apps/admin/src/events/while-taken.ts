import { Readable } from 'node:stream';

/**
 * The pieces as a stream, the first of them in hand: a generator that nobody has asked for anything ends without its `finally`, and what
 * fails at once can still be told as a problem. When nobody takes the next piece for so long, the stream fails and the generator is ended.
 */
export const whileTaken = async (pieces: AsyncGenerator<Uint8Array>, patienceMs: number): Promise<Readable> => {
  let first: IteratorResult<Uint8Array> | undefined = await pieces.next();
  let timer: NodeJS.Timeout | undefined;
  const waitForReader = () => {
    timer = setTimeout(() => stream.destroy(new Error(`nobody took a piece for ${patienceMs} ms`)), patienceMs).unref();
  };
  const iterator: AsyncIterator<Uint8Array> = {
    next: async () => {
      clearTimeout(timer);
      const piece = first ?? (await pieces.next());
      first = undefined;
      if (!piece.done) waitForReader();
      return piece;
    },
    return: () => {
      clearTimeout(timer);
      return pieces.return(undefined);
    },
  };
  const stream = Readable.from({ [Symbol.asyncIterator]: () => iterator }, { objectMode: false });
  // Who reads it hears of it; when nobody does yet, it must not end the process.
  stream.on('error', () => undefined);
  waitForReader();
  return stream;
};
