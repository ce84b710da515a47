import { ERASED, EventTooLargeError, type RecordedEvent, type StreamName } from '@madoguchi/event-sourcing';
import { exampleCause, exampleId, exampleStream, newEvent } from '@madoguchi/event-sourcing/testing';
import { type DataKey, keyIdOf, openFields, sealFields } from './sealed-event.js';
import { newKey, UnsealError } from './sealing.js';

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

describe('fields of an event under a key', () => {
  it.each([
    ['text', 'お世話になります \u0000 \ud83d'],
    ['nothing', null],
    ['a number', 0.1],
    ['a list', [1, 'two', { three: [] }]],
    ['an object that looks sealed', { sealed: 'text', box: 'AAAA' }],
    ['an object that looks erased', { erased: true }],
    ['a megabyte', 'x'.repeat(1024 * 1024 - 100)],
  ])('give %s back as it was', (_name, value) => {
    const event = sealed({ value, clear: 7 }, ['value', 'absent']);
    expect(event.data).toEqual({ value: { sealed: 'value', box: expect.stringMatching(/^[\w+/]+=*$/) }, clear: 7 });
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

  it('do not open in another field, event or stream, under another key, or changed', () => {
    const event = sealed({ a: 'A', b: 'B' }, ['a', 'b']);
    const { a, b } = event.data as Record<'a' | 'b', { sealed: string; box: string }>;
    const opens =
      (other: RecordedEvent, bytes = key.bytes) =>
      () =>
        openFields(other, bytes);
    const flipped = Buffer.from(a.box, 'base64');
    flipped[20]! ^= 1;

    expect(opens({ ...event, data: { a: { ...b, sealed: 'a' }, b } })).toThrow(UnsealError);
    expect(opens({ ...sealed({ a: 'other', b: 'B' }, ['a', 'b'], 'another command'), data: { a, b } })).toThrow(UnsealError);
    expect(opens({ ...event, stream: exampleStream('b') })).toThrow(UnsealError);
    expect(opens(event, newKey())).toThrow(UnsealError);
    expect(opens({ ...event, data: { a: { ...a, box: flipped.toString('base64') }, b } })).toThrow(UnsealError);
    expect(opens({ ...event, data: { a: { ...a, box: a.box.slice(0, 10) }, b } })).toThrow(UnsealError);
    expect(opens(event)).not.toThrow();
  });

  it('never look the same twice', () => {
    expect(sealed({ a: 'A' }, ['a']).data).not.toEqual(sealed({ a: 'A' }, ['a']).data);
  });

  it('are refused where the open data would be too large for a log, though they would fit when compressed', () => {
    const large = said({ value: 'x'.repeat(1024 * 1024) });
    expect(() => sealFields(stream, large, ['value'], key)).toThrow(EventTooLargeError);
    expect(JSON.stringify(sealed({ value: 'あいうえお'.repeat(50_000) }, ['value'])).length).toBeLessThan(100_000);
  });
});
