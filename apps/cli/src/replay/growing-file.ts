import { existsSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import type { EventFormat } from '@madoguchi/event-formats';
import type { Position } from '@madoguchi/event-sourcing';
import type { Destination } from './destination.js';
import { removeResumeNote, type ResumeNote, writeResumeNote } from './resume-note.js';

/** How often what is written is made safe, and noted. */
const NOTE_EVERY_MS = 1_000;

export interface FileOptions {
  readonly out: string;
  readonly format: EventFormat;
  readonly question: string;
  /** Where it begins, and where it ends. */
  readonly after: Position;
  readonly upTo: Position;
  /** Of the export that goes on here. */
  readonly resumed?: ResumeNote;
}

/**
 * One file that grows as `<out>.part` and gets its name when it is whole. What was written behind the last note is cut off
 * when it goes on, so that no event stands in it twice or half, even after the power has failed.
 */
export const growingFile = async ({ out, format, question, after, upTo, resumed }: FileOptions): Promise<Destination> => {
  if (existsSync(out)) throw new Error(`${out} is there already. Take another name, or delete it.`);
  const part = `${out}.part`;
  const file = await open(part, resumed ? 'r+' : 'w');
  let bytes = resumed?.bytes ?? 0;
  let count = resumed?.count ?? 0;
  let position = resumed?.position ?? after;
  let noted = performance.now();
  await file.truncate(bytes);
  const encoder = format.start({ goesOn: bytes > 0 });

  /** What a failing write leaves of it stands behind the bytes that count. */
  const append = async (more: Uint8Array): Promise<void> => {
    for (let from = 0; from < more.length;) {
      const { bytesWritten } = await file.write(more, from, more.length - from, bytes + from);
      from += bytesWritten;
    }
    bytes += more.length;
  };

  const note = async (): Promise<void> => {
    await file.datasync();
    writeResumeNote(out, { question, position, upTo, count, bytes, parts: 0 });
    noted = performance.now();
  };

  await note();
  return {
    write: async (page) => {
      await append(encoder.encode(page.events));
      count += page.events.length;
      position = page.position;
      if (performance.now() - noted >= NOTE_EVERY_MS) await note();
    },
    finish: async () => {
      await append(encoder.end());
      await file.datasync();
      await file.close();
      await rename(part, out);
      removeResumeNote(out);
      return out;
    },
    leave: async () => {
      // Half a page goes first: on a full disk it makes room for the note.
      await file.truncate(bytes);
      await note();
      await file.close();
      return part;
    },
  };
};
