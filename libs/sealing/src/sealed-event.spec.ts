import { ERASED, EventTooLargeError, type RecordedEvent, type StreamName } from '@madoguchi/event-sourcing';
import { exampleCause, exampleId, exampleStream, newEvent } from '@madoguchi/event-sourcing/testing';
import { type DataKey, keyIdOf, openFields, sealFields } from './sealed-event.js';
import { newKey, seal, UnsealError } from './sealing.js';

const key: DataKey = { id: exampleId('key'), bytes: newKey() };
const stream = exampleStream('a');
const said = (data: object, name = 'said') => newEvent({ type: 'Said', data }, exampleCause(name));
const recorded = (event: ReturnType<typeof said>, where: StreamName = stream): RecordedEvent => ({
  ...(JSON.parse(JSON.stringify(event)) as typeof event),
  stream: where,
  version: 1,
  position: '1',
  recordedAt: '',
});
const sealed = (data: object, fields: readonly string[], name = 'said') => recorded(sealFields(stream, said(data, name), fields, key));

/** As fields were sealed until there was one box for all of them. */
const beforeBoxes = (event: ReturnType<typeof said>, fields: readonly string[]): RecordedEvent => {
  const boxOf = (field: string, value: unknown) => {
    const plain = Buffer.concat([Buffer.from([0]), Buffer.from(JSON.stringify(value))]);
    return seal(key.bytes, plain, ['field', stream, event.id, field]).toString('base64');
  };
  const data = event.data as Readonly<Record<string, unknown>>;
  const sealedOnes = Object.fromEntries(fields.map((field) => [field, { sealed: field, box: boxOf(field, data[field]) }]));
  return recorded({ ...event, data: { ...data, ...sealedOnes }, metadata: { ...event.metadata, seal: key.id } as typeof event.metadata });
};

describe('fields of an event under a key', () => {
  it.each([
    ['text', 'お世話になります \u0000 \ud83d'],
    ['nothing', null],
    ['a number', 0.1],
    ['a list', [1, 'two', { three: [] }]],
    ['an object that looks sealed', { sealed: 'value' }],
    ['an object that looks sealed as once', { sealed: 'text', box: 'AAAA' }],
    ['an object that looks erased', { erased: true }],
    ['a megabyte', 'x'.repeat(1024 * 1024 - 100)],
  ])('give %s back as it was', (_name, value) => {
    const event = sealed({ value, clear: 7 }, ['value', 'absent']);
    expect(event.data).toEqual({ value: { sealed: 'value' }, clear: 7 });
    expect(event.metadata).toMatchObject({ seal: key.id, box: expect.stringMatching(/^[\w+/]+=*$/) });
    expect(openFields(event, key.bytes)).toEqual(recorded(said({ value, clear: 7 })));
  });

  it('leave an event alone that has none of them', () => {
    const event = said({ clear: 1, empty: undefined });
    expect(sealFields(stream, event, ['empty', 'absent'], key)).toBe(event);
    expect(keyIdOf(recorded(event))).toBeUndefined();
  });

  it('read as erased without the key, each of them, and nothing else', () => {
    const event = sealed({ a: 'A', b: ['B'], clear: 1 }, ['a', 'b']);
    expect(openFields(event, null)).toEqual(recorded(said({ a: ERASED, b: ERASED, clear: 1 })));
  });

  it('open also where a later version of the event has moved them to', () => {
    const event = sealed({ name: 'A', phone: 'B' }, ['name', 'phone']);
    const { name, phone } = event.data as Record<string, unknown>;
    expect(openFields({ ...event, data: { person: { name, reach: [phone] }, since: 1 } }, key.bytes).data).toEqual({
      person: { name: 'A', reach: ['B'] },
      since: 1,
    });
  });

  it('leave in the open what only looks sealed', () => {
    const looks = { sealed: 'a', by: 'hand' };
    expect(openFields(sealed({ a: 'A', looks }, ['a']), key.bytes).data).toEqual({ a: 'A', looks });
  });

  it('open in events of before, where each has a box of its own', () => {
    const value = { text: 'お世話になります' };
    const event = beforeBoxes(said({ a: value, b: 'B', clear: 7, looks: { sealed: 'a' } }), ['a', 'b']);
    expect(openFields(event, key.bytes)).toEqual(recorded(said({ a: value, b: 'B', clear: 7, looks: { sealed: 'a' } })));
    expect(openFields(event, null).data).toEqual({ a: ERASED, b: ERASED, clear: 7, looks: { sealed: 'a' } });
    const { a, b } = event.data as Record<string, object>;
    expect(() => openFields({ ...event, data: { a: { ...b, sealed: 'a' }, b } }, key.bytes)).toThrow(UnsealError);
    expect(() => openFields({ ...event, id: exampleId('other'), data: { a } }, key.bytes)).toThrow(UnsealError);
  });

  it('do not open in another event or stream, under another key or name, or changed', () => {
    const event = sealed({ a: 'A', b: 'B' }, ['a', 'b']);
    const { box } = event.metadata as unknown as { readonly box: string };
    const opens =
      (other: RecordedEvent, bytes = key.bytes) =>
      () =>
        openFields(other, bytes);
    const withBox = (other: string, of = event) => ({ ...of, metadata: { ...of.metadata, box: other } });
    const flipped = Buffer.from(box, 'base64');
    flipped[20]! ^= 1;

    expect(opens({ ...event, data: { a: { sealed: 'c' } } })).toThrow(UnsealError);
    expect(opens({ ...event, data: { a: { sealed: 'toString' } } })).toThrow(UnsealError);
    expect(opens(withBox(box, sealed({ a: 'other', b: 'B' }, ['a', 'b'], 'another command')))).toThrow(UnsealError);
    expect(opens({ ...event, stream: exampleStream('b') })).toThrow(UnsealError);
    expect(opens(event, newKey())).toThrow(UnsealError);
    expect(opens(withBox(flipped.toString('base64')))).toThrow(UnsealError);
    expect(opens(withBox(box.slice(0, 10)))).toThrow(UnsealError);
    expect(opens(event)).not.toThrow();
  });

  it('never look the same twice', () => {
    expect(sealed({ a: 'A' }, ['a']).metadata).not.toEqual(sealed({ a: 'A' }, ['a']).metadata);
  });

  it('are refused where the open data would be too large for a log, though they would fit when compressed', () => {
    const large = said({ value: 'x'.repeat(1024 * 1024) });
    expect(() => sealFields(stream, large, ['value'], key)).toThrow(EventTooLargeError);
    expect(JSON.stringify(sealed({ value: 'あいうえお'.repeat(50_000) }, ['value'])).length).toBeLessThan(100_000);
  });
});
