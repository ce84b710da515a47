import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { conversationDecider } from '../decider.js';
import type { LanguageSource } from '../events.js';
import { MOST_EVENTS } from '../state.js';
import { aiko, closed, inHand, messageCommand, opened, received, requested } from '../testing/index.js';

const { given } = specificationOf(conversationDecider);

describe('a customer writes', () => {
  it('the first message opens the conversation and asks for an agent of the account’s queue', () => {
    given().when(messageCommand(1)).then(opened, received(1), requested);
  });

  it('a conversation whose account has no queue is opened and waits unrouted', () => {
    given()
      .when(messageCommand(1, { queueId: undefined }))
      .then(opened, received(1));
  });

  it('asks for an agent as soon as the account has a queue', () => {
    given(opened, received(1)).when(messageCommand(2)).then(received(2), requested);
  });

  it('later messages join', () => {
    given(...inHand)
      .when(messageCommand(2))
      .then(received(2));
  });

  it('the same message again changes nothing', () => {
    given(...inHand)
      .when(messageCommand(1))
      .thenNothing();
    given(...inHand, closed)
      .when(messageCommand(1))
      .thenNothing();
  });

  it('a message that the platform had sent before one that we have is marked late', () => {
    given(opened, received(1), received(3), requested)
      .when(messageCommand(2))
      .then(received(2, { late: true }));
  });

  it('late is also what lies behind the last message of the conversation before', () => {
    const reopened = { ...opened, data: { ...opened.data, number: 2, afterOrderKey: '0003' } } as typeof opened;
    given()
      .when(messageCommand(2, { number: 2, afterOrderKey: '0003' }))
      .then(reopened, received(2, { late: true }), requested);
    given(reopened, received(2, { late: true }), requested)
      .when(messageCommand(1))
      .then(received(1, { late: true }));
    given(reopened, received(2, { late: true }), requested)
      .when(messageCommand(4))
      .then(received(4));
  });

  it('a closed conversation refuses; the next one of the thread takes the message', () => {
    given(...inHand, closed)
      .when(messageCommand(2))
      .thenRefused('conversation-closed');
  });

  it('a conversation that has grown too long ends with the message', () => {
    const long = Array.from({ length: MOST_EVENTS }, () => ({ type: 'NoteAdded', data: { noteId: 'n', agentId: 'a', text: '' } }) as const);
    given(...inHand, ...long)
      .when(messageCommand(2))
      .then(received(2), { type: 'ConversationClosed', data: { reason: 'too long' } });
  });

  it('has the language that is known with the first message, and takes a surer one with a later one', () => {
    const knows = (n: number, language: string, from: LanguageSource) => messageCommand(n, { language: { language, from } });
    const inRussian = { ...opened, data: { ...opened.data, language: 'ru', languageFrom: 'detection' } } as typeof opened;
    const learned = (language: string, from: LanguageSource) => ({ type: 'LanguageLearned', data: { language, from } }) as const;
    given()
      .when(knows(1, 'ru', 'detection'))
      .then(inRussian, received(1), requested);
    given(opened, received(1), requested)
      .when(knows(2, 'ru', 'detection'))
      .then(received(2), learned('ru', 'detection'));
    given(inRussian, received(1), requested)
      .when(knows(2, 'en', 'detection'))
      .then(received(2));
    given(inRussian, received(1), requested)
      .when(knows(2, 'ja', 'profile'))
      .then(received(2), learned('ja', 'profile'));
    given(inRussian, received(1), requested, learned('ja', 'channel'))
      .when(knows(2, 'ru', 'profile'))
      .then(received(2));
    const corrected = { type: 'LanguageCorrected', data: { agentId: aiko, language: 'en' } } as const;
    given(inRussian, received(1), requested, corrected)
      .when(knows(2, 'ja', 'channel'))
      .then(received(2));
  });

  it('M-177: has the language in which the customer writes before all but what an agent says, where the account lets it, and says what it took the place of', () => {
    const detects = (n: number, language: string) =>
      messageCommand(n, { language: { language, from: 'detection', instead: { language: 'ja', from: 'channel' } } });
    const isSet = (n: number, language: string, from: LanguageSource) => messageCommand(n, { language: { language, from } });
    const channel = { language: 'ja', from: 'channel' } as const;
    const inRussian = {
      ...opened,
      data: { ...opened.data, language: 'ru', languageFrom: 'detection', languageInstead: channel },
    } as typeof opened;
    const inJapanese = { ...opened, data: { ...opened.data, language: 'ja', languageFrom: 'channel' } } as typeof opened;
    const learned = { type: 'LanguageLearned', data: { language: 'ru', from: 'detection', instead: channel } } as const;
    const corrected = { type: 'LanguageCorrected', data: { agentId: aiko, language: 'en' } } as const;
    given().when(detects(1, 'ru')).then(inRussian, received(1), requested);
    given(inJapanese, received(1), requested).when(detects(2, 'ru')).then(received(2), learned);
    given(opened, received(1), requested).when(detects(2, 'ru')).then(received(2), learned);
    for (const known of [
      [inRussian, received(1), requested],
      [inJapanese, received(1), requested, learned],
    ] as const) {
      given(...known)
        .when(isSet(2, 'ja', 'channel'))
        .then(received(2));
      given(...known)
        .when(isSet(2, 'en', 'profile'))
        .then(received(2));
      given(...known)
        .when(detects(2, 'en'))
        .then(received(2));
      given(...known)
        .when({ type: 'LearnLanguage', language: 'en', from: 'profile' })
        .thenNothing();
      given(...known, corrected)
        .when(detects(2, 'fr'))
        .then(received(2));
    }
    const told = { type: 'LanguageLearned', data: { language: 'en', from: 'profile' } } as const;
    given(opened, received(1), requested, told)
      .when(detects(2, 'ru'))
      .then(received(2), { ...learned, data: { ...learned.data, instead: { language: 'en', from: 'profile' } } });
  });

  it('an unknown kind is kept with its raw fragment', () => {
    const content = { type: 'unknown', kind: 'hologram', raw: { depth: 3 } } as const;
    given(...inHand)
      .when(messageCommand(2, { content }))
      .then(received(2, { content }));
  });
});

describe('a customer changes what they wrote', () => {
  it('edits, unsends and reactions are recorded, in any order with their message', () => {
    const edit = {
      type: 'EditCustomerMessage',
      providerMessageId: 'm9',
      content: { type: 'text', text: 'better' },
      editedAt: '2026-11-23T10:05:00.000Z',
    } as const;
    const edited = {
      type: 'CustomerMessageEdited',
      data: { providerMessageId: 'm9', content: edit.content, editedAt: edit.editedAt },
    } as const;
    given(...inHand)
      .when(edit)
      .then(edited);
    given().when(edit).then(edited);
    given(edited).when(messageCommand(1)).then(opened, received(1), requested);
    given(...inHand, closed)
      .when({ type: 'UnsendCustomerMessage', providerMessageId: 'm1', unsentAt: '2026-11-23T10:06:00.000Z' })
      .then({ type: 'CustomerMessageUnsent', data: { providerMessageId: 'm1', unsentAt: '2026-11-23T10:06:00.000Z' } });
    given(...inHand)
      .when({ type: 'ReactToMessage', providerMessageId: 'm1', reactions: ['👍'], reactedAt: '2026-11-23T10:06:00.000Z' })
      .then({ type: 'CustomerReacted', data: { providerMessageId: 'm1', reactions: ['👍'], reactedAt: '2026-11-23T10:06:00.000Z' } });
  });
});
