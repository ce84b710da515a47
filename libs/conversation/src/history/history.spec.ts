import { readFileSync } from 'node:fs';
import { fold } from '@madoguchi/event-sourcing';
import {
  contactDecider,
  type ContactEvent,
  contactPersonalFields,
  conversationDecider,
  type ConversationEvent,
  personalFields,
  shelfDecider,
  type ShelfEvent,
  shelfPersonalFields,
} from '../index.js';

const history = <E>(name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as readonly E[];
const typesIn = (events: readonly { type: string }[]) => new Set(events.map((event) => event.type));

/** What was ever written is folded by today's code; a changed event needs a new version and a new file, never an edit of an old one. */
describe('golden histories', () => {
  it('fold a conversation of version 1', () => {
    const events = history<ConversationEvent>('conversation.v1');
    const state = fold(conversationDecider, events);

    expect(state).toMatchObject({
      status: 'closed',
      events: 29,
      channel: 'line',
      lastOrderKey: '0003',
      lastCustomerVersion: 10,
      owner: '6f1c1f7e-0000-4000-8000-000000000008',
    });
    expect([...state.received]).toEqual(['m1', 'm3', 'm2']);
    expect([...state.replies.values()].map(({ status, attempts }) => [status, attempts])).toEqual([
      ['read', 2],
      ['failed', 1],
    ]);
    expect([...state.sent]).toEqual([['s1', '6f1c1f7e-0000-4000-8000-00000000000d']]);
    expect(state.replyHandle).toBeUndefined();
  });

  it('fold a conversation with files asked for again and reactions of agents', () => {
    const state = fold(conversationDecider, history<ConversationEvent>('conversation-signs.v1'));
    expect(state).toMatchObject({ status: 'open', events: 10, channel: 'email', lastCustomerVersion: 2 });
    expect([...state.replies.values()].map(({ status, parts }) => [status, [...parts]])).toEqual([
      [
        'accepted',
        [
          ['s1', 'delivered'],
          ['s2', 'accepted'],
        ],
      ],
    ]);
    expect(state.mediaFailed.size).toBe(0);
  });

  it('fold a conversation whose customer was erased: what decisions count on is there, what was said is not', () => {
    const state = fold(conversationDecider, history<ConversationEvent>('conversation-erased.v1'));
    expect(state).toMatchObject({
      status: 'closed',
      erased: 'marked',
      events: 19,
      channel: 'line',
      customerKey: '',
      lastOrderKey: '0001',
      owner: '6f1c1f7e-0000-4000-8000-000000000008',
    });
    expect([state.received.size, state.sent.size, state.earlyReceipts.length, state.replyHandle]).toEqual([0, 0, 0, undefined]);
    expect([...state.replies.values()].map(({ status, attempts }) => [status, attempts])).toEqual([['accepted', 1]]);
  });

  it('fold a conversation that a bot and an agent had in turns', () => {
    const state = fold(conversationDecider, history<ConversationEvent>('conversation-control.v1'));
    expect(state.control).toEqual({ holder: 'agent', agentId: '6f1c1f7e-0000-4000-8000-000000000008', epoch: 4 });
    expect(state).toMatchObject({
      status: 'open',
      owner: '6f1c1f7e-0000-4000-8000-000000000008',
      handsOverTo: '6f1c1f7e-0000-4000-8000-000000000004',
    });
    expect([...state.replies.values()].map(({ author }) => author)).toEqual(['bot', 'agent']);
    expect(state.botTurns.size).toBe(3);
  });

  it('fold a conversation whose thread a bot at the platform had', () => {
    const state = fold(conversationDecider, history<ConversationEvent>('conversation-thread.v1'));
    expect(state).toMatchObject({
      control: { holder: 'agent', epoch: 4 },
      thread: { owner: 'bot', at: '2026-11-26T01:00:04.000Z', refusedUnder: 4 },
      lastOrderKey: '001795654801000-m_2',
    });
    expect([...state.overheard]).toEqual(['m_2']);
  });

  it('fold a conversation that was transferred, slept and ended in silence', () => {
    const events = history<ConversationEvent>('conversation-in-hand.v1');
    expect(fold(conversationDecider, events)).toMatchObject({
      status: 'closed',
      language: 'ja',
      queueId: '6f1c1f7e-0000-4000-8000-000000000004',
    });
    expect(fold(conversationDecider, events.slice(0, 7))).toMatchObject({ snoozed: { until: '2026-11-26T01:00:00.000Z' } });
    expect(fold(conversationDecider, events.slice(0, 7)).owner).toBeUndefined();
  });

  it('fold a conversation that the clocks ran in', () => {
    const events = history<ConversationEvent>('conversation-clocks.v1');
    expect(fold(conversationDecider, events).standing).toMatchObject({
      open: false,
      answered: true,
      said: { waiting: 3, closed: 3, handedOver: true },
    });
    expect(fold(conversationDecider, events.slice(0, 11)).standing).toMatchObject({
      silent: { since: 10 },
      noticed: 11,
      passed: ['warning first answer 2', 'breach first answer 2', 'warning resolution 2'],
    });
  });

  it('fold how the language of a customer was learned', () => {
    const state = fold(conversationDecider, history<ConversationEvent>('conversation-language.v1'));
    expect(state).toMatchObject({ language: 'ru', languageFrom: 'profile' });
    expect(fold(conversationDecider, history<ConversationEvent>('conversation-in-hand.v1').slice(0, 1))).toMatchObject({
      languageFrom: 'profile',
    });
  });

  it('fold a conversation whose language was detected, where the account lets that count first', () => {
    const events = history<ConversationEvent>('conversation-detected.v1');
    expect(fold(conversationDecider, events.slice(0, 1))).toMatchObject({ language: 'ru', languageFrom: 'override' });
    expect(fold(conversationDecider, events)).toMatchObject({ language: 'fr', languageFrom: 'override' });
  });

  it('fold a conversation that goes on with a closed one, and sleeps until the customer answers', () => {
    const state = fold(conversationDecider, history<ConversationEvent>('conversation-reopened.v1'));
    expect(state).toMatchObject({
      status: 'open',
      lastOrderKey: '0001',
      snoozed: { agentId: '6f1c1f7e-0000-4000-8000-000000000008' },
      standing: { silent: { since: 5 } },
    });
    expect(state.standing.unanswered).toBeUndefined();
  });

  it('hold every event that a conversation can have', () => {
    const events = [
      'conversation.v1',
      'conversation-signs.v1',
      'conversation-control.v1',
      'conversation-in-hand.v1',
      'conversation-language.v1',
      'conversation-clocks.v1',
      'conversation-thread.v1',
      'conversation-erased.v1',
      'conversation-reopened.v1',
    ].flatMap((name) => history<ConversationEvent>(name));
    expect(typesIn(events)).toEqual(new Set(Object.keys(personalFields)));
  });

  it('fold a contact of version 1', () => {
    const events = history<ContactEvent>('contact.v1');
    expect(fold(contactDecider, events)).toEqual({
      profile: { displayName: '田中', pictureUrl: 'https://profile.example/1.jpg', language: 'ja' },
    });
  });

  it('fold a contact with the times of its profile, and its picture', () => {
    expect(fold(contactDecider, history<ContactEvent>('contact-picture.v1'))).toEqual({
      profile: {
        displayName: '田中 花',
        pictureUrl: 'https://profile.example/1.jpg',
        language: 'ja',
        learnedAt: '2026-11-24T10:00:00.000Z',
        namedAt: '2026-11-24T10:00:00.000Z',
      },
      picture: { pictureUrl: 'https://profile.example/1.jpg', mediaId: '6f1c1f7e-0000-4000-8000-000000000001' },
    });
  });

  it('M-85: hold to whom a greeting goes', () => {
    const [followed] = history<ContactEvent>('contact-followed.v1');
    expect(followed).toMatchObject({ type: 'ContactFollowed', data: { customerKey: 'a1b2c3d4-0000-4e5f-8a9b-0123456789ab' } });
    expect(fold(contactDecider, [followed!])).toEqual({ profile: {} });
  });

  it('fold a contact who was erased and has come back', () => {
    const [before, after] = [history<ContactEvent>('contact-erased.v1').slice(0, 4), history<ContactEvent>('contact-erased.v1')];
    expect(fold(contactDecider, before)).toEqual({ profile: {}, erased: true });
    expect(fold(contactDecider, after)).toEqual({ profile: { displayName: '山本', namedAt: '2026-12-24T10:00:00.000Z' }, erased: true });
  });

  it('hold every event that a contact can have', () => {
    const events = ['contact.v1', 'contact-picture.v1', 'contact-erased.v1'].flatMap((name) => history<ContactEvent>(name));
    expect(typesIn(events)).toEqual(new Set(Object.keys(contactPersonalFields)));
  });

  it('fold a shelved item of version 1', () => {
    const events = history<ShelfEvent>('shelf.v1');
    expect(fold(shelfDecider, events)).toEqual({ shelved: true });
    const imported = history<ShelfEvent>('shelf-imported.v1');
    expect(fold(shelfDecider, imported)).toEqual({ shelved: true, imported: true });
    expect(typesIn([...events, ...imported])).toEqual(new Set(Object.keys(shelfPersonalFields)));
  });

  it('leave the state as it is for an event that only later code knows', () => {
    const before = fold(conversationDecider, history<ConversationEvent>('conversation.v1'));
    const after = conversationDecider.evolve(before, { type: 'InventedLater', data: {} } as unknown as ConversationEvent);
    expect({ ...after, events: before.events }).toEqual(before);
  });
});
