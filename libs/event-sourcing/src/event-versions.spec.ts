import { currentShape, versionsFrom } from './event-versions.js';
import { exampleStream, recordedEvents } from './testing/index.js';

const versions = versionsFrom({
  Said: [({ words }: { words: string }) => ({ text: words }), ({ text }: { text: string }) => ({ text, language: 'und' })],
});
const recorded = (type: string, schemaVersion: number, data: object) => ({
  ...recordedEvents(exampleStream('a'), { type, data })[0]!,
  schemaVersion,
});

it('counts the versions of an event by the steps that lead to them', () => {
  expect(versions.schemaVersions).toEqual({ Said: 3 });
});

it.each([
  [1, { words: 'hello' }],
  [2, { text: 'hello' }],
])('takes every step from version %i', (from, data) => {
  const old = recorded('Said', from, data);
  expect(currentShape(versions, old)).toEqual({ ...old, schemaVersion: 3, data: { text: 'hello', language: 'und' } });
  expect(old.data).toEqual(data);
});

it('leaves what is of today, of later code, or has no other version', () => {
  for (const event of [recorded('Said', 3, { text: 'a' }), recorded('Said', 9, { tone: 'b' }), recorded('Heard', 1, {})]) {
    expect(currentShape(versions, event)).toBe(event);
    expect(currentShape(undefined, event)).toBe(event);
  }
});
