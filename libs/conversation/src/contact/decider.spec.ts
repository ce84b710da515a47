import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { contactDecider } from './decider.js';
import type { ContactEvent, ContactProfile } from './events.js';

const { given } = specificationOf(contactDecider);
const learned = (data: ContactProfile): ContactEvent => ({ type: 'ContactProfileLearned', data });

const monday = '2026-11-23T10:00:00.000Z';
const tuesday = '2026-11-24T10:00:00.000Z';
const address = 'https://profile.example/1.jpg';
const mediaId = '6f1c1f7e-0000-4000-8000-000000000001';
const whole = { displayName: '田中', pictureUrl: address, language: 'ja' };
const answer = { type: 'LearnProfile', ...whole, learnedAt: monday } as const;
const known = learned({ ...whole, learnedAt: monday, namedAt: monday });
const stored: ContactEvent = { type: 'ContactPictureStored', data: { pictureUrl: address, mediaId } };

describe('what the platform tells of a person', () => {
  it('is learned with the time of the question', () => {
    given().when(answer).then(known);
  });

  it('is learned again, so that it is known how old it is', () => {
    given(known)
      .when({ ...answer, learnedAt: tuesday })
      .then(learned({ ...whole, learnedAt: tuesday, namedAt: tuesday }));
    given(known).when(answer).thenNothing();
    given(learned({ ...whole, learnedAt: tuesday }))
      .when(answer)
      .thenNothing();
  });

  it('changes nothing when it is nothing', () => {
    given(known).when({ type: 'LearnProfile', learnedAt: tuesday }).thenNothing();
    given().when({ type: 'LearnProfile', learnedAt: tuesday }).thenNothing();
  });

  it('leaves name and language as messages told them, and takes back a picture that is gone', () => {
    given(known, stored)
      .when({ type: 'LearnProfile', displayName: '田中 花', learnedAt: tuesday })
      .then(learned({ displayName: '田中 花', language: 'ja', learnedAt: tuesday, namedAt: tuesday }));
    given(learned({ displayName: '田中', language: 'ja', namedAt: monday }))
      .when({ type: 'LearnProfile', pictureUrl: address, learnedAt: tuesday })
      .then(learned({ ...whole, learnedAt: tuesday, namedAt: monday }));
  });
});

describe('a name that came with a message', () => {
  const named = (displayName: string, at: string, language?: string) => ({ type: 'LearnName', displayName, language, at }) as const;

  it('is learned, and again when it has changed; what else is known stays', () => {
    given()
      .when(named('田中', monday))
      .then(learned({ displayName: '田中', namedAt: monday }));
    given(known).when(named('田中', tuesday)).thenNothing();
    given(known)
      .when(named('佐藤', tuesday))
      .then(learned({ ...whole, displayName: '佐藤', learnedAt: monday, namedAt: tuesday }));
    given(known)
      .when(named('田中', tuesday, 'en'))
      .then(learned({ ...whole, language: 'en', learnedAt: monday, namedAt: tuesday }));
  });

  it('does not come back with an old message', () => {
    given(learned({ displayName: '佐藤', namedAt: tuesday }))
      .when(named('田中', monday))
      .thenNothing();
  });

  it('takes the place of one that was learned before times were kept', () => {
    given(learned({ displayName: '田中' }))
      .when(named('佐藤', monday))
      .then(learned({ displayName: '佐藤', namedAt: monday }));
  });
});

describe('a picture', () => {
  const record = { type: 'RecordPicture', pictureUrl: address, mediaId } as const;

  it('is stored once', () => {
    given(known).when(record).then(stored);
    given(known, stored).when(record).thenNothing();
  });

  it('that has another address by now is left', () => {
    given(learned({ ...whole, pictureUrl: 'https://profile.example/2.jpg' }))
      .when(record)
      .thenNothing();
    given(learned({ displayName: '田中' }))
      .when(record)
      .thenNothing();
  });

  it('at a new address takes the place of the old one, also when it is the same picture', () => {
    const moved = 'https://profile.example/1.jpg?signature=2';
    given(known, stored, learned({ ...whole, pictureUrl: moved }))
      .when({ ...record, pictureUrl: moved })
      .then({ type: 'ContactPictureStored', data: { pictureUrl: moved, mediaId } });
  });
});
