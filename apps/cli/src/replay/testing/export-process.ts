import { EVENT_FORMATS, type EventFormat } from '@madoguchi/event-formats';
import { generatedLog } from '@madoguchi/event-formats/testing';
import { START } from '@madoguchi/event-sourcing';
import { growingFile } from '../growing-file.js';
import { numberedFiles } from '../numbered-files.js';
import { Progress } from '../progress.js';
import { readResumeNote } from '../resume-note.js';
import { runReplay } from '../run-replay.js';

/** Exports a long log into a file, as `madoguchi replay` does; goes on where it was killed. */
const [name, out, count] = process.argv.slice(2) as [EventFormat['name'], string, string];
const format = EVENT_FORMATS[name];
const log = generatedLog(Number(count));
const question = 'everything';
const resumed = readResumeNote(out, question, process.argv.includes('--resume'));
const upTo = resumed?.upTo ?? (await log.head());
const after = resumed?.position ?? START;
const file = { out, format, question, after: START, upTo, resumed };
await runReplay({
  log,
  filter: {},
  after,
  upTo,
  destination: format.canGoOn ? await growingFile(file) : numberedFiles(file, { mostEvents: 20_000 }),
  progress: new Progress({ output: process.stderr, after, upTo }),
  signal: new AbortController().signal,
});
