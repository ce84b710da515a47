import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROTATE_BYTES = 20 * 1024 * 1024;
const LONGEST_LINE = 400;
const SHOWN_LEVELS = ['warn', 'error', 'fatal'];

export interface ServiceLog {
  /** Standard output: JSON lines; only warnings and errors reach the terminal. */
  take(text: string): void;
  /** Standard error: what a service says there is always worth a look. */
  takeErrors(text: string): void;
  /** A word of the supervisor about this service. */
  say(line: string): void;
}

/**
 * The words of one service: all of them in `<folder>/<name>.log`, what a person should see on the terminal.
 * A file that has grown past 20 MB is set aside as `.log.1` at the next start.
 */
export const openServiceLog = (folder: string, name: string, show: (line: string) => void): ServiceLog => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  if (existsSync(path) && statSync(path).size > ROTATE_BYTES) renameSync(path, `${path}.1`);
  const file = createWriteStream(path, { flags: 'a', mode: 0o600 });

  const splitter = (toShow: (line: string) => string | undefined) => {
    let rest = '';
    return (text: string) => {
      file.write(text);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const shown = toShow(line);
        if (shown !== undefined) show(`${name}: ${shown}`);
      }
    };
  };

  return {
    take: splitter(worthShowing),
    takeErrors: splitter((line) => (line.trim() === '' ? undefined : (worthShowing(line) ?? shortened(line)))),
    say: (line) => {
      file.write(`${JSON.stringify({ level: 'info', service: 'supervisor', time: new Date().toISOString(), msg: line })}\n`);
      show(line);
    },
  };
};

/** The message of a pino line of level warn and above. */
const worthShowing = (line: string): string | undefined => {
  if (!line.startsWith('{')) return undefined;
  try {
    const { level, msg, err } = JSON.parse(line) as { level?: unknown; msg?: unknown; err?: { message?: unknown } };
    if (!SHOWN_LEVELS.includes(String(level))) return undefined;
    const cause = err?.message && err.message !== msg ? ` (${String(err.message)})` : '';
    return shortened(`${String(level)}: ${String(msg)}${cause}`);
  } catch {
    return undefined;
  }
};

const shortened = (line: string) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} …` : line);
