import type { EventFormat } from '@madoguchi/event-formats';
import type { Destination } from './destination.js';

/** Whoever read our output has gone away (`| head`): no failure, nobody has to be told. */
export class ReaderGoneError extends Error {
  override readonly name = 'ReaderGoneError';
}

export const standardOutput = (format: EventFormat, output: NodeJS.WritableStream): Destination => {
  const encoder = format.start();
  const gone = (error: Error) => ((error as NodeJS.ErrnoException).code === 'EPIPE' ? new ReaderGoneError() : error);
  // The same error comes to who writes; without a listener it would end the process.
  output.on('error', () => undefined);

  const put = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => output.write(bytes, (error) => (error ? reject(gone(error)) : resolve())));

  return {
    write: async ({ events }) => {
      const bytes = encoder.encode(events);
      if (bytes.length > 0) await put(bytes);
    },
    finish: async () => {
      await put(encoder.end());
      return 'to standard output';
    },
    leave: async () => 'to standard output',
  };
};
