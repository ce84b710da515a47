import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { passwordOf } from './password-of.js';

/** Somebody at a terminal who answers each question with the next line. */
const terminal = (...answers: readonly string[]) => {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = new PassThrough();
  const left = answers.values();
  let shown = '';
  output.on('data', (bytes) => {
    shown += String(bytes);
    if (String(bytes).endsWith(': ')) setImmediate(() => input.write(left.next().value ?? ''));
  });
  return { input, output, shown: () => shown };
};

it('takes the first line of a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-password-'));
  const file = join(folder, 'password');
  writeFileSync(file, 'correct horse\nsomething else\n');
  expect(await passwordOf(file, terminal())).toBe('correct horse');
  rmSync(folder, { recursive: true });
});

it('asks twice, and shows nothing of what is typed', async () => {
  const { shown, ...screen } = terminal('correct horse\n', 'correct horse\n');
  expect(await passwordOf(undefined, screen)).toBe('correct horse');
  expect(shown()).toBe('Password: \nThe same again: \n');
});

it('refuses two that differ', async () => {
  await expect(passwordOf(undefined, terminal('correct horse\n', 'correct house\n'))).rejects.toThrow('not the same');
});

it('ends when the question is broken off', async () => {
  await expect(passwordOf(undefined, terminal('corr\u0003'))).rejects.toThrow('Nothing was changed');
});

it('asks nobody where nobody is', async () => {
  await expect(passwordOf(undefined, { input: new PassThrough(), output: new PassThrough() })).rejects.toThrow('--password-file');
});
