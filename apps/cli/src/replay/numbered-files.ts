import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { EventEncoder } from '@madoguchi/event-formats';
import type { Position } from '@madoguchi/event-sourcing';
import type { Destination } from './destination.js';
import type { FileOptions } from './growing-file.js';
import { removeResumeNote, writeResumeNote } from './resume-note.js';

/** Events in one file: what has to be written again at most when a process is killed. */
const MOST_EVENTS = 500_000;

interface Part {
  readonly file: FileHandle;
  readonly encoder: EventEncoder;
  /** What comes before its first event. */
  readonly after: Position;
  events: number;
  /** Something of it could not be written. */
  broken: boolean;
}

/**
 * Files `<name>.0001.parquet`, `<name>.0002.parquet` …, for a format that can only be read when it is whole. Each is written
 * under another name and gets its own when it is finished; who goes on begins with the next number. One in which a write failed is
 * thrown away, and written anew by who goes on.
 */
export const numberedFiles = (
  { out, format, question, after, upTo, resumed }: FileOptions,
  { mostEvents = MOST_EVENTS }: { readonly mostEvents?: number } = {},
): Destination => {
  const { dir, name, ext } = parse(out);
  const fileOf = (number: number) => join(dir, `${name}.${String(number).padStart(4, '0')}${ext}`);
  let parts = resumed?.parts ?? 0;
  let count = resumed?.count ?? 0;
  let position = resumed?.position ?? after;
  let part: Part | undefined;
  if (existsSync(fileOf(parts + 1))) throw new Error(`${fileOf(parts + 1)} is there already. Take another name, or delete it.`);

  const begin = async (): Promise<Part> => ({
    file: await open(`${fileOf(parts + 1)}.part`, 'w'),
    encoder: format.start(),
    after: position,
    events: 0,
    broken: false,
  });

  const append = async (to: Part, bytesOf: (encoder: EventEncoder) => Uint8Array): Promise<void> => {
    to.broken = true;
    await to.file.appendFile(bytesOf(to.encoder));
    to.broken = false;
  };

  const note = (): void => writeResumeNote(out, { question, position, upTo, count, bytes: 0, parts });

  const throwAway = async ({ file, after: before }: Part): Promise<void> => {
    part = undefined;
    position = before;
    await file.close();
    await rm(`${fileOf(parts + 1)}.part`, { force: true });
    note();
  };

  /** Also of a part without events: then nothing is made, unless it would be the only one. */
  const finishPart = async (): Promise<void> => {
    part ??= parts === 0 ? await begin() : undefined;
    if (part) {
      await append(part, (encoder) => encoder.end());
      part.broken = true;
      await part.file.datasync();
      await part.file.close();
      await rename(`${fileOf(parts + 1)}.part`, fileOf(parts + 1));
      parts += 1;
      count += part.events;
      part = undefined;
    }
    note();
  };

  const made = () => {
    if (parts === 0) return 'no file is whole yet';
    return parts === 1 ? fileOf(1) : `${fileOf(1)} … ${fileOf(parts)}`;
  };

  return {
    write: async (page) => {
      if (page.events.length > 0) {
        part ??= await begin();
        await append(part, (encoder) => encoder.encode(page.events));
        part.events += page.events.length;
      }
      position = page.position;
      if (part && part.events >= mostEvents) await finishPart();
    },
    finish: async () => {
      if (part || parts === 0) await finishPart();
      removeResumeNote(out);
      return made();
    },
    leave: async () => {
      try {
        if (!part?.broken) await finishPart();
      } finally {
        if (part?.broken) await throwAway(part);
      }
      return made();
    },
  };
};
