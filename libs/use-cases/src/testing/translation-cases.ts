import type { InboundItem } from '@madoguchi/contracts';
import fc from 'fast-check';
import type { ChannelContractSetup, ContractCase } from './channel-contract-setup.js';
import { isStorable } from './storable-item.js';
import { readAuthentic } from './webhook-request.js';

const GENERATED = 2_000;

/** Numbers and times that no calendar of ours has, ids that no index takes. */
const ENDLESS = [
  ...[1e15, 8.64e15, 9e15, 1e300, 253_402_300_800, -1, -1e15],
  ...[
    '1000000000000000',
    '253402300800',
    '9999-12-31T23:59:59-12:00',
    '9999-12-31 23:59:59 -1200',
    '0000-01-01T00:00:00Z',
    'あ'.repeat(2_000),
  ],
];

/** What becomes of an authentic body: it is answered 2xx, and nothing in it is lost, doubled, rounded or fit to break what comes after. */
export const translationCases: readonly ContractCase[] = [
  {
    name: 'answers 2xx to every documented webhook and keeps what it says',
    run: (setup) => {
      for (const body of setup.webhooks.documented) expect(itemsOf(setup, body).length).toBeGreaterThan(0);
    },
  },
  {
    name: 'answers 2xx to bytes that are no JSON and keeps them',
    run: (setup) => {
      const bodies = ['', ' ', '{', 'null', '0', '"text"', '[]', '[[]]', '{"a":', '\ufeff{}', '{"__proto__":{"polluted":true}}'];
      for (const body of bodies) expect(itemsOf(setup, body).map(({ kind }) => kind)).toEqual(['unread']);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void itemsOf(setup, Buffer.from(bytes))),
        { numRuns: GENERATED },
      );
    },
  },
  {
    name: 'answers 2xx to any JSON',
    run: (setup) =>
      fc.assert(
        fc.property(fc.json(), (json) => void itemsOf(setup, json)),
        { numRuns: GENERATED },
      ),
  },
  {
    name: 'answers 2xx to documented webhooks with one value changed to anything',
    run: (setup) =>
      fc.assert(
        fc.property(fc.constantFrom(...setup.webhooks.documented), fc.nat(), fc.jsonValue({ maxDepth: 2 }), (body, place, value) => {
          itemsOf(setup, JSON.stringify(withChange(JSON.parse(body), place, value)));
        }),
        { numRuns: 2 * GENERATED },
      ),
  },
  {
    name: 'keeps documented webhooks in a form that can be stored, whichever value in them is endless',
    run: (setup) => {
      for (const body of setup.webhooks.documented) {
        const json: unknown = JSON.parse(body);
        for (let place = 0; place < count(json); place += 1)
          for (const endless of ENDLESS) itemsOf(setup, JSON.stringify(withChange(json, place, endless)));
      }
    },
  },
  {
    name: 'answers 2xx to JSON nested 100,000 levels deep, in a form that can be serialised',
    run: (setup) => {
      for (const [open, close] of [
        ['[', ']'],
        ['{"a":', '}'],
      ] as const) {
        const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
        for (const body of [deep, setup.webhooks.longNumber(deep), setup.webhooks.longNumber(`[12345678901234567890,${deep}]`)]) {
          expect(itemsOf(setup, body)).toHaveLength(1);
        }
      }
    },
  },
  {
    name: 'keeps unknown kinds whole',
    run: (setup) => {
      for (const body of setup.webhooks.unknown) {
        const items = itemsOf(setup, body);
        expect(items).toHaveLength(1);
        const raw = items.map((item) =>
          item.kind === 'unread' ? item.raw : item.kind === 'message' && item.content.type === 'unknown' ? item.content.raw : undefined,
        );
        expect(JSON.stringify(raw)).toContain('not-invented-yet');
      }
    },
  },
  {
    name: 'gives the same dedup key when a thing is delivered again, and another to another thing',
    run: (setup) => {
      const [first, again] = setup.webhooks.redelivered.map((body) => itemsOf(setup, body).map(({ dedupKey }) => dedupKey));
      expect(again).toEqual(first);
      const keys = setup.webhooks.documented.flatMap((body) => itemsOf(setup, body).map(({ dedupKey }) => dedupKey));
      expect(new Set(keys).size).toBe(keys.length);
      const junk = ['{', '[', 'null', '{"a":1}', '{"a":2}'].map((body) => itemsOf(setup, body)[0]?.dedupKey);
      expect(new Set(junk).size).toBe(junk.length);
      expect(itemsOf(setup, '{"a":1}')[0]?.dedupKey).toBe(junk[3]);
    },
  },
  {
    name: 'gives order keys that ascend with the order of the platform',
    run: (setup) => {
      const messages = setup.webhooks.ordered.flatMap((body) => itemsOf(setup, body)).filter((item) => item.kind === 'message');
      expect(messages).toHaveLength(setup.webhooks.ordered.length);
      const keys = messages.map(({ orderKey }) => orderKey);
      expect([...new Set(keys)].sort()).toEqual(keys);
      expect(new Set(messages.map(({ conversationKey }) => conversationKey)).size).toBe(1);
    },
  },
  {
    name: 'never rounds a number',
    run: (setup) => {
      for (const digits of ['9007199254740993', '-9007199254740993', '12345678901234567890', '9223372036854775807']) {
        expect(JSON.stringify(itemsOf(setup, setup.webhooks.longNumber(digits)))).toContain(digits);
      }
    },
  },
  {
    name: 'leaves NUL out and repairs unpaired surrogates, and nothing else',
    run: (setup) => {
      const textOf = (escaped: string) =>
        itemsOf(setup, setup.webhooks.text(escaped)).map((item) => item.kind === 'message' && item.content);
      expect(textOf('a\\u0000b')).toEqual([{ type: 'text', text: 'ab' }]);
      expect(textOf('a\\ud83db\\ude00')).toEqual([{ type: 'text', text: 'a\ufffdb\ufffd' }]);
      const whole = ' \\n\\t\\ud83d\\ude00 é \\u202e \\ufeff 日本語 <b>&amp;</b> ';
      expect(textOf(whole)).toEqual([{ type: 'text', text: JSON.parse(`"${whole}"`) }]);
    },
  },
];

/** Reads an authentic body and checks what holds for every reading. */
const itemsOf = (setup: ChannelContractSetup, body: Buffer | string): readonly InboundItem[] => {
  const { answer, items } = readAuthentic(setup, body);
  const stored = JSON.stringify(items, (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? 'no number' : value));
  const keys = items.map(({ dedupKey }) => dedupKey);
  const wrong = {
    'the answer is not 200': answer.status !== 200,
    // A backslash of the text itself is written as two.
    'NUL or an unpaired surrogate, which PostgreSQL does not take': /\\u0000|\\ud[89a-f]/i.test(stored.replaceAll('\\\\', '')),
    'a number that JSON does not have': stored.includes('"no number"'),
    'two items with one dedup key': new Set(keys).size !== keys.length,
    'an item without dedup key or conversation key': items.some((item) => !item.dedupKey || !item.conversationKey),
    'an id that no index takes, or a time that is not of the years 1970 to 9999': !items.every(isStorable),
  };
  const found = Object.entries(wrong).flatMap(([name, there]) => (there ? [name] : []));
  // Thousands of bodies come here, and an expectation costs more than the reading.
  if (found.length > 0) throw new Error(`${found.join('; ')}: ${stored}`);
  return items;
};

/** The n-th value inside (counted round and round) replaced. */
const withChange = (json: unknown, place: number, value: unknown): unknown => {
  let left = place % count(json);
  const walk = (node: unknown): unknown => {
    if (left-- === 0) return value;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node === 'object' && node !== null)
      return Object.fromEntries(Object.entries(node).map(([key, entry]) => [key, walk(entry)]));
    return node;
  };
  return walk(json);
};

const count = (node: unknown): number =>
  typeof node === 'object' && node !== null ? Object.values(node).reduce<number>((sum, entry) => sum + count(entry), 1) : 1;
