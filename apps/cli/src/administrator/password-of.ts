import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { type Readable, Writable } from 'node:stream';

const STANDARD_INPUT = 0;

export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
}

/**
 * A new password: the first line of a file (`-`: of what is piped in), else asked for twice on the terminal, where it is not shown. Never an argument:
 * those can be seen by everybody on the machine.
 *
 * @throws Error when there is neither a file nor a terminal, or the two differ
 */
export const passwordOf = async (file: string | undefined, terminal: Terminal): Promise<string> => {
  if (file !== undefined) return readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  if (!terminal.input.isTTY) throw new Error('Nobody can be asked for the password here: --password-file names a file that holds it.');
  const password = await ask('Password: ', terminal);
  if (password !== (await ask('The same again: ', terminal))) throw new Error('The two are not the same.');
  return password;
};

const ask = async (question: string, { input, output }: Terminal): Promise<string> => {
  output.write(question);
  // With a terminal readline echoes what is typed, by itself.
  const unseen = new Writable({ write: (_bytes, _encoding, done) => done() });
  const lines = createInterface({ input, output: unseen, terminal: true });
  const end = new AbortController();
  // Ctrl+C, Ctrl+D: the question stays without an answer.
  lines.once('close', () => end.abort(new Error('Nothing was changed.')));
  try {
    return await lines.question('', { signal: end.signal });
  } catch (error) {
    throw end.signal.aborted ? end.signal.reason : error;
  } finally {
    lines.close();
    output.write('\n');
  }
};
