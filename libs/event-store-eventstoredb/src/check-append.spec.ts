import { DuplicateEventIdError, type NewEvent } from '@madoguchi/event-sourcing';
import { exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import { checkAppend } from './check-append.js';

const [event] = newEvents('a');
const check = (change: Partial<NewEvent>) => checkAppend(exampleStream('a'), [{ ...event!, ...change }], 'no stream');

it.each<[string, Partial<NewEvent>]>([
  ['an id that is no uuid', { id: 'x' }],
  ['an id in capitals', { id: event!.id.toUpperCase() }],
  ['a command that is no uuid', { metadata: { ...event!.metadata, commandId: 'x' } }],
  ['a type with NUL', { type: 'a\0b' }],
  ['a type with half a surrogate pair', { type: 'a\ud83d' }],
  ['a type of the server itself', { type: '$metadata' }],
  ['no type', { type: '' }],
  ['a schema version of 0', { schemaVersion: 0 }],
  ['a schema version beyond an integer', { schemaVersion: 2 ** 31 }],
  ['data that is text', { data: 'text' as unknown as object }],
  ['data that is null', { data: null as unknown as object }],
  ['data that cannot be JSON', { data: { big: 1n } }],
])('refuses %s', (_name, change) => {
  expect(() => check(change)).toThrow(TypeError);
});

it.each([-1, 0.5, Number.NaN, 2 ** 31])('refuses an expected version of %d', (expected) => {
  expect(() => checkAppend(exampleStream('a'), [event!], expected)).toThrow(TypeError);
});

it('refuses an id that stands twice', () => {
  expect(() => checkAppend(exampleStream('a'), [event!, event!], 'any')).toThrow(DuplicateEventIdError);
});

it('does not repeat the data of an event in an error', () => {
  const secret = 'what the customer wrote';
  for (const change of [{ id: 'x', data: { secret } }, { data: { secret: secret + 'x'.repeat(1024 * 1024) } }]) {
    expect(() => check(change)).toThrow(expect.objectContaining({ message: expect.not.stringContaining(secret) }));
  }
});
