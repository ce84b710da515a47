import { filesOf } from '@madoguchi/conversation';
import fc from 'fast-check';
import type { ContractCase, ContractMail, MailContractSetup, MailReadingInContract } from './channel-contract-setup.js';
import { isStorable } from './storable-item.js';
import { NOWHERE, RECEIVED_AT, requestWith } from './webhook-request.js';

const GENERATED = 2_000;
/** Of each kind of damage. */
const DAMAGED = 600;

const DAMAGES = ['flip', 'cut', 'repeat', 'insert', 'end'] as const;

/** What becomes of a mail that was taken: nothing in it is lost, doubled or fit to break what comes after, whatever it is made of. */
export const mailCases: readonly ContractCase<MailContractSetup>[] = [
  {
    name: 'takes nothing by webhook',
    run: ({ channel, credentials }) => {
      for (const method of ['GET', 'POST'] as const) {
        const reading = channel(NOWHERE).readWebhook({ ...requestWith('{}', {}), method }, credentials, RECEIVED_AT);
        expect(reading.verdict).toBe('refused');
        expect(reading.answer.status).toBeGreaterThanOrEqual(400);
      }
    },
  },
  {
    name: 'translates documented mails to the types that it names, and names no type that it never translates to',
    run: async (setup) => {
      const { inbound } = setup.channel(NOWHERE).capabilities;
      const types = new Set<string>();
      for (const mail of setup.mails.documented) {
        const { items } = await read(setup, mail);
        for (const item of items) if (item.kind === 'message') types.add(item.content.type);
      }
      expect([...types].sort()).toEqual([...inbound].sort());
    },
  },
  {
    name: 'keeps any bytes',
    run: async (setup) => {
      for (const text of ['', ' ', '\n', '\r\n\r\n', ':', 'From', '\0', '.', '{}', 'From: \r\n', '\ufeffFrom: a@b.example\r\n\r\nx']) {
        expect((await read(setup, { raw: Buffer.from(text) })).items).toHaveLength(1);
      }
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => void (await read(setup, { raw: Buffer.from(bytes) }))),
        { numRuns: GENERATED },
      );
    },
  },
  ...DAMAGES.map((kind): ContractCase<MailContractSetup> => ({
    name: `keeps documented mails that were damaged on the way (${kind})`,
    run: (setup) =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...setup.mails.documented),
          fc.array(places, { minLength: 1, maxLength: 4 }),
          async (mail, damages) => {
            await read(setup, { ...mail, raw: damages.reduce((raw, place) => damaged(raw, kind, place), mail.raw) });
          },
        ),
        { numRuns: DAMAGED },
      ),
  })),
  {
    name: 'gives the same dedup key and the same files when a mail is delivered again, and others to another mail',
    run: async (setup) => {
      const { mails } = setup;
      const [first, again] = [await read(setup, { raw: mails.redelivered[0] }), await read(setup, { raw: mails.redelivered[1] })];
      expect(again.items.map(({ dedupKey }) => dedupKey)).toEqual(first.items.map(({ dedupKey }) => dedupKey));
      expect(again.files.map(({ mediaId }) => mediaId)).toEqual(first.files.map(({ mediaId }) => mediaId));
      const others = [
        ...mails.documented,
        { raw: mails.text('a') },
        { raw: mails.text('b') },
        { raw: Buffer.from('junk') },
        { raw: Buffer.from('jink') },
      ];
      const readings = await Promise.all(others.map((mail) => read(setup, mail)));
      const keys = readings.flatMap(({ items }) => items.map(({ dedupKey }) => dedupKey));
      expect(new Set(keys).size).toBe(keys.length);
      const files = readings.flatMap((reading) => reading.files.map(({ mediaId }) => mediaId));
      expect(new Set(files).size).toBe(files.length);
    },
  },
  {
    name: 'keeps a thread together, in the order in which its mails came',
    run: async (setup) => {
      const messages = [];
      for (const [index, raw] of setup.mails.ordered.entries()) {
        const { items } = await setup.mails.read({ raw }, new Date(RECEIVED_AT.getTime() + index));
        messages.push(...items.filter((item) => item.kind === 'message'));
      }
      expect(messages).toHaveLength(setup.mails.ordered.length);
      const keys = messages.map(({ orderKey }) => orderKey);
      expect([...new Set(keys)].sort()).toEqual(keys);
      expect(new Set(messages.map(({ conversationKey }) => conversationKey)).size).toBe(1);
    },
  },
  {
    name: 'leaves NUL out of texts, and nothing else',
    run: async (setup) => {
      const textOf = async (text: string) =>
        (await read(setup, { raw: setup.mails.text(text) })).items.map(
          (item) => item.kind === 'message' && 'text' in item.content && item.content.text,
        );
      expect(await textOf('a\0b')).toEqual(['ab']);
      const whole = ' \t😀 é \u202e 日本語\u3000<b>&amp;</b>';
      expect(await textOf(`first${whole}last`)).toEqual([`first${whole}last`]);
    },
  },
  {
    name: 'takes the harm out of the names of attachments',
    run: async (setup) => {
      const names = [
        '../../etc/passwd',
        '..\\..\\boot.ini',
        'C:\\a.txt',
        '\u202egnp.exe',
        'a\r\nBcc: x@y.example',
        'a\0.txt',
        '.',
        '..',
        '',
        ' ',
        'x'.repeat(5_000),
        '見積書.pdf',
        '"quoted".txt',
        '<script>.html',
      ];
      for (const name of names) {
        const { items, files } = await read(setup, { raw: setup.mails.attachment(name) });
        const told = items.flatMap((item) => (item.kind === 'message' ? filesOf(item.content).map(({ fileName }) => fileName) : []));
        for (const safe of [...told, ...files.map(({ fileName }) => fileName)]) {
          if (safe === undefined) continue;
          expect({ name, safe }).toEqual({
            name,
            safe: expect.stringMatching(/^(?!\.{0,2}$)[^/\\\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]{1,200}$/u),
          });
        }
      }
    },
  },
];

const places = fc.record({
  place: fc.nat(),
  length: fc.nat({ max: 200 }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }),
});

type Place = typeof places extends fc.Arbitrary<infer Each> ? Each : never;

const damaged = (raw: Buffer, kind: (typeof DAMAGES)[number], { place, length, bytes }: Place): Buffer => {
  const at = place % (raw.length + 1);
  const [before, part, after] = [raw.subarray(0, at), raw.subarray(at, at + length), raw.subarray(at + length)];
  switch (kind) {
    case 'flip':
      return Buffer.concat([before, Buffer.from(bytes), raw.subarray(at + bytes.length)]);
    case 'cut':
      return Buffer.concat([before, after]);
    case 'repeat':
      return Buffer.concat([before, part, part, part, after]);
    case 'insert':
      return Buffer.concat([before, Buffer.from(bytes), part, after]);
    case 'end':
      return Buffer.from(before);
  }
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a mail and checks what holds for every reading. */
const read = async (setup: MailContractSetup, mail: ContractMail): Promise<MailReadingInContract> => {
  const reading = await setup.mails.read(mail, RECEIVED_AT);
  const { items, files } = reading;
  const stored = JSON.stringify(items, (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? 'no number' : value));
  const kept = new Set(files.map(({ mediaId }) => mediaId));
  const wrong = {
    'not exactly one item': items.length !== 1,
    'the mail itself is not kept': !files.some(({ bytes }) => bytes.equals(mail.raw)),
    'two files with one name': kept.size !== files.length,
    'a file without a uuid': [...kept].some((id) => !uuid.test(id)),
    'a file that is told of and not kept': items.some(
      (item) =>
        item.kind === 'message' && filesOf(item.content).some(({ mediaId, source }) => source.kind !== 'stored' || !kept.has(mediaId)),
    ),
    // A backslash of the text itself is written as two.
    'NUL or an unpaired surrogate, which PostgreSQL does not take': /\\u0000|\\ud[89a-f]/i.test(stored.replaceAll('\\\\', '')),
    'a number that JSON does not have': stored.includes('"no number"'),
    'more than the bus takes': Buffer.byteLength(stored) > 1_000_000,
    'an item without dedup key or conversation key': items.some((item) => !item.dedupKey || !item.conversationKey),
    'an id that no index takes, or a time that is not of the years 1970 to 9999': !items.every(isStorable),
  };
  const found = Object.entries(wrong).flatMap(([name, there]) => (there ? [name] : []));
  // Thousands of mails come here, and an expectation costs more than the reading.
  if (found.length > 0) throw new Error(`${found.join('; ')}: ${stored}`);
  return reading;
};
