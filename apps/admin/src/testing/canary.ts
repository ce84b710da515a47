import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReceivedRequest, ScriptedAnswer } from '@madoguchi/use-cases/testing';

/** Which of these texts can be read in it: as they are, or inside of something in base64 (as user names and passwords of HTTP are). */
export const tracesIn = (bytes: Buffer, texts: readonly string[]): readonly string[] =>
  texts.filter((text) => [text, ...inBase64(text)].some((trace) => bytes.includes(trace)));

/** Every file of a folder, at whatever depth, one behind the other. */
export const contentOf = async (folder: string): Promise<Buffer> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  // A server may have taken one away meanwhile.
  return Buffer.concat(
    await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)).catch(() => Buffer.alloc(0)))),
  );
};

/** A platform that repeats all that it was asked, as several do in their errors. */
export const echo =
  (status: number) =>
  ({ path, headers, body }: ReceivedRequest): ScriptedAnswer => {
    const words = decodeURIComponent(
      `${path} ${headers.authorization ?? ''} ${JSON.stringify(headers)} ${body.toString()}`.replaceAll('%', '%25'),
    );
    const error = { message: `Malformed access token: ${words}`, type: 'OAuthException', code: 190 };
    return {
      status,
      body: JSON.stringify({ error, message: words, description: words, status: 2, status_message: words, details: [words], ok: false }),
    };
  };

/** The part of its base64 that does not depend on what stands around it, at each of the three places where it may begin. */
const inBase64 = (text: string): readonly string[] =>
  [0, 1, 2].map((before) => {
    const written = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64');
    return written.slice(before === 0 ? 0 : 4, -4);
  });
