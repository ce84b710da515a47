import { specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { textFor } from './choose-text.js';
import { replyTemplateDecider } from './decider.js';
import type { ReplyTemplateEvent } from './events.js';
import { fillPlaceholders, PLACEHOLDERS, placeholdersIn } from './placeholders.js';

const { given } = specificationOf(replyTemplateDecider);
const texts = {
  en: 'Hello {{customer.name}}, this is {{ agent.name }}.',
  ja: '{{customer.name}}様、{{agent.name}}です。',
  ru: 'Здравствуйте, {{customer.name}}!',
};
const added: ReplyTemplateEvent = { type: 'ReplyTemplateAdded', data: { name: 'Greeting', shortcut: 'hello', texts } };

describe('a reply template', () => {
  it('M-177: has one text per language', () => {
    given()
      .when({ type: 'AddReplyTemplate', name: ' Greeting ', shortcut: 'hello', texts: { RU: texts.ru, ja: texts.ja, en: texts.en } })
      .then(added);
    given(added)
      .when({ type: 'ChangeReplyTemplate', texts: { 'en-gb': 'Hello there.', ja: null } })
      .then(
        { type: 'ReplyTemplateTextSet', data: { language: 'en-GB', text: 'Hello there.' } },
        { type: 'ReplyTemplateTextRemoved', data: { language: 'ja' } },
      );
    given(added).when({ type: 'AddReplyTemplate', name: 'Greeting', texts }).thenRefused('reply-template-exists');
  });

  it('records only what differs', () => {
    given(added).when({ type: 'ChangeReplyTemplate', name: 'Greeting', shortcut: 'hello', texts }).thenNothing();
    given(added)
      .when({ type: 'ChangeReplyTemplate', name: 'Welcome', shortcut: null })
      .then({ type: 'ReplyTemplateRenamed', data: { name: 'Welcome' } }, { type: 'ReplyTemplateShortcutSet', data: { shortcut: null } });
  });

  it('always has a text', () => {
    given().when({ type: 'AddReplyTemplate', name: 'Empty', texts: {} }).thenRefused('no-text');
    given(added)
      .when({ type: 'ChangeReplyTemplate', texts: { en: null, ja: null, ru: null } })
      .thenRefused('no-text');
    given(added)
      .when({ type: 'ChangeReplyTemplate', texts: { en: null, ja: null, ru: null, de: 'Hallo' } })
      .then(...['en', 'ja', 'ru'].map((language): ReplyTemplateEvent => ({ type: 'ReplyTemplateTextRemoved', data: { language } })), {
        type: 'ReplyTemplateTextSet',
        data: { language: 'de', text: 'Hallo' },
      });
  });

  it('is archived', () => {
    const archived: ReplyTemplateEvent = { type: 'ReplyTemplateArchived', data: {} };
    given(added).when({ type: 'ArchiveReplyTemplate' }).then(archived);
    given(added, archived).when({ type: 'ArchiveReplyTemplate' }).thenNothing();
    given(added, archived).when({ type: 'ChangeReplyTemplate', name: 'x' }).thenRefused('reply-template-archived');
    given().when({ type: 'ArchiveReplyTemplate' }).thenRefused('no-such-reply-template');
  });

  it.each([
    ['unknown-placeholder', 'Hello {{customer.shoeSize}}'],
    ['bad-placeholder', 'Hello {{customer.name'],
    ['bad-placeholder', 'Hello customer.name}}'],
    ['bad-placeholder', 'Hello {{{customer.name}}}}'],
    ['bad-text', ' '],
  ])('is refused as %s with the text %j', (code, text) => {
    given()
      .when({ type: 'AddReplyTemplate', name: 'Odd', texts: { en: text } })
      .thenRefused(code);
  });

  it('has texts of up to 5,000 characters', () => {
    given()
      .when({ type: 'AddReplyTemplate', name: 'Long', texts: { en: 'x'.repeat(5_001) } })
      .thenRefused('bad-text');
  });

  it('has a shortcut of one word, and languages that exist', () => {
    given().when({ type: 'AddReplyTemplate', name: 'Odd', shortcut: 'two words', texts }).thenRefused('bad-shortcut');
    given()
      .when({ type: 'AddReplyTemplate', name: 'Odd', texts: { english: 'x', '': 'y' } })
      .thenRefused('bad-language');
  });
});

describe('placeholders', () => {
  it('are filled in, and those that nobody can fill are named', () => {
    expect(placeholdersIn(texts.en)).toEqual(['customer.name', 'agent.name']);
    expect(fillPlaceholders(texts.en, { 'customer.name': 'Sato', 'agent.name': 'Aiko' })).toEqual({
      text: 'Hello Sato, this is Aiko.',
      unfilled: [],
    });
    expect(fillPlaceholders(texts.ja, { 'agent.name': 'アイコ', 'customer.name': '' })).toEqual({
      text: '{{customer.name}}様、アイコです。',
      unfilled: ['customer.name'],
    });
  });

  it('take a value for what it is, whatever a customer calls himself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom('{{agent.name}}', '$&', '$1', '{{', 'constructor'), (name, trick) => {
        const { text } = fillPlaceholders('<{{customer.name}}>', { 'customer.name': name + trick, 'agent.name': 'Aiko' });
        expect(text).toBe(`<${name}${trick}>`);
      }),
    );
    expect(fillPlaceholders('{{constructor}} {{toString}}', {}).unfilled).toEqual(['constructor', 'toString']);
  });

  it('that are known may stand in any text', () => {
    given()
      .when({ type: 'AddReplyTemplate', name: 'All', texts: { en: PLACEHOLDERS.map((name) => `{{${name}}}`).join(' ') } })
      .then({ type: 'ReplyTemplateAdded', data: { name: 'All', texts: { en: PLACEHOLDERS.map((name) => `{{${name}}}`).join(' ') } } });
  });
});

describe('the text for a conversation', () => {
  const chosen = (...languages: readonly (string | undefined)[]) => textFor({ ...texts, 'en-GB': 'Hullo.' }, languages)?.language;

  it('M-177: is in the agent’s choice, else the detected language, else the channel’s', () => {
    expect([chosen('ru', 'en', 'ja'), chosen(undefined, 'ja', 'en'), chosen('de', undefined, 'JA')]).toEqual(['ru', 'ja', 'ja']);
    expect(chosen('de')).toBeUndefined();
  });

  it('may be in a language that is nearly the same', () => {
    expect([chosen('en-gb'), chosen('en-US'), chosen('ja-JP'), textFor({ 'pt-BR': 'Oi', 'pt-PT': 'Olá' }, ['pt'])?.language]).toEqual([
      'en-GB',
      'en',
      'ja',
      'pt-BR',
    ]);
  });
});
