import { categoryOf, idOf, parseStreamName, streamName } from './stream-name.js';

const id = '3f0c1b2a-52c5-5d0a-9f43-6d61646f6775';

it('is a category and an id, and can be taken apart again', () => {
  const name = streamName('integration_account', id);
  expect(name).toBe(`integration_account-${id}`);
  expect(categoryOf(name)).toBe('integration_account');
  expect(idOf(name)).toBe(id);
  expect(parseStreamName(`integration_account-${id}`)).toBe(name);
});

it.each(['', 'Agent', 'agent-x', '_agent', 'agent_', 'agent__x', 'agent1', 'agent\n', 'агент'])('refuses the category %j', (category) => {
  expect(() => streamName(category, id)).toThrow(TypeError);
});

it.each(['', id.toUpperCase(), id.slice(1), `${id}0`, ` ${id}`, `${id}\n`, id.replaceAll('-', ''), '%'])('refuses the id %j', (wrong) => {
  expect(() => streamName('agent', wrong)).toThrow(TypeError);
});

it.each(['', 'agent', `agent${id}`, `-${id}`, `agent-x-${id}`])('does not read %j as a name', (text) => {
  expect(() => parseStreamName(text)).toThrow(TypeError);
});
