import type { EventStore } from '@madoguchi/event-sourcing';
import { exampleId } from '@madoguchi/event-sourcing/testing';
import type { PersonalFieldsOf } from '../personal-fields.js';

/** For the contract of the log: whatever its events say is sealed, so that nothing of it gets by. */
export const everyFieldIsPersonal: PersonalFieldsOf = () => EVERY_FIELD;

/** All names that the contract uses, and those that come from its odd texts. */
const EVERY_FIELD = [
  'name',
  'index',
  'text',
  'list',
  'yes',
  '',
  'a\u0000b\u0001\u001f\u007f',
  'a\ud83d b\ude00',
  '👩‍👩‍👧 𠮷野家 ｶﾞ',
  `{"a","b"} \\" \\\\ ' $1 \\u0000 NULL (,) \n\t`,
];

/** The contract's events are about nobody; here they are all about one, as handleCommand would say it, and come back as they went in. */
export const withSubject = (store: EventStore): EventStore => ({
  ...store,
  append: (stream, events, expected) =>
    store.append(
      stream,
      events.map((event) => ({ ...event, metadata: { ...event.metadata, subject: exampleId('person') } })),
      expected,
    ),
});
