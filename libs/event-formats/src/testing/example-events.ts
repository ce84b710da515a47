import { exampleCause, exampleStream, newEvent } from '@madoguchi/event-sourcing/testing';
import type { ShownEvent } from '@madoguchi/use-cases';

/** What formats get wrong: quotes, lines, formulas, control characters, text beyond the basic plane, halves of it, nothing. */
export const AWKWARD: readonly string[] = [
  'plain',
  '',
  'a,"b";\'c\'\t|d',
  'line\r\nline\nline',
  '=HYPERLINK("https://evil.example")',
  '+1',
  '-1',
  '@sum',
  'NUL\u0000 ESC\u001b[31m CSI\u009b31m',
  'turned \u202earound',
  '👩‍👩‍👧 𠮷野家 ｶﾞ',
  'half \ud83d',
];

const { metadata } = newEvent({ type: 'Said', data: {} }, exampleCause('said'));
const streams = Array.from({ length: 7 }, (_, n) => exampleStream(n));

/** Events 1 to `count`; the texts are {@link AWKWARD} in turn. */
export const exampleEvents = (count: number): readonly ShownEvent[] =>
  Array.from({ length: count }, (_, index) => {
    const text = AWKWARD[index % AWKWARD.length]!;
    const actor = [
      { kind: 'customer', id: { sealed: true } },
      { kind: 'agent', id: 'A1' },
      { kind: 'system', automation: text },
    ][(index + Math.floor(index / AWKWARD.length)) % 3] as ShownEvent['metadata']['actor'];
    return {
      id: `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`,
      type: 'Said',
      schemaVersion: 1,
      data: { text, n: index, nested: { list: [text, null, 0.5] } },
      metadata: { ...metadata, actor },
      stream: streams[index % streams.length]!,
      version: index + 1,
      position: String(9_007_199_254_740_990n + BigInt(index)),
      recordedAt: new Date(Date.UTC(2026, 10, 20) + index).toISOString(),
    };
  });
