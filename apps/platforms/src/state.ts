import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const SAVE_AFTER_MS = 300;

/**
 * Everything that the platforms know, as plain JSON: one branch per owner. In memory; with a file it is kept over restarts.
 * Who changes its branch says so with `changed()`.
 */
export class State {
  private readonly branches: Record<string, unknown>;
  private timer: NodeJS.Timeout | undefined;

  /** @throws Error when the file is there but is not ours. */
  constructor(readonly file?: string) {
    this.branches = file ? readState(file) : {};
  }

  /** The branch itself, not a copy; `initial` where there is none yet. */
  branch<Branch>(name: string, initial: Branch): Branch {
    this.branches[name] ??= initial;
    return this.branches[name] as Branch;
  }

  changed(): void {
    if (!this.file || this.timer) return;
    this.timer = setTimeout(() => this.save(), SAVE_AFTER_MS);
  }

  save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.file) return;
    mkdirSync(dirname(this.file), { recursive: true });
    // Renamed into place, so that a kill in between leaves the old file whole.
    const written = `${this.file}.new`;
    writeFileSync(written, JSON.stringify(this.branches), { mode: 0o600 });
    renameSync(written, this.file);
  }
}

const readState = (file: string): Record<string, unknown> => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`PLATFORMS_DATA cannot be read: ${(error as Error).message}`);
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  } catch {
    // Said below, together with every other shape that is not ours.
  }
  throw new Error(
    `PLATFORMS_DATA points to ${file}, which does not hold the state of the stand-ins. Name another file or delete this one.`,
  );
};
