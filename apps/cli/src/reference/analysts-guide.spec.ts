import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVENT_FORMATS } from '@madoguchi/event-formats';
import type { EventStore, RecordedEvent } from '@madoguchi/event-sourcing';
import { replay } from '@madoguchi/use-cases';
import { ROOT } from './source-types.js';
import { analystsLog } from './testing/analysts-log.js';

const guide = readFileSync(`${ROOT}docs/guides/analysts.md`, 'utf8');
const programs = [...guide.matchAll(/```js\n\/\/ (\S+\.mjs)\n([\s\S]*?)```/g)].map(([, name, code]) => ({ name: name!, code: code! }));
const examples = [...guide.matchAll(/```sh\nnode (.*)\n```\s+```text\n([\s\S]*?)```/g)].map(([, call, printed]) => ({
  call: call!,
  printed: printed!,
}));

let folder: string;
let log: EventStore;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-guide-'));
  for (const { name, code } of programs) writeFileSync(join(folder, name), code);
  log = await analystsLog();
  const encoder = EVENT_FORMATS.ndjson.start();
  const pieces: Uint8Array[] = [];
  for await (const page of replay(log, { filter: { categories: ['conversation', 'queue'] } })) pieces.push(encoder.encode(page.events));
  writeFileSync(join(folder, 'events.ndjson'), Buffer.concat(pieces));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]): string => execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: {} });
const argumentsIn = (call: string): readonly string[] =>
  [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

describe('the guide for analysts', () => {
  it('has its worked examples', () => {
    expect(programs.map(({ name }) => name)).toEqual(['first-answer.mjs', 'handovers.mjs']);
    expect(examples).toHaveLength(3);
  });

  it.each(examples)('prints what it says: node $call', ({ call, printed }) => {
    expect(run(...argumentsIn(call))).toBe(printed);
  });

  it('B-07: behind every figure stand as many events as it says, of the kinds that it says', async () => {
    const byPosition = new Map<string, RecordedEvent>();
    for await (const page of log.readAll({ after: '0' })) for (const event of page) byPosition.set(event.position, event);
    const figures = [...run('first-answer.mjs', 'events.ndjson').matchAll(/^(.*): (\d+) answered, .* longest (\d+) s$/gm)];
    expect(figures).toHaveLength(3);
    for (const [, cell, count, longest] of figures) {
      const behind = [...run('first-answer.mjs', 'events.ndjson', cell!).matchAll(/^(\d+) -> (\d+): (\d+) s$/gm)];
      expect(behind).toHaveLength(Number(count));
      expect(Math.max(...behind.map(([, , , seconds]) => Number(seconds)))).toBe(Number(longest));
      for (const [, asked, answered] of behind) {
        expect(byPosition.get(asked!)).toMatchObject({ type: 'CustomerMessageReceived', stream: byPosition.get(answered!)!.stream });
        expect(byPosition.get(answered!)!.type).toBe('ReplyAccepted');
      }
    }
  });
});
