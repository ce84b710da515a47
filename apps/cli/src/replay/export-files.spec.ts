import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EVENT_FORMATS } from '@madoguchi/event-formats';
import { exampleEvents, generatedLog } from '@madoguchi/event-formats/testing';
import { type ReplayPage, replay } from '@madoguchi/use-cases';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { type FileOptions, growingFile } from './growing-file.js';
import { numberedFiles } from './numbered-files.js';
import { readResumeNote } from './resume-note.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const question = 'what was asked';
const events = exampleEvents(50);
const pages: readonly ReplayPage[] = Array.from({ length: 10 }, (_, n) => {
  const part = events.slice(n * 5, (n + 1) * 5);
  return { events: part, position: part.at(-1)!.position, read: 5 };
});
const options = (out: string, name: 'ndjson' | 'csv' | 'parquet'): FileOptions => ({
  out,
  format: EVENT_FORMATS[name],
  question,
  after: '7',
  upTo: '99',
});
const filesIn = () => readdirSync(folder).sort();

/** The rest of the pages, behind what an earlier export had noted. */
const rest = (out: string) => {
  const resumed = readResumeNote(out, question, true)!;
  return { resumed, pages: pages.filter(({ position }) => BigInt(position) > BigInt(resumed.position)) };
};

describe.each(['ndjson', 'csv'] as const)('an export as %s', (name) => {
  const whole = async () => {
    const out = join(folder, `whole.${name}`);
    const file = await growingFile(options(out, name));
    for (const page of pages) await file.write(page);
    expect(await file.finish()).toBe(out);
    return readFileSync(out);
  };

  it('has its name when it is whole, and leaves nothing beside it', async () => {
    const out = join(folder, `events.${name}`);
    const file = await growingFile(options(out, name));
    for (const page of pages) {
      await file.write(page);
      expect(existsSync(out)).toBe(false);
    }
    await file.finish();
    expect(filesIn()).toEqual([`events.${name}`]);
    expect(readFileSync(out, 'utf8').split('\n').length).toBeGreaterThan(50);
  });

  it('goes on where it was left, behind any page, and is the same in the end', async () => {
    const expected = await whole();
    for (let left = 0; left <= pages.length; left += 1) {
      const out = join(folder, `left-${left}.${name}`);
      const first = await growingFile(options(out, name));
      for (const page of pages.slice(0, left)) await first.write(page);
      expect(await first.leave()).toBe(`${out}.part`);
      // What a process wrote that was killed before it could note it.
      await appendFile(`${out}.part`, 'half of an eve');

      const { resumed, pages: more } = rest(out);
      expect(resumed).toMatchObject({ count: left * 5, upTo: '99' });
      const second = await growingFile({ ...options(out, name), resumed });
      for (const page of more) await second.write(page);
      await second.finish();
      expect(readFileSync(out).equals(expected)).toBe(true);
    }
  });

  it('overwrites nothing', async () => {
    await whole();
    await expect(growingFile(options(join(folder, `whole.${name}`), name))).rejects.toThrow('is there already');
  });
});

describe('an unfinished export', () => {
  const out = () => join(folder, 'events.ndjson');
  beforeEach(async () => void (await (await growingFile(options(out(), 'ndjson'))).leave()));

  it('is not forgotten: somebody has to say that it goes on', () => {
    expect(() => readResumeNote(out(), question, false)).toThrow('--resume');
  });

  it('goes on with the same question only', () => {
    expect(() => readResumeNote(out(), 'another question', true)).toThrow('was of something else: what was asked');
  });

  it('that was left before its first event begins where it was to begin', () => {
    expect(readResumeNote(out(), question, true)).toMatchObject({ position: '7', upTo: '99', count: 0 });
  });

  it('must be there to go on', () => {
    expect(() => readResumeNote(join(folder, 'other.ndjson'), question, true)).toThrow('nothing to go on with');
    expect(readResumeNote(join(folder, 'other.ndjson'), question, false)).toBeUndefined();
  });
});

describe('an export as Parquet', () => {
  const rowsOf = async (file: string) => parquetReadObjects({ file: await asyncBufferFromFile(join(folder, file)), columns: ['position'] });
  const parts = () => filesIn().filter((file) => file.endsWith('.parquet'));
  const everything = async () => (await Promise.all(parts().map(rowsOf))).flat().map((row) => String(row.position));

  it('is in numbered files, each of them whole', async () => {
    const files = numberedFiles(options(join(folder, 'events.parquet'), 'parquet'), { mostEvents: 20 });
    for (const page of pages) await files.write(page);
    expect(await files.finish()).toBe(`${join(folder, 'events.0001.parquet')} … ${join(folder, 'events.0003.parquet')}`);
    expect(filesIn()).toEqual(['events.0001.parquet', 'events.0002.parquet', 'events.0003.parquet']);
    expect(await everything()).toEqual(events.map(({ position }) => position));
  });

  it('goes on with the next file behind any page', async () => {
    for (let left = 0; left <= pages.length; left += 1) {
      const out = join(folder, 'events.parquet');
      const first = numberedFiles(options(out, 'parquet'), { mostEvents: 20 });
      for (const page of pages.slice(0, left)) await first.write(page);
      await first.leave();
      expect(filesIn().filter((file) => file.endsWith('.part'))).toEqual([]);

      const { resumed, pages: more } = rest(out);
      const second = numberedFiles({ ...options(out, 'parquet'), resumed }, { mostEvents: 20 });
      for (const page of more) await second.write(page);
      await second.finish();
      expect(await everything()).toEqual(events.map(({ position }) => position));
      for (const file of filesIn()) rmSync(join(folder, file));
    }
  });

  it('of nothing is one file without rows', async () => {
    await numberedFiles(options(join(folder, 'events.parquet'), 'parquet')).finish();
    expect(filesIn()).toEqual(['events.0001.parquet']);
    expect(await everything()).toEqual([]);
    expect(() => numberedFiles(options(join(folder, 'events.parquet'), 'parquet'))).toThrow('is there already');
  });
});

describe('an export that is killed in the middle, or cannot write on', () => {
  const COUNT = 60_000;
  const script = fileURLToPath(new URL('testing/export-process.ts', import.meta.url));
  /** With a limit, no file may become larger: the write that would is done in part, and the next one fails, as on a full disk. */
  const start = (name: string, out: string, more: readonly string[] = [], { limit = 'unlimited' } = {}) =>
    spawn(
      '/bin/bash',
      [
        ...['-c', `ulimit -f ${limit} && exec "$@"`, 'bash', process.execPath],
        ...['--import', '@madoguchi/tools/typescript.mjs', '--conditions=@madoguchi/source', script, name, out, String(COUNT), ...more],
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } },
    );

  const failAs = async (name: string, out: string, kibibytes: number, ...more: readonly string[]) => {
    const first = start(name, out, more, { limit: String(kibibytes) });
    let complaint = '';
    first.stderr.on('data', (bytes) => (complaint += String(bytes)));
    await once(first, 'exit');
    expect(complaint).toContain('EFBIG');
  };

  const goOn = async (name: string, out: string) => {
    const second = start(name, out, ['--resume']);
    let complaint = '';
    second.stderr.on('data', (bytes) => (complaint += String(bytes)));
    const [code] = (await once(second, 'exit')) as [number];
    expect(`${code} ${complaint}`).toMatch(/^0 Done/);
  };

  const killAs = async (name: string, out: string, isUnderWay: () => boolean, ...more: readonly string[]) => {
    const first = start(name, out, more);
    const ended = once(first, 'exit');
    while (!isUnderWay()) {
      expect(first.exitCode).toBeNull();
      await sleep(2);
    }
    first.kill('SIGKILL');
    await ended;
  };

  const expectEverythingIn = async (name: 'ndjson' | 'csv', out: string) => {
    const encoder = EVENT_FORMATS[name].start();
    const expected: Uint8Array[] = [];
    for await (const page of replay(generatedLog(COUNT), { filter: {} })) expected.push(encoder.encode(page.events));
    expected.push(encoder.end());
    expect(readFileSync(out).equals(Buffer.concat(expected))).toBe(true);
  };

  const expectEverythingInParts = async () => {
    const files = filesIn();
    expect(files).toEqual(['events.0001.parquet', 'events.0002.parquet', 'events.0003.parquet']);
    const positions: unknown[] = [];
    for (const file of files) {
      const rows = await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, file)), columns: ['position'] });
      positions.push(...rows.map((row) => Number(row.position)));
    }
    expect(positions).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1));
  };

  it('as NDJSON is the same file in the end', async () => {
    const out = join(folder, 'events.ndjson');
    await killAs('ndjson', out, () => existsSync(`${out}.part`) && statSync(`${out}.part`).size > 5_000_000);
    expect(existsSync(out)).toBe(false);
    await goOn('ndjson', out);
    await expectEverythingIn('ndjson', out);
  });

  it.each(['ndjson', 'csv'] as const)('as %s has every event once when the disk was full in between', async (name) => {
    const out = join(folder, `events.${name}`);
    await failAs(name, out, 3_001);
    expect(existsSync(out)).toBe(false);
    await failAs(name, out, 6_001, '--resume');
    await goOn(name, out);
    await expectEverythingIn(name, out);
  });

  it('as Parquet lacks nothing in the end, and has nothing twice', async () => {
    const out = join(folder, 'events.parquet');
    await killAs('parquet', out, () => existsSync(join(folder, 'events.0002.parquet.part')));
    await goOn('parquet', out);
    await expectEverythingInParts();
  });

  it('as Parquet calls no part good in which a write failed, and has every event once when the disk was full in between', async () => {
    const out = join(folder, 'events.parquet');
    await failAs('parquet', out, 101);
    expect(filesIn()).toEqual(['events.parquet.resume.json']);
    await killAs('parquet', out, () => existsSync(join(folder, 'events.0002.parquet.part')), '--resume');
    await failAs('parquet', out, 101, '--resume');
    expect(filesIn()).toEqual(['events.0001.parquet', 'events.parquet.resume.json']);
    await goOn('parquet', out);
    await expectEverythingInParts();
  });
});
