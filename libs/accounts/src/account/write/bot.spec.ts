import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { added, botProfileSet, consoleBot, exampleBot, exampleTime as at, linked, simpleBot } from '../../testing/index.js';
import { integrationAccountDecider } from '../decider.js';
import type { IntegrationAccountEvent } from '../events.js';
import { domainDifferences } from './choose-bot-domains.js';
import { imageNameFor } from './set-bot-profile.js';

const { given } = specificationOf(integrationAccountDecider);
const image = exampleBot.image!;
const set = (change: object) => given(simpleBot).when({ type: 'SetBotProfile', ...exampleBot, ...change });
const profile = (change: object): IntegrationAccountEvent => ({ type: 'BotProfileSet', data: { ...exampleBot, ...change } });

describe('what members see of a bot', () => {
  it('M-84: a name of at most 20 characters, as a person counts them', () => {
    for (const name of ['人事', 'が'.normalize('NFD').repeat(20), '🇯🇵'.repeat(20), '👍🏽'.repeat(20)]) set({ name }).then(profile({ name }));
    for (const name of ['', '  ', '人'.repeat(21), 'HR\ndesk', '👩‍👩‍👧‍👦'.repeat(20), `a${'\u0301'.repeat(200)}`])
      set({ name }).thenRefused('bad-bot-name');
  });

  it('M-85: a description of at most 100 characters', () => {
    set({ description: '問'.repeat(100) }).then(profile({ description: '問'.repeat(100) }));
    for (const description of ['', '問'.repeat(101)]) set({ description }).thenRefused('bad-bot-description');
  });

  it('M-86: an image under 10 MB whose name has lower-case letters and digits', () => {
    const withImage = (change: object) => set({ image: { ...image, ...change } });
    withImage({ size: 10 * 1024 * 1024 - 1 }).then(profile({ image: { ...image, size: 10 * 1024 * 1024 - 1 } }));
    for (const size of [10 * 1024 * 1024, 0, Number.NaN]) withImage({ size }).thenRefused('bad-bot-image');
    for (const fileName of ['Jinji.png', 'jinji-01.png', '人事.png', 'jinji.gif', 'jinji', '../x.png'])
      withImage({ fileName }).thenRefused('bad-bot-image');
    withImage({ mimeType: 'image/svg+xml' }).thenRefused('bad-bot-image');
    set({ image: undefined }).then({ type: 'BotProfileSet', data: { name: exampleBot.name, description: exampleBot.description } });
  });

  it('M-86: offers the nearest name that is allowed', () => {
    expect(['Jinji 01.PNG', '人事.jpeg', 'Café.jpg', 'x', '../../etc/passwd'].map(imageNameFor)).toEqual([
      'jinji01.png',
      'bot.jpg',
      'cafe.jpg',
      'x.png',
      'bot.png',
    ]);
    expect(set({ image: { ...image, fileName: 'HR Desk.png' } }).thenRefused('bad-bot-image').details).toEqual({
      suggestion: 'hrdesk.png',
    });
  });

  it('is set only for a bot that we make', () => {
    given(consoleBot)
      .when({ type: 'SetBotProfile', ...exampleBot })
      .thenRefused('made-in-console');
    given(added('line'))
      .when({ type: 'SetBotProfile', ...exampleBot })
      .thenRefused('wrong-type');
    given(simpleBot, botProfileSet)
      .when({ type: 'SetBotProfile', ...exampleBot })
      .thenNothing();
  });
});

it('M-91: the chosen domains are kept with the account', () => {
  given(consoleBot)
    .when({ type: 'ChooseBotDomains', domains: ['20000002', '10000001', '20000002'] })
    .then({ type: 'BotDomainsChosen', data: { domains: ['10000001', '20000002'] } });
  given(consoleBot)
    .when({ type: 'ChooseBotDomains', domains: 'all' })
    .then({ type: 'BotDomainsChosen', data: { domains: 'all' } });
  given(consoleBot).when({ type: 'ChooseBotDomains', domains: [] }).thenRefused('bad-domains');
  given(added('line')).when({ type: 'ChooseBotDomains', domains: 'all' }).thenRefused('wrong-type');
});

it('M-95: the lists of app and bot are compared, and their differences named', () => {
  expect(domainDifferences(['1', '2'], ['2', '3'])).toEqual({ missing: ['1'], superfluous: ['3'] });
  expect(domainDifferences('all', ['2'])).toEqual({ missing: ['all'], superfluous: ['2'] });
  expect(domainDifferences('all', 'all')).toEqual({ missing: [], superfluous: [] });
  expect(domainDifferences(undefined, ['1'])).toEqual({ missing: [], superfluous: [] });
});

it('M-88: is published once, and one that was made in the console is not published by us', () => {
  const published: IntegrationAccountEvent = { type: 'BotPublished', data: { botId: '2000001', publishedAt: at } };
  given(simpleBot, botProfileSet, published, linked('automatic after publishing'))
    .when({ type: 'RecordBotPublished', botId: '2000001', at })
    .thenNothing();
  given(consoleBot).when({ type: 'RecordBotPublished', botId: '2000001', at }).thenRefused('wrong-type');
});
