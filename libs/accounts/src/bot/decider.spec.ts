import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { type BotCommand, botDecider, type BotScript } from '../index.js';

const { given } = specificationOf(botDecider);
const script: BotScript = {
  language: 'en',
  start: 'hello',
  steps: {
    hello: { do: 'menu', text: { en: 'What is it about?' }, options: [{ id: 'order', label: { en: 'Order' }, goTo: 'number' }] },
    number: { do: 'ask', text: { en: 'Which order?' }, field: 'order', goTo: 'people' },
    people: { do: 'hand over' },
  },
};
const settings = {
  name: 'Greeter',
  endpoint: null,
  appId: null,
  accountIds: ['a1'],
  fields: ['language'],
  deadlineSeconds: 10,
  script,
} as const;
const add: Extract<BotCommand, { type: 'AddBot' }> = { type: 'AddBot', kind: 'built-in', ...settings };
const added = { type: 'BotAdded', data: { kind: 'built-in', ...settings } } as const;
const withStep = (step: object): BotCommand => ({
  type: 'ChangeBot',
  script: { ...script, steps: { ...script.steps, hello: step as never } },
});

describe('a bot', () => {
  it('M-181: is added for accounts, changed by what differs, and archived', () => {
    given().when(add).then(added);
    given(added)
      .when({ type: 'ChangeBot', name: 'Greeter', deadlineSeconds: 20 })
      .then({ type: 'BotChanged', data: { deadlineSeconds: 20 } });
    given(added).when({ type: 'ChangeBot', script }).thenNothing();
    given(added)
      .when({ type: 'ChangeBot', script, secretChanged: true })
      .then({ type: 'BotChanged', data: { secretChanged: true } });
    given(added).when({ type: 'ArchiveBot' }).then({ type: 'BotArchived', data: {} });
    given(added, { type: 'BotArchived', data: {} }).when({ type: 'ChangeBot', name: 'x' }).thenRefused('bot-archived');
    given().when({ type: 'ArchiveBot' }).thenRefused('no-such-bot');
  });

  it('needs what its kind needs', () => {
    given()
      .when({ ...add, script: null })
      .thenRefused('bad-script');
    given()
      .when({ ...add, kind: 'webhook' as const })
      .thenRefused('bad-endpoint');
    given()
      .when({ ...add, kind: 'messenger' as const })
      .thenRefused('bad-app-id');
    given()
      .when({ ...add, deadlineSeconds: 1 })
      .thenRefused('bad-deadline');
    given()
      .when({ ...add, fields: ['card number'] as never })
      .thenRefused('bad-fields');
  });

  it.each(['ftp://bot.example/', 'https://user:secret@bot.example/', 'bot.example', 'https://bot.example/#x'])(
    'has no endpoint like %s',
    (endpoint) => {
      given()
        .when({ ...add, kind: 'webhook' as const, script: null, endpoint })
        .thenRefused('bad-endpoint');
    },
  );

  it.each([
    ['goes nowhere', { do: 'say', text: { en: 'x' }, goTo: 'gone' }],
    ['runs in a circle', { do: 'say', text: { en: 'x' }, goTo: 'hello' }],
    ['has no text in its language', { do: 'say', text: { ja: 'x' } }],
    ['has an empty menu', { do: 'menu', text: { en: 'x' }, options: [] }],
    ['is of no kind', { do: 'sing' }],
  ])('is refused when a step %s', (_, step) => {
    given(added).when(withStep(step)).thenRefused('bad-script');
  });
});
