import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which files below a folder hold one of the words, byte for byte; files that go while we look are gone. */
export const filesWith = (folder: string, words: readonly string[]): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = contentOf(path);
      return words.some((word) => bytes.includes(word));
    });

const contentOf = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
};
