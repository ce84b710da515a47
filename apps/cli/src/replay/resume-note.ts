import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeWhole } from '../start/data-folder.js';
import type { ResumePoint } from './destination.js';

/** What lies beside an unfinished export: how far it came, and what it is of. */
export interface ResumeNote extends ResumePoint {
  /** Everything that decides what is exported; another question does not go on in the same file. */
  readonly question: string;
  /** Of the unfinished file that are good; whatever stands behind is written anew. */
  readonly bytes: number;
  /** Finished parts. */
  readonly parts: number;
}

const fileOf = (out: string): string => `${out}.resume.json`;

/**
 * The note of an export that was broken off, for `--resume`; undefined when this is a new one.
 *
 * @throws when there is something to go on with and nobody asked for it, or the other way round, or it was another question
 */
export const readResumeNote = (out: string, question: string, resume: boolean): ResumeNote | undefined => {
  const file = fileOf(out);
  if (!existsSync(file)) {
    if (resume) throw new Error(`There is no unfinished export to ${out}: nothing to go on with.`);
    return undefined;
  }
  if (!resume) throw new Error(`An export to ${out} was broken off. Go on with it by --resume, or delete ${file}.`);
  const note = JSON.parse(readFileSync(file, 'utf8')) as ResumeNote;
  if (note.question !== question) {
    throw new Error(`The unfinished export to ${out} was of something else: ${note.question}. Ask the same, or delete ${file}.`);
  }
  return note;
};

export const writeResumeNote = (out: string, note: ResumeNote): void => writeWhole(fileOf(out), note);

export const removeResumeNote = (out: string): void => rmSync(fileOf(out), { force: true });
