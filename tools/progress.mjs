import { spawn } from 'node:child_process';

const TAIL_LINES = 60;

/** A command that ended badly, with all that it said. */
export class CommandFailedError extends Error {
  name = 'CommandFailedError';
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.output = output;
  }

  /** The last lines: where the reason mostly stands. */
  get tail() {
    return this.output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  }
}

export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * Runs one step and says so on one line, with the time it took.
 *
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work what it returns as a string is put behind the time
 * @returns {Promise<T>}
 */
export const step = async (label, work) => {
  const began = performance.now();
  const elapsed = () => seconds(performance.now() - began);
  process.stdout.write(`  ${label} …`);
  const ticking = process.stdout.isTTY ? setInterval(() => process.stdout.write(`\r  ${label} … ${elapsed()}`), 500) : undefined;
  try {
    const result = await work();
    clearInterval(ticking);
    const note = typeof result === 'string' ? `  (${result})` : '';
    process.stdout.write(`${process.stdout.isTTY ? `\r  ${label} …` : ''} ${elapsed()}${note}\n`);
    return result;
  } catch (error) {
    clearInterval(ticking);
    process.stdout.write(' failed\n');
    throw error;
  }
};

/**
 * Runs a command to its end with nothing on the terminal.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, deadlineMs?: number, signal?: AbortSignal }} [options] `signal`: ends it at once
 * @returns {Promise<string>} what it said
 * @throws {CommandFailedError}
 */
export const run = (command, args, { cwd, env, deadlineMs, signal } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: deadlineMs,
      signal,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(output);
      reject(new CommandFailedError([command, ...args].join(' '), signal ?? `code ${code}`, output));
    });
  });

/**
 * The outermost frame of a tool: an error ends the process with what is wrong, not with a stack.
 *
 * @param {() => Promise<void>} work
 */
export const main = async (work) => {
  try {
    await work();
  } catch (error) {
    if (error instanceof CommandFailedError) process.stderr.write(`${error.tail}\n`);
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
};
